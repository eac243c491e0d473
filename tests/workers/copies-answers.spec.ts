import { packStructure } from '@core/corpus/packed-structure';
import { type CorpusDocument, createTextCorpus } from '@core/corpus/text-corpus';
import type { Structure } from '@core/model/document';
import { createPassageIndex } from '@core/query/passage-index';
import { parseStructure } from '@core/structure/parse-structure';
import { expect, test } from '@playwright/test';
import { answerCopies } from '@renderer/workers/copies-answers';

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

for (const order of ['the earlier first', 'the later first'] as const)
  test(`a text is no reprint of its own earlier version (${order})`, async () => {
    const corpus = createTextCorpus();
    const answers = answerCopies(corpus, createPassageIndex(), () => undefined);
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
