import { type CopyIndex, createCopyIndex } from '@core/copies/copy-index';
import { expect, test } from '@playwright/test';
import { generateReprints } from '../../support/generate-reprints';
import { described, fictional, indexOf, sourceOf } from './fictional-reprints';

test('reprinted background is grouped across reports, a repeated quotation within its own', () => {
  const background = [
    'crowds blocked the',
    'under a decision',
    'the pilots came',
    'on march 13,',
    'calm, the island',
  ];
  const expected = [
    ...background.map(
      (words) => `across ${['first', 'second', 'third'].map((id) => `${id}: ${words}`).join(' | ')}`,
    ),
    'across first: they were joined | third: they were joined',
    'within first: the pilots of | first: the pilots of',
    'within second: it is for | second: it is for',
  ];
  expect(described(fictional, indexOf(fictional)).toSorted()).toEqual(expected.toSorted());
});

test('a group is known by the same id in every run and whatever the order of the documents', () => {
  const ids = indexOf(fictional).groups();
  expect(indexOf(fictional.toReversed()).groups()).toEqual(ids);
  for (const { id } of ids) expect(id).toMatch(/^c[0-9a-f]{13}$/);
});

/** Sentences that only differ in what a reprint changes freely. */
const sameWords = [
  'The envoy said that “nobody asked the island’s council” — at least not in March.',
  'THE ENVOY said that "nobody asked the island\'s council" - at least not in March',
  'The envoy  said that\u00A0«nobody asked the is\u00ADland’s council»\nat least not in March.',
  '/TASS/ The envoy said that ‘nobody asked the island’s council’ – at least not in March.',
];

test('case, quotation marks, dashes, white space and agency marks make no other wording', () => {
  const sources = sameWords.map((text, at) => ({
    ...sourceOf(`d${at}`, text),
    structure: { blocks: blockOver(text), sentences: [[0, text.length] as const] },
  }));
  expect(indexOf(sources).groups()).toMatchObject([{ kind: 'across', members: { length: 4 } }]);
});

function blockOver(text: string) {
  const block = { start: 0, end: text.length, kind: 'body', in_scope: true, source: 'rule' } as const;
  return [{ id: 'b', ...block, rule_rev: 1 }];
}

test('seven words are too few, and what is out of scope is no copy', () => {
  const lines = ['One two three four five six seven.', 'One two three four five six seven eight.'];
  const sizes = lines.map((line) => {
    const sources = ['a', 'b'].map((id) => ({
      ...{ id, text: line },
      structure: { blocks: blockOver(line), sentences: [[0, line.length] as const] },
    }));
    const outOfScope = sources.map((source) => ({
      ...source,
      structure: {
        ...source.structure,
        blocks: source.structure.blocks.map((block) => ({ ...block, in_scope: false })),
      },
    }));
    return [indexOf(sources).groups().length, indexOf(outOfScope).groups().length];
  });
  expect(sizes).toEqual([
    [0, 0],
    [1, 0],
  ]);
});

test('what is grouped depends on the documents that are there, not on their coming and going', () => {
  const articles = generateReprints(3, {
    ...{ articles: 60, sentences: 6, reprinted: 3, sources: 25, edited: 0.3 },
  });
  const kept = articles.filter((_, at) => at % 3 !== 0);
  const index: CopyIndex = createCopyIndex();
  for (const article of articles.toReversed()) index.put(article);
  const all = index.groups();
  // Asked in between: groups are worked out anew around each change.
  for (const { id } of articles.filter((_, at) => at % 3 === 0)) {
    index.remove(id);
    index.groups();
  }
  expect(index.groups()).toEqual(indexOf(kept).groups());
  expect(index.size()).toBe(kept.length);
  for (const article of articles) {
    index.put(article);
    index.groupsOf(article.id);
  }
  expect(index.groups()).toEqual(all);
  expect(all.length).toBeGreaterThan(10);
});

test('a document whose blocks change is taken in anew', () => {
  const index = indexOf(fictional);
  const [first] = fictional;
  if (first === undefined) throw new Error('There is a first report');
  index.put({ ...first, structure: { ...first.structure, sentences: [] } });
  expect(index.groupsOf('first').size).toBe(0);
  expect(index.groupsOf('third').size).toBe(5);
});
