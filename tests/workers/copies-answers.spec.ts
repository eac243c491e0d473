import { createCopyIndex } from '@core/copies/copy-index';
import { packStructure } from '@core/corpus/packed-structure';
import { type CorpusDocument, createTextCorpus } from '@core/corpus/text-corpus';
import type { Structure } from '@core/model/document';
import { createPassageIndex } from '@core/query/passage-index';
import { parseStructure } from '@core/structure/parse-structure';
import { expect, test } from '@playwright/test';
import { answerCopies } from '@renderer/workers/copies-answers';
import type { CopiesState } from '@renderer/workers/copies-protocol';
import { serveCopyIndex } from '@renderer/workers/copy-index-answers';
import { createCopyIndexLine } from '@renderer/workers/copy-index-line';
import { generateReprints } from '../support/generate-reprints';

const shared = 'The lamp of the harbour was lit at dusk by the pilots of the Compact.';
const text = (title: string, words: string): string =>
  `${title}\n\nHARN, March 3. /NORA/. ${shared} ${words}\n`;
const texts: Readonly<Record<string, string>> = {
  first: text('Lamp of Harn lit again by its pilots', 'Nobody saw it.'),
  second: text('Lamp of Harn lit again by its pilots', 'Corrected: everybody saw it.'),
  third: text('Pilots of the Compact go home from Harn', 'They had been there a year.'),
};

const document = (id: string, order: number, version_of?: string): CorpusDocument => ({
  ...{ id, order, text_sha256: id, title: id, path: `${id}.txt`, words: 2, values: {} },
  ...(version_of === undefined ? {} : { version_of }),
});
const structureOf = (id: string): Structure => {
  const { blocks, sentences, segmenter } = parseStructure(texts[id] ?? '', { icu: '', pathName: id });
  const whole = blocks.map((block, at) => ({
    ...block,
    id: `${id}-${at}`,
    source: 'rule' as const,
    rule_rev: 1,
  }));
  return { document_id: id, blocks: whole, sentences, segmenter };
};
const recordsOf = (...documents: readonly CorpusDocument[]) => ({
  documents,
  structures: documents.map(({ id }) => [id, packStructure(structureOf(id))] as const),
  texts: documents.map(({ id }) => ({ sha256: id, text: texts[id] ?? '' })),
});

const lines: MessagePort[] = [];
test.afterAll(() => {
  for (const line of lines) line.close();
});

/** The corpus and the index at the two ends of a real line, as in their workers. */
function begin() {
  const corpus = createTextCorpus();
  const told: CopiesState[] = [];
  const index = createCopyIndexLine((port) => {
    lines.push(port);
    serveCopyIndex(port);
  });
  const answers = answerCopies({
    ...{ corpus, index, passages: createPassageIndex() },
    tell: (state) => told.push(state),
    fail: (error) => expect(error).toBeUndefined(),
  });
  return { corpus, answers, told };
}

for (const order of ['the earlier first', 'the later first'] as const)
  test(`a text is no reprint of its own earlier version (${order})`, async () => {
    const { corpus, answers } = begin();
    const groups = async (): Promise<readonly (readonly string[])[]> => {
      const all = await answers.copyGroups(null);
      return all.map(({ members }) => members.map(({ document_id }) => document_id).toSorted());
    };
    const documents = [document('first', 0), document('second', 1, 'first')];
    for (const one of order === 'the earlier first' ? documents : documents.toReversed())
      corpus.add(recordsOf(one));
    expect(await groups()).toEqual([]);
    corpus.add(recordsOf(document('third', 2)));
    expect(await groups()).toEqual([['second', 'third']]);
    // The later version goes, by undo: the earlier one is there again.
    corpus.follow([
      { table: 'document', id: 'second', record: null },
      { table: 'structure', id: 'second', record: null },
    ]);
    expect(await groups()).toEqual([['first', 'third']]);
    corpus.add(recordsOf(document('second', 1, 'first')));
    expect(await groups()).toEqual([['second', 'third']]);
  });

/** Articles as they reach the corpus, by their names. */
function reprints(articles: number) {
  const made = generateReprints(11, { articles, sentences: 8, reprinted: 4, sources: 40, edited: 0.1 });
  return made.map(({ id, text: words, structure }, at) => {
    const blocks = structure.blocks.map((block) => ({
      ...block,
      id: '',
      source: 'rule' as const,
      rule_rev: 1,
    }));
    return {
      source: { id, text: words, structure },
      records: {
        documents: [document(id, at)],
        structures: [[id, packStructure({ blocks, sentences: structure.sentences })] as const],
        texts: [{ sha256: id, text: words }],
      },
    };
  });
}

test('an index that fails is told of once; whoever waits for it is refused, and waits for nothing', async () => {
  const corpus = createTextCorpus();
  const index = createCopyIndexLine((port) => lines.push(port));
  const failures: unknown[] = [];
  const answers = answerCopies({
    ...{ corpus, index, passages: createPassageIndex() },
    tell: () => undefined,
    fail: (error) => failures.push(error),
  });
  corpus.add(recordsOf(document('first', 0)));
  const asked = answers.copyGroups(null);
  index.fail(new Error('no room'));
  await expect(asked).rejects.toThrow('no room');
  corpus.follow([{ table: 'document', id: 'first', record: null }]);
  corpus.add(recordsOf(document('third', 1)));
  await expect(answers.copyGroups(null)).rejects.toThrow('no room');
  await expect(answers.copyRuns({ document_id: 'third' })).rejects.toThrow('no room');
  expect(failures).toEqual([new Error('no room')]);
});

test('documents that come and go while copies are looked for leave what an index of the rest alone finds', async () => {
  const { corpus, answers, told } = begin();
  const articles = reprints(600);
  const gone = new Set<string>();
  for (const [at, { records, source }] of articles.entries()) {
    corpus.add(records);
    // Some go before they were gone through, some while they are, some later; some of them come again.
    if (at % 50 === 49) await new Promise((resolve) => setTimeout(resolve, 1));
    const leaving = articles[at % 3 === 0 ? at : Math.floor(at / 2)]?.source.id ?? source.id;
    if (at % 7 < 3 && !gone.has(leaving)) {
      gone.add(leaving);
      corpus.follow([{ table: 'document', id: leaving, record: null }]);
    }
    if (at % 11 === 5) {
      const [back] = gone;
      const again = articles.find(({ source: { id } }) => id === back);
      if (again !== undefined) {
        gone.delete(again.source.id);
        corpus.add(again.records);
      }
    }
  }
  const found = await answers.copyGroups(null);
  const alone = createCopyIndex();
  const staying = articles.filter(({ source }) => !gone.has(source.id));
  for (const { source } of staying) alone.put(source);
  expect(gone.size).toBeGreaterThan(100);
  expect(found.length).toBeGreaterThan(20);
  expect(found).toEqual(alone.groups());
  expect(told.at(-1)).toEqual({ waiting: 0 });
  const [, { source: one } = { source: null }] = staying;
  const own = await answers.copyRuns({ document_id: one?.id ?? '' });
  expect(own.length).toBeGreaterThan(0);
});

test('the newest of many texts is told of as soon as it was gone through, and questions are answered meanwhile', async () => {
  const { corpus, answers, told } = begin();
  const articles = reprints(2_000);
  for (const { records } of articles) corpus.add(records);
  const id = articles[0]?.source.id ?? '';
  const before = told.length;
  // Two batches at most are before it.
  await answers.copyRuns({ document_id: id });
  expect(told.slice(before)).toEqual([]);
  await answers.copyGroups(null);
  expect(told.length).toBeGreaterThan(3);
  const left = told.map(({ waiting }) => waiting);
  expect(left).toEqual(left.toSorted((a, b) => b - a));
});
