import {
  type BoundaryMove,
  type Edge,
  moveBoundary,
  movedSpan,
  setPassageSpan,
} from '@core/commands/move-boundary';
import type { Annotation } from '@core/model/annotation';
import type { Span } from '@core/model/span';
import { snapToGraphemes } from '@core/text/graphemes';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { makeAnnotation, makeCode, makeCoding, makeContext } from '../make-records';
import { commandProject, makeLink, makeMemo, passageOf, succeeded } from './command-project';

const text = 'Calm again.  The envoy 👩‍👩‍👧 said: “order”. Éte\u0301 ends.\n\nLast line';
const sentences: readonly Span[] = [
  'Calm again.',
  'The envoy 👩‍👩‍👧 said: “order”.',
  'Éte\u0301 ends.',
  'Last line',
].map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length }));
const spanOf = (part: string): Span => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
const next = (by: 'character' | 'word' | 'sentence'): BoundaryMove => ({ by, step: 'next' });
const previous = (by: 'character' | 'word' | 'sentence'): BoundaryMove => ({ by, step: 'previous' });

const moves: readonly (readonly [from: string, edge: Edge, move: BoundaryMove, to: string | null])[] = [
  ['envoy', 'end', next('character'), 'envoy 👩‍👩‍👧'],
  ['envoy 👩‍👩‍👧', 'end', previous('character'), 'envoy'],
  ['envoy', 'start', previous('character'), 'e envoy'],
  ['e envoy', 'start', next('character'), 'envoy'],
  ['envoy', 'start', next('character'), 'nvoy'],
  ['Éte\u0301', 'end', previous('character'), 'Ét'],
  ['n', 'end', previous('character'), null],
  ['n', 'start', next('character'), null],
  ['Calm', 'start', previous('character'), null],
  ['line', 'end', next('character'), null],
  ['envoy', 'end', next('word'), 'envoy 👩‍👩‍👧 said'],
  ['envoy 👩‍👩‍👧 said', 'end', previous('word'), 'envoy'],
  ['envoy', 'start', previous('word'), 'The envoy'],
  ['The envoy', 'start', next('word'), 'envoy'],
  ['envoy', 'start', next('word'), null],
  ['envoy', 'end', previous('word'), null],
  ['nvo', 'end', next('word'), 'nvoy'],
  ['nvo', 'start', previous('word'), 'envo'],
  ['Calm', 'start', previous('word'), null],
  ['line', 'end', next('word'), null],
  ['ends', 'end', next('word'), 'ends.\n\nLast'],
  ['envoy', 'end', next('sentence'), 'envoy 👩‍👩‍👧 said: “order”.'],
  ['envoy', 'start', previous('sentence'), 'The envoy'],
  ['The envoy', 'start', previous('sentence'), 'Calm again.  The envoy'],
  ['Calm again.  The envoy', 'start', next('sentence'), 'The envoy'],
  ['Calm again.  The envoy', 'end', previous('sentence'), 'Calm again.'],
  ['The envoy', 'start', next('sentence'), null],
  ['Last line', 'end', next('sentence'), null],
  ['Calm', 'start', previous('sentence'), null],
  ['Calm', 'end', { to: text.indexOf('The') - 1 }, 'Calm again.'],
  ['envoy', 'end', { to: text.indexOf('👩') + 3 }, 'envoy 👩‍👩‍👧'],
  ['The envoy', 'start', { to: 9999 }, 'y'],
  ['envoy', 'end', { to: -5 }, 'e'],
  ['line', 'end', { to: 9999 }, null],
  ['envoy', 'start', { to: -5 }, 'Calm again.  The envoy'],
];
for (const [from, edge, move, to] of moves) {
  const how = 'to' in move ? `to ${move.to}` : `${move.step} ${move.by}`;
  test(`the ${edge} of “${from}”, ${how}: ${to === null ? 'stays' : `“${to}”`}`, () => {
    const moved = movedSpan(text, sentences, spanOf(from), edge, move);
    expect(moved === null ? null : text.slice(moved.start, moved.end)).toBe(to);
  });
}

test('any move leaves a trimmed passage of whole characters within the text, and moves only one end', () => {
  const move = fc.oneof(
    fc.record({
      by: fc.constantFrom('character' as const, 'word' as const, 'sentence' as const),
      step: fc.constantFrom('next' as const, 'previous' as const),
    }),
    fc.record({ to: fc.integer({ min: -9, max: text.length + 9 }) }),
  );
  const edges = fc.constantFrom('start' as const, 'end' as const);
  fc.assert(
    fc.property(fc.array(fc.tuple(edges, move), { maxLength: 20 }), (steps) => {
      let span = spanOf('envoy');
      for (const [edge, each] of steps) {
        const moved = movedSpan(text, sentences, span, edge, each);
        if (moved === null) continue;
        const other = edge === 'start' ? 'end' : 'start';
        const quote = text.slice(moved.start, moved.end);
        const isSound =
          moved[other] === span[other] &&
          moved[edge] !== span[edge] &&
          quote !== '' &&
          quote.trim() === quote &&
          snapToGraphemes(text, moved).start === moved.start &&
          snapToGraphemes(text, moved).end === moved.end;
        if (!isSound) return false;
        span = moved;
      }
      return true;
    }),
    { numRuns: 400 },
  );
});

test('a word is found however far away it is, and in a script without blanks', () => {
  const far = `one${' '.repeat(5000)}two`;
  expect(movedSpan(far, [], { start: 0, end: 3 }, 'end', next('word'))).toEqual({
    start: 0,
    end: far.length,
  });
  const long = '北京'.repeat(2000);
  const moved = movedSpan(long, [], { start: 1000, end: 1002 }, 'end', next('word'));
  expect(moved?.end).toBeGreaterThan(1002);
  expect(moved?.end).toBeLessThan(1010);
});

const passage = (id: string, part: string, fields: Partial<Annotation> = {}): Annotation =>
  makeAnnotation({ id, target: passageOf(text, part), ...fields });

test('the anchor is described afresh', () => {
  const on = commandProject({ annotation: [passage('a', 'envoy')] });
  const [annotation = makeAnnotation()] = on.all('annotation');
  const moved = succeeded(
    moveBoundary({ ...on.passages(text), sentences }, annotation, 'start', previous('word'), makeContext()),
  );
  on.commit(moved.drafts);
  expect(moved).toMatchObject({ annotation_id: 'a', merged: [], lost: [] });
  expect(on.get('annotation', 'a')?.target).toEqual(passageOf(text, 'The envoy'));
});

test('moved onto another annotation, the two are one: codings, memos, links, examples, what differs is told', () => {
  const early = '2030-01-01T00:00:00.000Z';
  const there = passage('there', 'The envoy', {
    codings: [makeCoding('x', { id: 'tx' }), makeCoding('calm', { id: 'tc' })],
    speaker_ids: ['s1'],
    created_at: early,
  });
  const moving = passage('moving', 'envoy', {
    codings: [
      makeCoding('x', { id: 'mx', created_at: early, stance: 'denies' }),
      makeCoding('y', { id: 'my' }),
      makeCoding('harsh', { id: 'mh' }),
    ],
    speaker_ids: ['s2'],
    voice: 'direct',
    review: 'to_review',
  });
  const on = commandProject({
    annotation: [there, moving, passage('third', 'order')],
    code: [
      makeCode({ id: 'x', examples: ['moving', 'there'] }),
      makeCode({ id: 'y' }),
      makeCode({ id: 'calm', set: 'tone' }),
      makeCode({ id: 'harsh', set: 'tone' }),
    ],
    memo: [
      makeMemo('annotation', 'there', 'one', { created_at: early }),
      makeMemo('annotation', 'moving', 'two'),
      makeMemo('coding', 'tx', 'three'),
      makeMemo('coding', 'mx', 'four'),
      makeMemo('coding', 'mh', 'lost'),
    ],
    link: [makeLink('third', 'moving'), makeLink('third', 'there'), makeLink('moving', 'there', 'restates')],
  });
  const before = on.everything();
  const moved = succeeded(
    moveBoundary({ ...on.passages(text), sentences }, moving, 'start', previous('word'), makeContext()),
  );
  const changes = on.commit(moved.drafts);
  expect(moved).toMatchObject({ annotation_id: 'there', merged: ['moving'] });
  expect(moved.lost).toEqual([
    { what: 'code', code_id: 'harsh' },
    { what: 'speakers', speaker_ids: ['s2'] },
  ]);
  const left = on.get('annotation', 'there');
  expect(left).toMatchObject({
    speaker_ids: ['s1'],
    voice: 'direct',
    review: 'to_review',
    target: there.target,
  });
  expect(left?.codings.map(({ id, stance }) => [id, stance]).toSorted()).toEqual([
    ['mx', 'denies'],
    ['my', undefined],
    ['tc', undefined],
  ]);
  expect(on.get('annotation', 'moving')).toBeUndefined();
  expect(on.all('memo').map(({ target, text: words }) => [target.kind, target.id, words])).toEqual([
    ['annotation', 'there', 'one\n\ntwo'],
    ['coding', 'mx', 'four\n\nthree'],
  ]);
  expect(on.all('link').map(({ from, to, kind }) => [from, to, kind])).toEqual([
    ['third', 'there', 'continues'],
  ]);
  expect(on.get('code', 'x')?.examples).toEqual(['there']);
  on.undo(changes);
  expect(on.everything()).toEqual(before);
});

test('another coder’s annotation and one of another round stay apart', () => {
  const others = [
    passage('hers', 'The envoy', { coder_id: 'other' }),
    passage('then', 'The envoy', { round: 2 }),
  ];
  const on = commandProject({ annotation: [passage('a', 'envoy'), ...others] });
  const [a = makeAnnotation()] = on.all('annotation');
  const moved = succeeded(setPassageSpan(on.passages(text), a, spanOf('The envoy'), makeContext()));
  expect(moved).toMatchObject({ annotation_id: 'a', merged: [] });
});

const refused: readonly (readonly [why: string, annotation: Annotation, to: Span, problem: string])[] = [
  ['another coder’s', passage('a', 'envoy', { coder_id: 'other' }), spanOf('order'), 'other-coder'],
  ['another round', passage('a', 'envoy', { round: 2 }), spanOf('order'), 'other-round'],
  ['on the document', makeAnnotation({ target: { kind: 'document' } }), spanOf('order'), 'no-passage'],
  ['white space alone', passage('a', 'envoy'), spanOf('\n\n'), 'empty'],
  ['where it lies', passage('a', 'envoy'), spanOf(' envoy '), 'unmoved'],
];
for (const [why, annotation, to, problem] of refused) {
  test(`refused, ${why}: ${problem}`, () => {
    const on = commandProject({ annotation: [annotation] });
    const outcome = setPassageSpan(on.passages(text), annotation, to, makeContext());
    expect(outcome).toEqual({ ok: false, error: problem });
  });
}
