import { packStructure } from '@core/corpus/packed-structure';
import type { CorpusEntry } from '@core/corpus/text-corpus';
import {
  createLikenessIndex,
  type LikenessAsked,
  lengthShare,
  saturation,
} from '@core/likeness/likeness-index';
import type { LikenessUnit } from '@core/likeness/likeness-text';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { trials } from '../../support/trials';

/** Paragraphs of sentences; a paragraph that begins with "~" is out of scope. */
type Draft = readonly (readonly string[])[];

const cut = (word: string): string => word.replace(/(?:s|ed)$/, '');
const stemmerOf = (language: string) => (language === 'en' ? cut : null);

function entryOf(id: string, paragraphs: Draft): CorpusEntry {
  let text = '';
  const sentences: (readonly [number, number])[] = [];
  const blocks = paragraphs.map((lines, n) => {
    const start = text.length;
    for (const [at, line] of lines.entries()) {
      if (at > 0) text += ' ';
      sentences.push([text.length, text.length + line.length]);
      text += line;
    }
    const block = {
      ...({ id: `${id} ${n}`, start, end: text.length, kind: 'body', source: 'rule', rule_rev: 1 } as const),
      in_scope: lines[0]?.startsWith('~') !== true,
    };
    text += '\n';
    return block;
  });
  return {
    document: {
      ...{ id, title: id, order: 1, path: id, text_sha256: id, words: 1, values: {} },
      language: 'en',
    },
    content: { sha256: id, text, ...packStructure({ blocks, sentences }) },
  };
}

interface Unit {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

/** Every unit of the corpus with its stems, by reading the text anew. */
function unitsOf(entries: readonly CorpusEntry[], unit: LikenessUnit): readonly Unit[] {
  return entries.flatMap(({ document, content }) => {
    const lines = (content?.text ?? '').split('\n');
    let at = 0;
    return lines.flatMap((line) => {
      const start = at;
      at += line.length + 1;
      if (line === '' || line.startsWith('~')) return [];
      const parts =
        unit === 'paragraph'
          ? [{ from: 0, words: line }]
          : [...line.matchAll(/[^.]+\./g)].map(({ 0: words, index }) => {
              const trimmed = words.trimStart();
              return { from: index + words.length - trimmed.length, words: trimmed };
            });
      return parts.map(({ from, words }) => ({
        ...{ document: document.id, start: start + from, end: start + from + words.length },
        words:
          words
            .toLowerCase()
            .match(/[a-z]+/g)
            ?.map(cut) ?? [],
      }));
    });
  });
}

/** BM25 as it stands in the books, over every unit. */
function naive(entries: readonly CorpusEntry[], { document_id, span, unit }: LikenessAsked) {
  const sentences = unitsOf(entries, 'sentence');
  const units = unitsOf(entries, unit);
  const text = entries.find(({ document }) => document.id === document_id)?.content?.text ?? '';
  const passage =
    text
      .slice(span.start, span.end)
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.map(cut) ?? [];
  const having = (all: readonly Unit[], word: string) =>
    all.filter(({ words }) => words.includes(word)).length;
  const own = [...new Set(passage)];
  const telling = own.filter((word) => having(sentences, word) <= Math.max(3, sentences.length / 10));
  const wanted = telling.length > 0 ? telling : own;
  const average = units.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, units.length);
  const score = (words: readonly string[]): number =>
    wanted.reduce((sum, word) => {
      const times = words.filter((one) => one === word).length;
      const has = having(units, word);
      const weight = Math.log(1 + (units.length - has + 0.5) / (has + 0.5));
      const held = saturation * (1 - lengthShare + (lengthShare * words.length) / average);
      return sum + (weight * times * (saturation + 1)) / (times + held);
    }, 0);
  return units
    .filter(({ document, start, end }) => document !== document_id || start >= span.end || end <= span.start)
    .filter(({ words }) => wanted.filter((word) => words.includes(word)).length >= Math.min(2, wanted.length))
    .map((one) => ({ ...one, likeness: Math.min(1, score(one.words) / score(passage)) }));
}

const word = fc.constantFrom(
  ...'port ports order orders police calm harbour pilot pilots struck grain store'.split(' '),
);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `${words.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 });
const draft = fc.array(
  fc.tuple(paragraph, fc.boolean()).map(([lines, out]) => (out ? [`~${lines.join(' ')}`] : lines)),
  { minLength: 1, maxLength: 4 },
);

test('ranks as the formula says, whatever came and went before', () => {
  fc.assert(
    fc.property(
      fc.array(draft, { minLength: 1, maxLength: 6 }),
      fc.array(draft, { maxLength: 3 }),
      fc.constantFrom<LikenessUnit>('sentence', 'paragraph'),
      fc.nat(),
      (drafts, others, unit, pick) => {
        const entries = drafts.map((one, n) => entryOf(`d${n}`, one));
        const index = createLikenessIndex(stemmerOf);
        for (const [n, one] of others.entries()) index.put(entryOf(`d${n}`, one));
        for (const entry of entries) index.put(entry);
        for (const n of others.keys()) if (n >= entries.length) index.remove(`d${n}`);
        const passages = unitsOf(entries, 'sentence');
        const passage = passages[pick % Math.max(1, passages.length)];
        if (passage === undefined) return;
        const { document: document_id, start, end } = passage;
        const asked = { document_id, span: { start, end }, unit, most: 1_000 } as const;
        const { places } = index.nearest(entries, asked);
        const expected = naive(entries, asked);
        const nameOf = (one: { readonly start: number; readonly end: number }, document: string) =>
          `${document} ${one.start} ${one.end}`;
        const likeness = new Map(expected.map((one) => [nameOf(one, one.document), one.likeness]));
        expect(places).toHaveLength(expected.length);
        for (const [n, place] of places.entries()) {
          expect(place.likeness).toBeCloseTo(likeness.get(nameOf(place, place.document_id)) ?? -1, 9);
          expect(place.likeness).toBeLessThanOrEqual((places[n - 1]?.likeness ?? 1) + 1e-9);
        }
        const few = index.nearest(entries, { ...asked, most: 2 }).places;
        expect(few).toEqual(places.slice(0, 2));
      },
    ),
    { numRuns: trials(100, 2_000) },
  );
});

test('the words in common are marked by their stem, as they stand', () => {
  const entries = [
    entryOf('one', [['Pilots struck in the harbour.', 'Order was kept.']]),
    entryOf('two', [['The harbour waits.', 'A pilot struck the Harbour wall in the night.']]),
    entryOf('three', [['~Pilots struck in the harbour.']]),
  ];
  const index = createLikenessIndex(stemmerOf);
  for (const entry of entries) index.put(entry);
  const span = { start: 0, end: 'Pilots struck in the harbour.'.length };
  const { places, shared } = index.nearest(entries, {
    ...{ document_id: 'one', span, unit: 'sentence', most: 10 },
  });
  const [best] = places;
  const home = entries[1];
  if (best === undefined || home === undefined) throw new Error('Nothing was found');
  const text = home.content?.text ?? '';
  expect(text.slice(best.start, best.end)).toBe('A pilot struck the Harbour wall in the night.');
  expect(shared(home, best).map(({ start, end }) => text.slice(start, end))).toEqual([
    ...['pilot', 'struck', 'the', 'Harbour', 'in', 'the'],
  ]);
  // What is out of scope is not found, nor the passage itself.
  expect(places.map(({ document_id }) => document_id)).toEqual(['two', 'two']);
});
