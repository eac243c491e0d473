/** A corpus of a few lines, coded here and there, and what a search finds in it. */
import { packStructure } from '@core/corpus/packed-structure';
import { type CorpusEntry, createTextCorpus, type TextCorpus } from '@core/corpus/text-corpus';
import type { Annotation, Coding } from '@core/model/annotation';
import type { Attribute, AttributeValue } from '@core/model/attribute';
import type { Code } from '@core/model/code';
import type { Document } from '@core/model/document';
import type { Memo, MemoTarget } from '@core/model/memo';
import { createPassageIndex, type PassageIndex } from '@core/query/passage-index';
import { foldText } from '@core/search/fold';
import { parseQuery } from '@core/search/parse-query';
import type { SearchNames } from '@core/search/plan-filter';
import { planSearch } from '@core/search/plan-search';
import type { SearchEntry, SearchPlace } from '@core/search/search-entry';
import { plainSearch, type SearchOptions } from '@core/search/search-options';
import { createScan, type SearchScan } from '@core/search/search-scan';
import { codeSearchEntries } from '@core/search/searched-codes';
import { memoSearchEntries, searchedMemos } from '@core/search/searched-memos';
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

/** A memo by "me" unless it is said whose. */
const memo = (target: MemoTarget, text: string, coder_id = 'me'): Memo => ({
  ...{ id: `memo ${text}`, target, coder_id, markdown: text, text, created_at: time, modified_at: time },
});

export const codes: readonly Code[] = [
  { ...code('frame', 'Legitimacy', null), description: 'Who has the right to rule.' },
  {
    ...code('law', 'Law and order', 'frame'),
    ...{ include: 'Order kept by police.', exclude: 'Orders of goods.' },
    examples: ['one Order was restored law'],
  },
  code('out', 'External interference', null),
];

const names: SearchNames = {
  ...{ codes, attributes, coder_id: 'me', round: 1 },
  coders: [
    { id: 'me', name: 'Ana Brandt', initials: 'AB' },
    { id: 'you', name: 'Cem Dahl' },
  ],
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
    annotations,
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
  review: Pick<Annotation, 'review'> = {},
): Annotation {
  const text = textOf(texts.find(({ id }) => id === document_id) ?? { id: '', lines: [], values: {} });
  const start = text.indexOf(quote);
  const stamp = { origin: 'hand', created_at: time, modified_at: time } as const;
  return {
    ...{ id: `${document_id} ${quote} ${code_id}`, document_id, text_sha256: document_id, speaker_ids },
    ...{ coder_id: 'me', round: 1, ...stamp, ...review },
    target: { kind: 'passage', start, end: start + quote.length, quote, prefix: '', suffix: '' },
    codings: [{ ...{ id: `${quote} ${code_id}`, code_id, code_rev: 1 }, ...how, ...stamp }],
  };
}

const annotations: readonly Annotation[] = [
  passage('one', 'Order was restored', 'law', { stance: 'affirms' }, ['envoy']),
  passage('one', 'Protests went on', 'out', { stance: 'denies' }, [], { review: 'to_review' }),
  passage('three', 'Law and order', 'law', {}, [], { review: 'accepted' }),
  passage('three', 'Law and order, the council says', 'out', {}),
];

function documentOf(document: CorpusEntry['document']): Document {
  return {
    ...document,
    ...{ raw_sha256: '', encoding: 'utf-8', length: 0, imported_at: time },
  };
}

const memos: readonly Memo[] = [
  memo({ kind: 'project', id: 'p' }, 'Order of coding: doubts first.'),
  memo({ kind: 'document', id: 'two' }, 'An orderly text, in no doubt.'),
  memo({ kind: 'code', id: 'out' }, 'Doubtful beside law and order.'),
  memo(
    { kind: 'annotation', id: 'one Order was restored law', document_id: 'one' },
    'Restored, or imposed?',
    'you',
  ),
  memo({ kind: 'coding', id: 'Protests went on out', document_id: 'one' }, 'Is a doubt denied?'),
];

function entriesOf(place: SearchPlace, corpus: TextCorpus, passages: PassageIndex): readonly SearchEntry[] {
  if (place === 'codebook') return codeSearchEntries(passages, corpus);
  if (place === 'text') return corpus.entries();
  const documents = corpus.entries().map(({ document }) => documentOf(document));
  const holders = new Map(
    annotations.flatMap((one) =>
      [one.id, ...one.codings.map(({ id }) => id)].map((id) => [id, one] as const),
    ),
  );
  return memoSearchEntries(searchedMemos(memos, holders, { documents, codes }), corpus, passages);
}

/** What a hit stands in: the document, the memo by its first word, or the code. */
function nameOf(entry: SearchEntry | undefined): string {
  if (entry?.holder === undefined) return entry?.document.id ?? '';
  if (entry.holder.kind === 'code') return entry.holder.code_id;
  return `${entry.holder.target.kind} ${entry.document.id || entry.document.title}`.trim();
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
  const entries = entriesOf(planned.value.place, corpus, passages);
  const vocabulary = createVocabulary(() => (word) => word.replace(/(?:s|ed|ing)$/, ''));
  for (const entry of entries)
    if (entry.content !== null) vocabulary.learn(entry, entry.content, fold(entry.content));
  const scan = createScan(planned.value, all, { passages, fold, vocabulary });
  for (const entry of entries) {
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
    return `${nameOf(hit?.entry)}: ${text}`;
  });
}
