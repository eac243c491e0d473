import { parseQuery } from '@core/search/parse-query';
import type { QueryNode, queryProblems } from '@core/search/query-tree';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { trials } from '../../support/trials';

/** A tree in few signs, to be read at a glance. */
function brief(node: QueryNode): string {
  switch (node.kind) {
    case 'term':
      return node.words;
    case 'pattern':
      return `/${node.source}/${node.flags}`;
    case 'filter':
      return `${node.key}=${node.value}`;
    case 'near':
      return `{${brief(node.one)} ~${node.distance} ${brief(node.other)}}`;
    case 'not':
      return `!${brief(node.node)}`;
    case 'and':
    case 'or':
      return `(${node.nodes.map(brief).join(node.kind === 'and' ? ' & ' : ' | ')})`;
  }
}

const understood: readonly (readonly [query: string, tree: string])[] = [
  ['order', 'order'],
  ['law order', '(law & order)'],
  ['law AND order', '(law & order)'],
  ['a OR b c', '(a | (b & c))'],
  ['(a OR b) c', '((a | b) & c)'],
  ['a NOT b', '(a & !b)'],
  ['a -b', '(a & !b)'],
  ['NOT (a b)', '!(a & b)'],
  ['"law and order"', 'law and order'],
  ['“law and order”', 'law and order'],
  ['"a AND b" c', '(a AND b & c)'],
  ['a NEAR/5 b', '{a ~5 b}'],
  ['a NEAR b', '{a ~10 b}'],
  ['a NEAR/2 (b OR "c d") e', '({a ~2 (b | c d)} & e)'],
  ['x and y or z', '(x & and & y & or & z)'],
  ['prot*st', 'prot*st'],
  ['anti-riot twenty-one', '(anti-riot & twenty-one)'],
  ['/a (b|c)[/]\\/d/i', '/a (b|c)[/]\\/d/i'],
  ['title:unrest code:"a > b"', '(title=unrest & code=a > b)'],
  ['-code:order agency:TASS', '(!code=order & agency=TASS)'],
  ['date:2022-01-05..2022-01-19', 'date=2022-01-05..2022-01-19'],
  ['agency:""', 'agency='],
  ['10:30', '10:30'],
];

for (const [query, tree] of understood) {
  test(`understands ${query}`, () => {
    const parsed = parseQuery(query);
    expect(parsed.ok ? brief(parsed.value) : parsed.error).toBe(tree);
  });
}

type Problem = (typeof queryProblems)[number];
/** What is not understood, with the part that is to blame. */
const refused: readonly (readonly [query: string, problem: Problem, part: string])[] = [
  ['', 'empty', ''],
  ['   ', 'empty', ''],
  ['a "b', 'unclosedQuote', '"b'],
  ['title:"b', 'unclosedQuote', '"b'],
  ['a (b OR c', 'unclosedBracket', '('],
  ['a) b', 'strayBracket', ')'],
  ['title:“b', 'unclosedQuote', '“b'],
  ['title:b"c', 'unclosedQuote', '"c'],
  ['()', 'expectedTerm', ')'],
  ['a (b OR )', 'expectedTerm', ')'],
  ['(a) OR )', 'strayBracket', ')'],
  ['a OR', 'expectedTerm', ''],
  ['OR a', 'expectedTerm', 'OR'],
  ['a AND OR b', 'expectedTerm', 'OR'],
  ['a NOT', 'expectedTerm', ''],
  ['a NEAR/5', 'expectedTerm', ''],
  ['a NEAR/ b', 'badDistance', 'NEAR/'],
  ['a NEAR/0 b', 'badDistance', 'NEAR/0'],
  ['a NEAR/2 title:b', 'nearTerms', 'title:b'],
  ['a NEAR/2 (b c)', 'nearTerms', 'b c'],
  ['a /b', 'unclosedPattern', '/b'],
  ['/a(/', 'badPattern', '/a(/'],
  ['/a/x', 'badFlags', '/a/x'],
  ['a title:', 'emptyValue', 'title:'],
  ['a * b', 'emptyTerm', '*'],
  ['""', 'emptyTerm', '""'],
];

for (const [query, problem, part] of refused) {
  test(`refuses ${JSON.stringify(query)} at “${part}”: ${problem}`, () => {
    const parsed = parseQuery(query);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    const { at } = parsed.error;
    expect([parsed.error.problem, query.slice(at.start, at.end)]).toEqual([problem, part]);
  });
}

test('whatever is typed is understood or refused at a place of it', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'b*',
      '"',
      '“c d”',
      '(',
      ')',
      '/',
      '/x+/i',
      ' ',
      ' ',
      'AND',
      'OR',
      'NOT',
      'NEAR/3',
      '-',
      '*',
      ':',
    ],
    ...['title:', 'code:x', 'é', '\u00ad', '😀'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const query = pieces.join('');
      const parsed = parseQuery(query);
      const { at } = parsed.ok ? parsed.value : parsed.error;
      return at.start >= 0 && at.start <= at.end && at.end <= query.length;
    }),
    { numRuns: trials(200, 5_000) },
  );
});
