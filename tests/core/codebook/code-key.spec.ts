import { keyFor } from '@core/codebook/code-key';
import { expect, test } from '@playwright/test';

const cases: readonly (readonly [name: string, key: string])[] = [
  ['External interference', 'external_interference'],
  ['Ingérence extérieure', 'ingerence_exterieure'],
  ['Inge\u0301rence', 'ingerence'],
  ['  -- 2nd wave! (of 3) ', '2nd_wave_of_3'],
  ['Straße & Ærø', 'strasse_aero'],
  ['Łódź, İstanbul', 'lodz_istanbul'],
  ['Легитимность', 'code'],
  ['Легитимность 2', '2'],
  ['外部干预', 'code'],
  ['😀', 'code'],
  ['', 'code'],
];
for (const [name, key] of cases) {
  test(`"${name}" gives ${key}`, () => {
    expect(keyFor(name, new Set())).toBe(key);
  });
}

test('a taken key gets the first free number', () => {
  expect(keyFor('Order', new Set(['order']))).toBe('order_2');
  expect(keyFor('Order', new Set(['order', 'order_2', 'order_4']))).toBe('order_3');
});

test('a key has 40 characters at most and never ends in a hyphen, even with a number', () => {
  const long = `${'a'.repeat(39)} b ${'c'.repeat(40)}`;
  const key = keyFor(long, new Set());
  expect(key).toBe('a'.repeat(39));
  const second = keyFor(long, new Set([key]));
  expect(second).toBe(`${'a'.repeat(38)}_2`);
});

test('another kind of record has a fallback of its own', () => {
  expect(keyFor('日付', new Set(), 'attribute')).toBe('attribute');
});
