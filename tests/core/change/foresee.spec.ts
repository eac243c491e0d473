import { compareAnnotations } from '@core/annotation-order';
import { foresee, withForeseen } from '@core/change/foresee';
import { removeAnnotation, setUnsure } from '@core/commands/annotation-commands';
import { toggleCode } from '@core/commands/code-target';
import type { Annotation } from '@core/model/annotation';
import type { ChangeDraft } from '@core/model/change';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCode, makeCoding, makeContext, makeSurface } from '../make-records';

const text = 'The quick fox jumps over the lazy dog.';
const frame = makeCode({ id: 'frame' });
const other = makeCode({ id: 'other' });
const at = (id: string, start: number, end: number, ...codes: string[]): Annotation =>
  makeAnnotation({
    id,
    target: { kind: 'passage', start, end, quote: text.slice(start, end), prefix: '', suffix: '' },
    codings: codes.map((code) => makeCoding(code, { id: `${id}-${code}` })),
  });
const whole = makeAnnotation({ id: 'whole', target: { kind: 'document' } });
const first = at('first', 0, 9, 'frame');
const last = at('last', 14, 19, 'frame', 'other');
const annotations = [whole, first, last];
const surface = makeSurface(text, [frame, other], annotations);

/** Ids with their codes, in order. */
const words = (list: readonly Annotation[]): readonly string[] =>
  list.map(({ id, codings }) => [id, ...codings.map(({ code_id }) => code_id)].join(' '));

const cases: readonly (readonly [string, readonly ChangeDraft[], readonly string[]])[] = [
  ['nothing', [], ['whole', 'first frame', 'last frame other']],
  [
    'a passage that is made',
    toggleCode(surface, { kind: 'span', span: { start: 10, end: 13 } }, other, makeContext()).drafts,
    ['whole', 'first frame', 'new-2 other', 'last frame other'],
  ],
  [
    'a code more',
    toggleCode(surface, { kind: 'annotation', annotation: first }, other, makeContext()).drafts,
    ['whole', 'first frame other', 'last frame other'],
  ],
  [
    'a code less',
    toggleCode(surface, { kind: 'annotation', annotation: last }, frame, makeContext()).drafts,
    ['whole', 'first frame', 'last other'],
  ],
  ['a removal', removeAnnotation(first, [], []), ['whole', 'last frame other']],
];

for (const [name, drafts, expected] of cases) {
  test(`foreseen: ${name}`, () => {
    const foreseen = foresee(annotations, drafts, makeContext());
    const list = withForeseen(annotations, foreseen, 'document');
    expect(words(list)).toEqual(expected);
    expect([...list].sort(compareAnnotations)).toEqual(list);
    const untouched = annotations.filter(({ id }) => !foreseen.has(id));
    expect(list.filter((one) => untouched.includes(one))).toEqual(untouched);
  });
}

test('what is foreseen of another document is passed over, and nothing foreseen gives the list itself', () => {
  const foreseen = foresee(annotations, setUnsure(first, 'first-frame', true), makeContext());
  expect([...foreseen.keys()]).toEqual(['first']);
  const elsewhere = [makeAnnotation({ id: 'elsewhere', document_id: 'another' })];
  expect(withForeseen(elsewhere, foreseen, 'another')).toEqual(elsewhere);
  expect(withForeseen(annotations, new Map(), 'document')).toBe(annotations);
});
