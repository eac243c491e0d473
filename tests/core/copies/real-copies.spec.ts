import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { copyPlaces } from '@core/copies/copy-places';
import { copyRuns, sentencesTouched } from '@core/copies/copy-runs';
import { canonicalText } from '@core/text/canonical-text';
import { expect, test } from '@playwright/test';
import { indexOf, sourceOf, textsOf } from './fictional-reprints';

/** Five real wire reports that lie beside the project and never in it: only numbers and places stand here. */
const corpus = resolve(import.meta.dirname, '../../../../shared/corpus');
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => /^\d{3}_/.test(name)) : [];
const sources = files.map((name) => {
  const { text } = canonicalText(readFileSync(resolve(corpus, name), 'utf8'));
  return sourceOf(name.slice(0, 3), text);
});

test('the five real texts: seven background sentences, six of them in a third report', () => {
  test.skip(sources.length !== 5, 'the five real texts are not here (shared/corpus)');
  const index = indexOf(sources);
  const groups = index
    .groups()
    .map(({ kind, members }) =>
      [kind, ...members.map(({ document_id, sentence }) => `${document_id}/${sentence}`)].join(' '),
    );
  expect(groups.toSorted()).toEqual(
    [
      'across 000/9 001/14 003/7',
      'across 000/10 003/8',
      'across 000/11 001/10 003/10',
      'across 000/12 001/11 003/11',
      'across 000/13 001/12 003/12',
      'across 000/14 001/13 003/13',
      'across 000/15 001/19 003/14',
      'within 000/1 000/5',
      'within 001/1 001/5',
    ].toSorted(),
  );

  // The longer reprint is one run of seven sentences; the third report holds it in pieces.
  const sentencesOf = (id: string) => sources.find((source) => source.id === id)?.structure.sentences ?? [];
  const runs = (id: string) =>
    copyRuns(id, index.groupsOf(id), sentencesOf(id))
      .filter(({ others }) => others.length > 0)
      .map(({ sentences, others }) => [sentences.length, others.join(' ')]);
  expect(runs('000')).toEqual([[7, '001 003']]);
  expect(runs('003')).toEqual([
    [2, '000 001'],
    [5, '000 001'],
  ]);
  expect(runs('001').map(([length]) => length)).toEqual([5, 1]);
  expect(runs('002')).toEqual([]);

  const alike = [11, 14].map((sentence) => {
    const [start, end] = sentencesOf('000')[sentence] ?? [0, 0];
    const range = sentencesTouched(sentencesOf('000'), { start, end });
    const places = copyPlaces('000', range, index.groupsOf('000'), textsOf(sources));
    return places.map(({ document_id, similarity }) => [document_id, Math.round(similarity * 100)]);
  });
  expect(alike).toEqual([
    [
      ['001', 84],
      ['003', 100],
    ],
    [
      ['001', 81],
      ['003', 100],
    ],
  ]);
});
