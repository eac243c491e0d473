import { type CodeNode, codeTree } from '../../codebook/code-tree';
import { hues } from '../../codebook/hues';
import type { Code } from '../../model/code';
import { derivedId } from '../derived-id';
import type { LossList } from '../losses';
import { compareText } from '../snapshot-index';
import { readDefinition, writeDefinition } from './code-definition';
import { hexOf } from './refi-color';
import { noteRefs, type RefiWriter } from './refi-writer';
import { container, element, type XmlNode } from './xml-writer';

/** What REFI has no place for in a code; its definition only where it cannot be taken apart again. */
function noteCodeLosses(losses: LossList, code: Code): void {
  const { id, rev, color, examples, archived_at, description, include, exclude } = code;
  losses.note('code-key', id);
  losses.note('code-mark', id);
  if (!hues.some((hue) => hue === color)) losses.note('code-color', id);
  if (rev !== 1 || code.added_in !== undefined || code.revised_in !== undefined)
    losses.note('code-revision', id);
  if (examples.length > 0) losses.note('code-examples', id);
  if (archived_at !== undefined) losses.note('code-archived', id);
  const again = readDefinition(writeDefinition(code));
  if (again.description !== description || again.include !== include || again.exclude !== exclude) {
    losses.note('code-definition', id);
  }
}

/**
 * The codes as `Codes`, folders as codes that cannot be applied; nothing for an empty codebook. In a codebook file
 * codes have no notes.
 */
export function writeCodes(writer: RefiWriter, withNotes: boolean): readonly XmlNode[] {
  const write = ({ code, children }: CodeNode): XmlNode => {
    noteCodeLosses(writer.losses, code);
    const definition = writeDefinition(code);
    return element(
      'Code',
      {
        guid: writer.guid('code', code.id),
        name: code.name,
        isCodable: String(code.kind === 'code'),
        color: hexOf(code.color),
      },
      [
        ...(definition === '' ? [] : [element('Description', {}, definition)]),
        ...(withNotes ? noteRefs(writer, ['code', code.id]) : []),
        ...children.map(write),
      ],
    );
  };
  return container('Codes', codeTree(writer.index.codes).map(write));
}

/** Codes that exclude each other, as sets of codes. The two schemas name the members' attribute differently. */
export function writeSets(
  { index, guid }: RefiWriter,
  memberAttribute: 'guid' | 'targetGUID',
): readonly XmlNode[] {
  const members = new Map<string, Code[]>();
  for (const code of index.codes) {
    if (code.set === undefined) continue;
    const others = members.get(code.set);
    if (others) others.push(code);
    else members.set(code.set, [code]);
  }
  const sets = [...members].toSorted(([a], [b]) => compareText(a, b));
  return container(
    'Sets',
    sets.map(([name, codes]) =>
      element(
        'Set',
        { guid: guid('set', derivedId('set', name)), name },
        codes.map(({ id }) => element('MemberCode', { [memberAttribute]: guid('code', id) })),
      ),
    ),
  );
}
