import { noStructure } from '@core/corpus/packed-structure';
import type { CorpusEntry } from '@core/corpus/text-corpus';
import { foldText } from '@core/search/fold';
import { createVocabulary } from '@core/search/vocabulary';
import { expect, test } from '@playwright/test';

test('a text whose language was corrected gives its words to the right one', () => {
  const cut = (length: number) => (word: string) => word.slice(0, length);
  const vocabulary = createVocabulary((language) => ({ en: cut(3), ru: cut(4) })[language] ?? null);
  const text = 'лампа лампы лам';
  const content = { sha256: 'a', text, ...noStructure };
  const said = (language: string): CorpusEntry => ({
    document: {
      ...{ id: 'd', title: 't', order: 0, path: 'a.txt', language, text_sha256: 'a', words: 3, values: {} },
    },
    content,
  });
  const folded = foldText(text, { matchCase: false, matchDiacritics: false });
  vocabulary.learn(said('en'), content, folded);
  expect(vocabulary.forms('en', 'лампа')).toEqual(['лампа', 'лампы', 'лам']);
  vocabulary.learn(said('ru'), content, folded);
  expect(vocabulary.forms('ru', 'лампа')).toEqual(['лампа', 'лампы']);
});
