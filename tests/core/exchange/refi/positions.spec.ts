import { detectDialect, isNameOf } from '@core/exchange/refi/detect-dialect';
import { type PositionDialect, placesIn, standardDialect } from '@core/exchange/refi/position-dialect';
import { canonicalText } from '@core/text/canonical-text';
import { expect, test } from '@playwright/test';

const unix =
  'Calm at the port 😀\n\nTwo ships left. The 👩‍👩‍👧 stayed.\nNobody spoke; שלום, said one.\nThe end came soon';
const windows = unix.replaceAll('\n', '\r\n');
const marked = `\ufeff${unix}`;

/** Counts as a program would: the text as it has it in memory, by its unit. */
function positionsOf(raw: string, dialect: PositionDialect, passage: string) {
  const skipped = dialect.mark === 'skipped' ? raw.replace(/^\ufeff/, '') : raw;
  const one = dialect.lineEnd === 'one' ? skipped.replaceAll('\r\n', '\n') : skipped;
  const inMemory = dialect.lineEnd === 'two' ? one.replaceAll('\n', '\r\n') : one;
  const wanted =
    dialect.lineEnd === 'two' || (dialect.lineEnd === 'as-is' && raw.includes('\r'))
      ? passage.replaceAll('\n', '\r\n')
      : passage;
  const at = inMemory.indexOf(wanted);
  if (at < 0) throw new Error(`No "${passage}"`);
  const count = (text: string): number => (dialect.unit === 'utf-16' ? text.length : Array.from(text).length);
  const start = count(inMemory.slice(0, at));
  const end = start + count(wanted);
  return { start, end: dialect.end === 'inclusive' ? end - 1 : end };
}

const passages = ['Two ships left.', '👩‍👩‍👧', 'stayed.\nNobody', 'שלום', 'The end'];

const cases: readonly (readonly [
  name: string,
  raw: string,
  dialect: Partial<PositionDialect>,
  origin: string,
])[] = [
  ['the standard', unix, {}, 'Taguette'],
  ['UTF-16 units', unix, { unit: 'utf-16' }, 'NVivo'],
  ['CRLF counted as two', windows, {}, 'MAXQDA 2022'],
  ['CRLF counted as one', windows, { lineEnd: 'one' }, 'ATLAS.ti 23'],
  ['CRLF counted as one by another', windows, { lineEnd: 'one' }, 'Unknown'],
  ['line feeds that were CRLF before', unix, { lineEnd: 'two' }, 'NVivo'],
  ['a mark that counts', marked, { mark: 'counted' }, 'QualCoder'],
  ['a mark that does not', marked, {}, 'QualCoder'],
  ['an inclusive end', unix, { end: 'inclusive' }, 'Quirkos'],
  [
    'all at once',
    `\ufeff${windows}`,
    { unit: 'utf-16', lineEnd: 'one', mark: 'counted', end: 'inclusive' },
    'X',
  ],
];
for (const [name, raw, given, origin] of cases) {
  test(`finds out and follows: ${name}`, () => {
    const dialect = { ...standardDialect, ...given };
    const selections = passages.map((passage) => ({
      ...positionsOf(raw, dialect, passage),
      name: passage.replaceAll('\n', ' '),
    }));
    const found = detectDialect([{ raw, selections }], origin);
    expect(found).toMatchObject({ ...dialect, matched: 5, named: 5, decidedBy: 'names' });
    const frozen = canonicalText(raw).text;
    const placeOf = placesIn(raw, found);
    const extra = found.end === 'inclusive' ? 1 : 0;
    const slices = selections.map(({ start, end }) =>
      frozen.slice(placeOf(start) ?? -1, placeOf(end + extra) ?? -1),
    );
    expect(slices).toEqual(passages);
  });
}

test('titles decide nothing: then the origin does, else the standard', () => {
  const selections = [{ start: 0, end: 4, name: 'a thought about harbours' }];
  const none = { matched: 0, named: 1 };
  expect(detectDialect([{ raw: windows, selections }], 'ATLAS.ti Windows')).toEqual({
    ...{ ...standardDialect, lineEnd: 'one', decidedBy: 'origin' },
    ...none,
  });
  expect(detectDialect([{ raw: windows, selections }], 'NVivo')).toEqual({
    ...{ ...standardDialect, decidedBy: 'standard' },
    ...none,
  });
  expect(detectDialect([], 'NVivo')).toMatchObject({ named: 0, decidedBy: 'standard' });
});

test('a few titles among quotes do not outvote them', () => {
  const dialect = { ...standardDialect, unit: 'utf-16' } as const;
  const selections = [
    ...passages.map((name) => ({ ...positionsOf(unix, dialect, name), name })),
    { start: 0, end: 4, name: 'Important!' },
  ];
  expect(detectDialect([{ raw: unix, selections }], '')).toMatchObject({
    unit: 'utf-16',
    matched: 5,
    named: 6,
  });
});

for (const [name, passage, expected] of [
  ['Two ships', 'Two ships', true],
  ['Two  ships\tleft', 'Two ships\nleft', true],
  ['Two ships left the…', 'Two ships left the port', true],
  ['Two ships left the ...', 'Two ships left the port', true],
  ['Two…', 'Two ships', false],
  ['Ten ships', 'Two ships', false],
  ['ships…', 'ships…', true],
] as const) {
  test(`"${name}" ${expected ? 'names' : 'does not name'} "${passage.replace('\n', ' ')}"`, () => {
    expect(isNameOf(name, passage)).toBe(expected);
  });
}

test('no place outside the text', () => {
  const placeOf = placesIn('a😀b', standardDialect);
  expect([0, 1, 2, 3, 4, -1, 1.5, Number.NaN].map(placeOf)).toEqual([0, 1, 3, 4, null, null, null, null]);
});
