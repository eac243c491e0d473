import { type ChosenText, joinNeighbours } from '@core/commands/join-neighbours';
import type { Annotation } from '@core/model/annotation';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCode, makeCoding, makeContext } from '../make-records';
import { type CommandProject, commandProject, makeLink, makeMemo, passageOf } from './command-project';

const text = 'One is here. Two is there. Three stands. Four goes. Five ends it.';
const sentences = text.split(/(?<=\.) /).map((words) => passageOf(text, words));
const passage = (id: string, words: string, fields: Partial<Annotation> = {}): Annotation =>
  makeAnnotation({ id, target: passageOf(text, words), ...fields });

function chosenOf(
  on: CommandProject,
  document_id = 'document',
  isChosen = (_: Annotation) => true,
): ChosenText {
  const passages = on.passages(text, document_id);
  const units = { sentences, paragraphs: [] };
  return { ...passages, units, chosen: passages.annotations.filter(isChosen) };
}

const one = passage('one', 'One is here.');
const two = passage('two', 'Two is there.');
const four = passage('four', 'Four goes.');
const five = passage('five', 'Five ends it.');
const cases: readonly {
  readonly what: string;
  readonly chosen: readonly Annotation[];
  readonly left: readonly string[];
  readonly reasons?: readonly (readonly [reason: string, ids: string])[];
}[] = [
  {
    what: 'two runs, chosen in any order',
    chosen: [five, two, one, four],
    left: ['One is here. Two is there.', 'Four goes. Five ends it.'],
  },
  {
    ...{ what: 'a run, and one that a sentence parts from it', chosen: [one, two, four] },
    ...{ left: ['One is here. Two is there.', 'Four goes.'], reasons: [['no-neighbour', 'four']] },
  },
  {
    ...{ what: 'none, where a sentence lies between', chosen: [two, four] },
    ...{ left: ['Two is there.', 'Four goes.'], reasons: [['no-neighbour', 'two,four']] },
  },
  {
    what: 'one that lies in another, and the neighbour of the longer one',
    chosen: [
      passage('long', 'One is here. Two is there.'),
      passage('in', 'One'),
      passage('three', 'Three stands.'),
    ],
    left: ['One is here. Two is there. Three stands.'],
  },
  {
    what: 'what is the coder’s own in this round alone',
    chosen: [
      one,
      passage('hers', 'Two is there.', { coder_id: 'other' }),
      passage('early', 'Two is there.', { round: 2 }),
    ],
    left: ['One is here.', 'Two is there.', 'Two is there.'],
    reasons: [
      ['no-neighbour', 'one'],
      ['other-coder', 'hers'],
      ['other-round', 'early'],
    ],
  },
  {
    ...{
      what: 'never the whole document',
      chosen: [makeAnnotation({ id: 'whole', target: { kind: 'document' } }), one, two],
    },
    ...{ left: ['', 'One is here. Two is there.'], reasons: [['whole-document', 'whole']] },
  },
];
for (const { what, chosen, left, reasons = [] } of cases) {
  test(`joined: ${what}`, () => {
    const on = commandProject({ annotation: chosen });
    const before = on.everything();
    const joined = joinNeighbours(on.batch(), [chosenOf(on)], makeContext());
    const changes = on.commit(joined.drafts);
    const quotes = on.all('annotation').map(({ target }) => (target.kind === 'passage' ? target.quote : ''));
    expect(quotes.toSorted()).toEqual(left.toSorted());
    expect(joined.leftOut.map(({ reason, annotation_ids }) => [reason, annotation_ids.join()])).toEqual(
      reasons,
    );
    expect(joined.changed).toBe(chosen.length - joined.leftOut.flatMap((each) => each.annotation_ids).length);
    on.undo(changes);
    expect(on.everything()).toEqual(before);
  });
}

test('what hangs on passages of two runs, in two texts, is brought over once', () => {
  const code = makeCode({ id: 'x', examples: ['two', 'five', 'late'] });
  const on = commandProject({
    code: [code],
    annotation: [
      ...[one, four, five],
      { ...two, codings: [makeCoding('x', { id: 'c' })] },
      passage('early', 'One is here.', { document_id: 'other' }),
      passage('late', 'Two is there.', { document_id: 'other' }),
    ],
    memo: [makeMemo('annotation', 'five', 'why')],
    link: [makeLink('two', 'five'), makeLink('five', 'late'), makeLink('one', 'two')],
  });
  const before = on.everything();
  const texts = [chosenOf(on), chosenOf(on, 'other')];
  const joined = joinNeighbours(on.batch(), texts, makeContext());
  const changes = on.commit(joined.drafts);
  expect(joined).toMatchObject({ changed: 6, made: 3, leftOut: [], lost: [] });
  expect(on.get('code', 'x')?.examples).toEqual(['one', 'four', 'early']);
  expect(on.all('link').map(({ from, to }) => `${from} ${to}`)).toEqual(['one four', 'four early']);
  expect(on.get('annotation', 'one')?.codings).toMatchObject([{ id: 'c' }]);
  expect(on.all('memo')).toMatchObject([{ target: { id: 'four' }, text: 'why' }]);
  on.undo(changes);
  expect(on.everything()).toEqual(before);
});
