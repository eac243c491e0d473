/** A corpus of a few lines, coded here and there, and what a search finds in it. */
import { packStructure } from '@core/corpus/packed-structure';
import { createTextCorpus, type TextCorpus } from '@core/corpus/text-corpus';
import type { Annotation, Coding } from '@core/model/annotation';
import type { Attribute, AttributeValue } from '@core/model/attribute';
import type { Code } from '@core/model/code';
import { createPassageIndex, type PassageIndex } from '@core/query/passage-index';
import { foldText } from '@core/search/fold';
import { parseQuery } from '@core/search/parse-query';
import { planSearch, type SearchNames } from '@core/search/plan-search';
import { plainSearch, type SearchOptions } from '@core/search/search-options';
import { createScan, type SearchScan } from '@core/search/search-scan';
import { createVocabulary } from '@core/search/vocabulary';

const time = '2026-02-01T10:00:00.000Z';

export const attributes: readonly Attribute[] = [
  { id: 'date', key: 'date', name: 'Date', type: 'date' },
  { id: 'agency', key: 'agency', name: 'News agency', type: 'text' },
  { id: 'reach', key: 'reach', name: 'Reach', type: 'integer' },
];

const code = (id: string, name: string, parent_id: string | null): Code => ({
  ...{ id, key: id, name, parent_id, order: 1, kind: 'code', color: 'sky', mark: 'solid' },
  ...{ description: '', include: '', exclude: '', examples: [], rev: 1 },
});

export const codes: readonly Code[] = [
  code('frame', 'Legitimacy', null),
  code('law', 'Law and order', 'frame'),
  code('out', 'External interference', null),
];

const names: SearchNames = {
  ...{ codes, attributes, coder_id: 'me', round: 1 },
  coders: [{ id: 'me', name: 'Ana Brandt', initials: 'AB' }],
  actors: [{ id: 'envoy', name: 'The envoy', kind: 'person', aliases: ['ambassador'] }],
};

interface Line {
  readonly id: string;
  /** Lines of the text; one that begins with "~" is out of scope. */
  readonly lines: readonly string[];
  readonly values: Readonly<Record<string, string | number>>;
}

export const texts: readonly Line[] = [
  {
    id: 'one',
    lines: [
      'Unrest in Veldhaven',
      'Order was restored, the envoy said. Protests went on.',
      '~Order our newsletter',
    ],
    values: { date: '2022-01-05', agency: 'NORA', reach: 10 },
  },
  {
    id: 'two',
    lines: ['Calm returns', 'The order of the day was calm. Nobody protested in Veldhaven.'],
    values: { date: '2022-01-19', agency: 'Tar Press' },
  },
  {
    id: 'three',
    lines: ['Reordering the port', 'Law and order, the council says, was never lost.'],
    values: {},
  },
];

const textOf = ({ lines }: Line): string => lines.map((line) => line.replace(/^~/, '')).join('\n');

export function searchCorpus(): { readonly corpus: TextCorpus; readonly passages: PassageIndex } {
  const corpus = createTextCorpus();
  const passages = createPassageIndex();
  for (const [order, one] of texts.entries()) {
    const text = textOf(one);
    let at = 0;
    const blocks = one.lines.map((line, n) => {
      const start = at;
      const end = start + line.replace(/^~/, '').length;
      at = end + 1;
      const in_scope = !line.startsWith('~');
      return {
        ...({ id: `${one.id} ${n}`, start, end, kind: n === 0 ? 'headline' : 'body', in_scope } as const),
        ...({ source: 'rule', rule_rev: 1 } as const),
      };
    });
    const sentences = blocks.flatMap(({ start, end, in_scope }): (readonly [number, number])[] =>
      in_scope
        ? [...text.slice(start, end).matchAll(/[^.]+\.?/g)].map(({ 0: words, index }) => {
            const from = start + index + (words.length - words.trimStart().length);
            return [from, start + index + words.length] as const;
          })
        : [],
    );
    const values = Object.fromEntries(
      Object.entries(one.values).map(([id, value]): [string, AttributeValue] => [
        id,
        { value, state: 'accepted' },
      ]),
    );
    const document = {
      ...{ id: one.id, title: one.lines[0] ?? '', order, path: `${one.id}.txt`, words: 1, values },
      text_sha256: one.id,
    };
    corpus.add({
      documents: [document],
      structures: [[one.id, packStructure({ blocks, sentences })]],
      texts: [{ sha256: one.id, text }],
    });
    passages.add({ documents: [document] });
  }
  passages.add({
    ...{ codes, attributes },
    annotations: [
      passage('one', 'Order was restored', 'law', { stance: 'affirms' }, ['envoy']),
      passage('one', 'Protests went on', 'out', { stance: 'denies' }),
      passage('three', 'Law and order', 'law', {}),
      passage('three', 'Law and order, the council says', 'out', {}),
    ],
    passes: [
      {
        ...{ id: 'pass', document_id: 'two', coder_id: 'me', round: 1, code_ids: 'all' },
        ...{ codebook_rev: 1, scope_rev: 1, state: 'done', started_at: time },
      },
    ],
  });
  return { corpus, passages };
}

function passage(
  document_id: string,
  quote: string,
  code_id: string,
  how: Pick<Coding, 'stance'>,
  speaker_ids: readonly string[] = [],
): Annotation {
  const text = textOf(texts.find(({ id }) => id === document_id) ?? { id: '', lines: [], values: {} });
  const start = text.indexOf(quote);
  const stamp = { origin: 'hand', created_at: time, modified_at: time } as const;
  return {
    ...{ id: `${document_id} ${quote} ${code_id}`, document_id, text_sha256: document_id, speaker_ids },
    ...{ coder_id: 'me', round: 1, ...stamp },
    target: { kind: 'passage', start, end: start + quote.length, quote, prefix: '', suffix: '' },
    codings: [{ ...{ id: `${quote} ${code_id}`, code_id, code_rev: 1 }, ...how, ...stamp }],
  };
}

/** Runs a query to its end. Answers the error's problem where it is not understood. */
export function runSearch(
  query: string,
  options: Partial<SearchOptions> = {},
  { corpus, passages } = searchCorpus(),
): SearchScan | string {
  const all = { ...plainSearch, ...options };
  const parsed = parseQuery(query);
  if (!parsed.ok) return parsed.error.problem;
  const planned = planSearch(parsed.value, names, all);
  if (!planned.ok) {
    const { at, problem } = planned.error;
    return `${problem}: ${query.slice(at.start, at.end)}`;
  }
  const fold = (content: { readonly text: string }) =>
    foldText(content.text, { matchCase: false, matchDiacritics: false });
  const vocabulary = createVocabulary(() => (word) => word.replace(/(?:s|ed|ing)$/, ''));
  for (const entry of corpus.entries())
    if (entry.content !== null) vocabulary.learn(entry, entry.content, fold(entry.content));
  const scan = createScan(planned.value, all, { passages, fold, vocabulary });
  for (const entry of corpus.entries()) {
    const places = scan.patterns.map(({ leaf, source, flags }) => {
      const found = (entry.content?.text ?? '').matchAll(new RegExp(source, `${flags}gu`));
      return [
        leaf,
        [...found].map(({ 0: hit, index }) => ({ start: index, end: index + hit.length })),
      ] as const;
    });
    scan.look(entry, new Map(places));
  }
  return scan;
}

/** What a query finds: "document: hit". */
export function foundBy(query: string, options: Partial<SearchOptions> = {}): readonly string[] | string {
  const scan = runSearch(query, options);
  if (typeof scan === 'string') return scan;
  return Array.from({ length: scan.hits.size }, (_, number) => {
    const hit = scan.hits.at(number);
    const text = hit?.entry.content?.text.slice(hit.start, hit.end) ?? '';
    return `${hit?.entry.document.id ?? ''}: ${text}`;
  });
}
