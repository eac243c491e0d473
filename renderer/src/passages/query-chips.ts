/** The conditions of a query, each in words, with the query that is left when it is taken off. */
import { type CodeCondition, type PassageQuery, unset } from '@core/query/passage-query';
import { conditionWords } from '../ui/condition-words';
import { t } from '../ui/strings';
import { nameIn, type PassageNames } from './passage-names';

export interface QueryChip {
  readonly id: string;
  /** What is asked about: "Speaker", "Any of". */
  readonly about: string;
  readonly words: string;
  /** Shown with its swatch. */
  readonly code?: { readonly color: string; readonly mark: string };
  readonly without: PassageQuery;
}

export function queryChips(query: PassageQuery, names: PassageNames): readonly QueryChip[] {
  return [...codeChips(query, names), ...plainChips(query, names), ...attributeChips(query, names)];
}

const modes = ['any', 'all', 'none'] as const;

function codeChips(query: PassageQuery, names: PassageNames): readonly QueryChip[] {
  return modes.flatMap((mode) =>
    query.codes[mode].map((condition): QueryChip => {
      const code = names.codesById.get(condition.code_id);
      return {
        id: `${mode}-${condition.code_id}`,
        about: t(`passages:${mode}`),
        words: code?.name ?? t('annotations:missingCode'),
        ...(code === undefined ? {} : { code }),
        without: { ...query, codes: { ...query.codes, [mode]: without(query.codes[mode], condition) } },
      };
    }),
  );
}

function without<T>(list: readonly T[], one: T): readonly T[] {
  return list.filter((other) => other !== one);
}

function plainChips(query: PassageQuery, names: PassageNames): readonly QueryChip[] {
  const { coded, stance, certainty, voice, review, level, coder_id, speaker_id, round, document_ids } = query;
  const chip = (id: string, about: string, words: string, off: Partial<PassageQuery>): QueryChip => ({
    ...{ id, about, words },
    without: { ...query, ...off },
  });
  const one = document_ids?.length === 1 ? names.document(document_ids[0] ?? '') : undefined;
  const chips: readonly (QueryChip | null)[] = [
    // The bar has a button for it, which is pressed then.
    coded === 'coded' ? chip('coded', t('passages:coded'), t('passages:coded_coded'), { coded: null }) : null,
    stance === null
      ? null
      : chip('stance', t('passages:stance'), t(`passages:stance_${stance}`), { stance: null }),
    certainty === null
      ? null
      : chip('certainty', t('passages:certainty'), t(`passages:certainty_${certainty}`), { certainty: null }),
    coder_id === null
      ? null
      : chip('coder', t('passages:coder'), nameIn(names.coders, coder_id), { coder_id: null }),
    round === null ? null : chip('round', t('passages:round'), String(round), { round: null }),
    speaker_id === null
      ? null
      : chip(
          'speaker',
          t('passages:speaker'),
          speaker_id === unset ? t('passages:speaker_unset') : nameIn(names.actors, speaker_id),
          { speaker_id: null },
        ),
    voice === null ? null : chip('voice', t('passages:voice'), t(`passages:voice_${voice}`), { voice: null }),
    review === null
      ? null
      : chip('review', t('passages:review'), t(`passages:review_${review}`), { review: null }),
    level === null ? null : chip('level', t('passages:level'), t(`passages:level_${level}`), { level: null }),
    query.done ? chip('done', t('passages:documents'), t('passages:documents_done'), { done: false }) : null,
    document_ids === null
      ? null
      : chip(
          'document',
          t('passages:document'),
          one?.title ?? t('passages:documentCount', { count: document_ids.length }),
          { document_ids: null },
        ),
  ];
  return chips.filter((one) => one !== null);
}

function attributeChips(query: PassageQuery, names: PassageNames): readonly QueryChip[] {
  return query.attributes.map((condition, at) => ({
    id: `attribute-${at}`,
    about: nameIn(names.attributes, condition.attribute_id),
    words: conditionWords(condition),
    without: { ...query, attributes: without(query.attributes, condition) },
  }));
}

/** Whether a code is asked for, and how. */
export function modeOf(query: PassageQuery, code_id: string): (typeof modes)[number] | null {
  const isIt = (condition: CodeCondition): boolean => condition.code_id === code_id;
  return modes.find((mode) => query.codes[mode].some(isIt)) ?? null;
}
