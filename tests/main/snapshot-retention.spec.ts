import { type KeptSnapshot, prunable } from '@main/snapshot-retention';
import { expect, test } from '@playwright/test';

const start = Date.UTC(2026, 0, 5, 8, 1);
const minutes = (count: number): number => count * 60_000;

const every = (step: number, count: number): readonly KeptSnapshot[] =>
  Array.from({ length: count }, (_, place) => ({
    ...{ name: String(place), time: start + minutes(step * place), rows: 1_000, is_upgrade: false },
  }));

const kept = (snapshots: readonly KeptSnapshot[]): readonly string[] => {
  const gone = new Set(prunable(snapshots));
  return snapshots.map(({ name }) => name).filter((name) => !gone.has(name));
};

const tables: readonly (readonly [name: string, snapshots: readonly KeptSnapshot[], kept: number])[] = [
  ['nothing', [], 0],
  ['one', every(5, 1), 1],
  ['an hour of every five minutes', every(5, 12), 1],
  // The newest of the first day; those of the two others are among the hours.
  ['two days of every five minutes', every(5, 576), 25],
  // Two of the days are among the hours, three of the weeks among the days.
  ['a year of every hour', every(60, 24 * 365), 24 + 12 + 7],
];

for (const [name, snapshots, count] of tables) {
  test(`of ${name}, ${count} are kept, the newest among them`, () => {
    const left = kept(snapshots);
    expect(left).toHaveLength(count);
    expect(left.at(-1)).toBe(snapshots.at(-1)?.name);
    // What is kept stays kept when nothing new comes.
    expect(prunable(snapshots.filter(({ name: each }) => left.includes(each)))).toEqual([]);
  });
}

test('one from before an upgrade and the last before a great loss are kept', () => {
  const at = (name: string, minute: number, rows: number | null, is_upgrade = false): KeptSnapshot => ({
    ...{ name, time: start + minutes(minute), rows, is_upgrade },
  });
  const loss = [at('full', 1, 1_000), at('empty', 2, 10), at('emptier', 3, 5)];
  expect(kept(loss)).toEqual(['full', 'emptier']);
  expect(kept([at('old', 1, 990), at('fuller', 2, 1_000), at('less', 3, 900)])).toEqual(['less']);
  expect(kept([at('upgrade', 1, 10, true), at('next', 2, 10), at('last', 3, 10)])).toEqual([
    'upgrade',
    'last',
  ]);
  expect(kept([at('unreadable', 1, null), at('last', 2, 10)])).toEqual(['last']);
});
