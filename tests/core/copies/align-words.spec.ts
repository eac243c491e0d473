import { alignWords, similarity } from '@core/copies/align-words';
import { expect, test } from '@playwright/test';
import { Chance } from '../../bench/support/prose';

/** Length of a longest common subsequence by its definition: the slow way that is sure. */
function longest(left: string, right: string): number {
  if (left === '' || right === '') return 0;
  const [first, ...rest] = left;
  const at = right.indexOf(first ?? '');
  const without = longest(rest.join(''), right);
  return at < 0 ? without : Math.max(without, 1 + longest(rest.join(''), right.slice(at + 1)));
}

/** What is wrong with the alignment of two texts of letters. */
function faultsOf(left: string, right: string): readonly string[] {
  const letters = [Array.from(left), Array.from(right)] as const;
  const pairs = alignWords(...letters);
  const all = left.length + right.length;
  const alike = similarity(...letters);
  const faults = pairs.flatMap(([one, other], at) => {
    const [before, beforeOther] = pairs[at - 1] ?? [-1, -1];
    return left[one] === right[other] && one > before && other > beforeOther ? [] : [`pair ${at}`];
  });
  if (pairs.length !== longest(left, right)) faults.push('length');
  if (alike !== (all === 0 ? 1 : (2 * pairs.length) / all)) faults.push('similarity');
  return faults.map((fault) => `${left} ${right}: ${fault}`);
}

test('pairs rise in both, are the same words, and are as many as can be', () => {
  const chance = new Chance(11);
  const text = (): string => Array.from({ length: chance.below(10) }, () => 'abc'[chance.below(3)]).join('');
  const faults = Array.from({ length: 400 }, () => faultsOf(text(), text())).flat();
  expect(faults).toEqual([]);
});

test('a repeated word stays with its neighbours', () => {
  const left = 'x the y'.split(' ');
  const right = 'the q the y'.split(' ');
  expect(alignWords(left, right)).toEqual([
    [1, 2],
    [2, 3],
  ]);
});

test('similarity below what is asked for is none', () => {
  const words = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `w${at}`);
  expect(similarity(words(10), words(4))).toBeCloseTo(8 / 14);
  expect(similarity(words(10), words(4), 0.75)).toBe(0);
  expect(similarity(words(10), words(9), 0.75)).toBeCloseTo(18 / 19);
});
