import type { CodeNode } from '@core/codebook/code-tree';
import type { Attribute } from '@core/model/attribute';
import type { DocumentFilter, DocumentState, documentStates } from '@core/query/document-filter';
import { conditionWords } from '../ui/condition-words';
import { t } from '../ui/strings';
import type { DocumentRowData } from './document-row';

/** What the list is narrowed to: states, codes and values, and words. */
export type CorpusFilter = DocumentFilter & { readonly words: string };

/** What can be asked for. */
export interface FilterChoices {
  readonly codes: readonly CodeNode[];
  readonly attributes: readonly Attribute[];
}

/** A condition in words, with the filter that is left when it is taken off. */
export interface FilterChip {
  readonly id: string;
  readonly words: string;
  /** Shown with its swatch. */
  readonly code?: { readonly color: string; readonly mark: string };
  readonly without: CorpusFilter;
}

export function filterChips(filter: CorpusFilter, choices: FilterChoices): readonly FilterChip[] {
  const codes = new Map(flat(choices.codes).map(({ code }) => [code.id, code]));
  const names = new Map(choices.attributes.map(({ id, name }) => [id, name]));
  return [
    ...filter.states.map((state) => ({
      id: state,
      words: t(`passes:state.${state}`),
      without: { ...filter, states: filter.states.filter((other) => other !== state) },
    })),
    ...filter.code_ids.map((code_id): FilterChip => {
      const code = codes.get(code_id);
      return {
        id: code_id,
        words: code?.name ?? t('annotations:missingCode'),
        ...(code === undefined ? {} : { code }),
        without: { ...filter, code_ids: filter.code_ids.filter((other) => other !== code_id) },
      };
    }),
    ...filter.attributes.map((condition) => ({
      id: condition.attribute_id,
      words: `${names.get(condition.attribute_id) ?? ''}: ${conditionWords(condition)}`,
      without: { ...filter, attributes: filter.attributes.filter((other) => other !== condition) },
    })),
  ];
}

/** The tree in its order, each code with its depth. */
export function flat(nodes: readonly CodeNode[]): readonly CodeNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

/** How many documents are in each state; one that is done without any coding is in two. */
export function countStates(rows: readonly DocumentRowData[]): Readonly<Record<DocumentState, number>> {
  const counts = { unread: 0, open: 0, done: 0, 'done-older': 0, nothing: 0, skipped: 0 };
  for (const { states } of rows) for (const state of states) counts[state] += 1;
  return counts satisfies Record<(typeof documentStates)[number], number>;
}
