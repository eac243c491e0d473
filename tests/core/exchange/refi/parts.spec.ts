import { hues } from '@core/codebook/hues';
import { derivedId } from '@core/exchange/derived-id';
import { canonicalId } from '@core/exchange/import-stage';
import { readDefinition, writeDefinition } from '@core/exchange/refi/code-definition';
import { hexOf, nearestHue } from '@core/exchange/refi/refi-color';
import { refiGuids } from '@core/exchange/refi/refi-guids';
import { refiTime } from '@core/exchange/refi/refi-time';
import { isDay, plainDecimal, readValue, valueText } from '@core/exchange/refi/refi-values';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

test('every hue survives as a colour', () => {
  expect(hues.map((hue) => nearestHue(hexOf(hue)))).toEqual([...hues]);
  expect(hexOf('a hue of the future')).toBe(hexOf('slate'));
});

for (const [color, hue] of [
  ['#FF0000', 'red'],
  ['#00f', 'indigo'],
  ['#000', 'slate'],
  ['#cccccc', 'slate'],
  ['green', null],
  ['#12345', null],
] as const) {
  test(`${color} becomes ${hue}`, () => {
    expect(nearestHue(color)).toBe(hue);
  });
}

test('what is written as a definition and taken apart is written the same again', () => {
  const part = fc.string({ unit: fc.constantFrom('a', '\n', '\n\n', 'Include: ', 'Exclude: ', ' ') });
  const check = fc.property(part, part, part, (description, include, exclude) => {
    const text = writeDefinition({ description, include, exclude });
    return writeDefinition(readDefinition(text)) === text;
  });
  fc.assert(check, { numRuns: 2000, seed: 3 });
  const definition = { description: 'Calm\n\nis back', include: 'order', exclude: 'silence' };
  expect(writeDefinition(definition)).toBe('Calm\n\nis back\n\nInclude: order\n\nExclude: silence');
  expect(readDefinition(writeDefinition(definition))).toEqual(definition);
});

test('derived ids are UUIDs, the same for the same words and different for others', () => {
  const made = new Set<string>();
  for (let n = 0; n < 20_000; n++) {
    made.add(derivedId('a', String(n)));
    made.add(derivedId(`a${n}`, ''));
  }
  expect(made.size).toBe(40_000);
  for (const id of [...made].slice(0, 50)) expect(canonicalId(id)).toBe(id);
  expect(derivedId('stance', 'denies')).toBe('e6eeb586-6572-80cf-968c-77406d480bd3');
  expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
});

test('a guid belongs to one record, and stays', () => {
  const guid = refiGuids();
  const id = '11111111-1111-4111-8111-111111111111';
  const [code, coding] = [guid('code', id), guid('coding', id)];
  expect(code).toBe(id);
  expect(coding).not.toBe(id);
  expect(guid('coding', id)).toBe(coding);
  expect(refiGuids()('document', 'doc 1')).toBe(refiGuids()('document', 'doc 1'));
});

for (const [time, written] of [
  ['2026-01-31T09:30:00.000Z', '2026-01-31T09:30:00Z'],
  ['2026-01-31T09:30:00.120Z', '2026-01-31T09:30:00.120Z'],
  ['2026-01-31T09:30:00+02:00', '2026-01-31T07:30:00Z'],
  ['yesterday', undefined],
] as const) {
  test(`time ${time}`, () => {
    expect(refiTime(time)).toBe(written);
  });
}

for (const [value, written] of [
  [1e21, '1000000000000000000000'],
  [1.5e-7, '0.00000015'],
  [-1.25e22, '-12500000000000000000000'],
  [0.1, '0.1'],
  [-3, '-3'],
] as const) {
  test(`${value} as a decimal`, () => {
    expect(plainDecimal(value)).toBe(written);
    expect(readValue('Float', written)).toBe(value);
  });
}

test('every number comes back from its decimal', () => {
  const check = fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
    const text = valueText(value);
    return /^-?\d+(?:\.\d+)?$/.test(text) && Object.is(Number(text) + 0, value + 0);
  });
  fc.assert(check, { numRuns: 2000, seed: 5 });
});

for (const [text, day] of [
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-01', false],
] as const) {
  test(`${text} is ${day ? 'a' : 'no'} day`, () => {
    expect(isDay(text)).toBe(day);
  });
}

for (const [type, raw, value] of [
  ['Boolean', 'True', true],
  ['Boolean', '0', false],
  ['Boolean', 'perhaps', null],
  ['Integer', ' 12 ', 12],
  ['Integer', '1.5', null],
  ['Float', '1,5', null],
  ['Date', '2026-01-05Z', '2026-01-05'],
  ['Date', '05.01.2026', null],
  ['Text', ' kept as it is ', ' kept as it is '],
  ['Text', '  ', null],
] as const) {
  test(`${type} "${raw}" is read as ${String(value)}`, () => {
    expect(readValue(type, raw)).toBe(value);
  });
}
