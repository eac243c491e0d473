import { appearance } from '@core/codebook/hues';
import type { Annotation, Coding } from '@core/model/annotation';
import type { Code } from '@core/model/code';
import type { Memo } from '@core/model/memo';
import type { AnnotationItem, CodingItem } from '@renderer/annotations/annotation-item';

/** Fictional passages and codes, in the manner of wire reports. */
const quotes = [
  'Order has been fully restored in the port district, the Interior Ministry of Velmark said on Tuesday.',
  'The unrest was prepared from abroad',
  'According to the spokesperson, the contingent of the Compact will remain no longer than the situation requires, its mandate being limited to the protection of strategic facilities such as the airfield, the power station and the waterworks, after which a phased withdrawal over ten days is to begin.',
  'قال السفير إن التدخل الخارجي لم يكن له أي أساس',
  '“Nobody asked the people of Ostrava Bay,” a fisherman said.',
  'peaceful citizens had every right to voice their grievances about fuel prices',
  'terrorists trained in camps abroad',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
];
const names = [
  'External interference',
  'Order restored',
  'Limited mandate',
  'Domestic grievance',
  'Legitimacy',
  'Speaker: ambassador, reported',
  'Collective security commitments of the member states of the Compact',
];
const time = '2026-01-19T09:30:00.000Z';
const sha = 'a'.repeat(64);

export const codes: readonly Code[] = names.map((name, index) => ({
  id: `code-${index}`,
  key: `code_${index}`,
  name,
  parent_id: null,
  order: index,
  kind: 'code',
  ...appearance(index * 3),
  mark: ['solid', 'dashed', 'dotted', 'double', 'wavy'][index % 5] ?? 'solid',
  description: `When the text says: ${name.toLowerCase()}.`,
  include: '',
  exclude: '',
  examples: [],
  rev: 1,
}));

function codingOf(annotation: number, code: number): CodingItem {
  const coding: Coding = {
    id: `coding-${annotation}-${code}`,
    code_id: `code-${code}`,
    code_rev: 1,
    ...(annotation % 4 === 1 && code % 2 === 0 ? { certainty: 'unsure' as const } : {}),
    ...(annotation % 3 === 0 ? { stance: code % 2 === 0 ? ('affirms' as const) : ('denies' as const) } : {}),
    origin: 'hand',
    created_at: time,
    modified_at: time,
  };
  return { coding, code: codes[code] };
}

const memoWords: Readonly<Record<number, string>> = {
  0: 'Ministry speaks *for itself*; the agency adds nothing.\n\n- compare [Limited mandate](fw:code/code-2)\n- see round 2',
  2: 'Mandate and withdrawal in **one** sentence: keep together?',
  5: '> every right\n\nis the strongest wording in this text.',
};

function codesOf(index: number): readonly number[] {
  if (index === 2) return [0, 2, 4, 5, 6];
  if (index % 7 === 4) return [];
  return index % 3 === 0 ? [1, 4] : [index % names.length];
}

function itemOf(index: number): AnnotationItem {
  const quote = quotes[index % quotes.length] ?? '';
  const codings = codesOf(index).map((code) => codingOf(index, code));
  const markdown = memoWords[index];
  const annotation: Annotation = {
    id: `annotation-${index}`,
    document_id: 'document',
    text_sha256: sha,
    coder_id: index === 7 ? 'other' : 'coder',
    round: 1,
    target:
      index === 0 && codings.length === 0
        ? { kind: 'document' }
        : {
            kind: 'passage',
            start: index * 100,
            end: index * 100 + quote.length,
            quote,
            prefix: '',
            suffix: '',
          },
    codings: codings.map(({ coding }) => coding),
    origin: index % 5 === 3 ? 'copy' : 'hand',
    created_at: time,
    modified_at: index === 2 ? '2026-01-20T15:02:00.000Z' : time,
  };
  const memo: Memo | undefined =
    markdown === undefined
      ? undefined
      : {
          id: `memo-${index}`,
          target: { kind: 'annotation', id: annotation.id, document_id: 'document' },
          coder_id: 'coder',
          markdown,
          text: markdown.replace(/[*>]|^- /gm, ''),
          created_at: time,
          modified_at: time,
        };
  return {
    annotation,
    codings,
    memo,
    isOwn: index !== 7,
    coderName: index === 7 ? 'Tomas Reil' : 'Mara Kolt',
  };
}

/** That many annotations; before them one on the whole document. */
export function sampleItems(count: number): readonly AnnotationItem[] {
  const first = itemOf(3);
  const whole: AnnotationItem = {
    ...first,
    annotation: { ...first.annotation, id: 'whole', target: { kind: 'document' } },
    codings: [{ ...codingOf(1, 4), coding: { ...codingOf(1, 4).coding, id: 'coding-whole' } }],
  };
  return [whole, ...Array.from({ length: count }, (_, index) => itemOf(index))];
}
