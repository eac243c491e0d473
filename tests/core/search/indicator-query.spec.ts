import { indicatorQuery } from '@core/search/indicator-query';
import { parseQuery } from '@core/search/parse-query';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { trials } from '../../support/trials';

const queries: readonly (readonly [indicators: string, query: string])[] = [
  ['order', 'order'],
  ['order, calm', 'order OR calm'],
  ['law and order; restor*\ncalm', '"law and order" OR restor* OR calm'],
  [' order,, order ,', 'order'],
  ['“law and order”, "calm"', '"law and order" OR calm'],
  ['NOT, either/or, 10:30, -ism', '"NOT" OR "either/or" OR "10:30" OR "-ism"'],
  ['', ''],
  [' , *, —', ''],
];

for (const [indicators, query] of queries) {
  test(`${JSON.stringify(indicators)} is searched as ${JSON.stringify(query)}`, () => {
    expect(indicatorQuery(indicators)).toBe(query);
  });
}

test('whatever is noted down is a query of words and phrases, or none', () => {
  const piece = fc.constantFrom(...'order|law |,|;|\n|"|“|/|(|)|-|*|:|AND|NEAR/2| |é|title:|%|…'.split('|'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const query = indicatorQuery(pieces.join(''));
      if (query === '') return;
      const parsed = parseQuery(query);
      expect(parsed).toMatchObject({ ok: true });
      if (!parsed.ok) return;
      const nodes = parsed.value.kind === 'or' ? parsed.value.nodes : [parsed.value];
      expect(nodes.map(({ kind }) => kind)).toEqual(nodes.map(() => 'term'));
    }),
    { numRuns: trials(200, 5_000) },
  );
});
