import { createNumberList, float64, int32 } from '@core/copies/number-list';
import { createPrintTable } from '@core/copies/print-table';
import { createWordPool } from '@core/copies/word-pool';
import { createWordings } from '@core/copies/wordings';
import { expect, test } from '@playwright/test';

const many = 50_000;

test('numbers are kept across pieces, and there is none beyond the last', () => {
  for (const piece of [int32, float64]) {
    const list = createNumberList(piece);
    for (let n = 0; n < many; n += 1) list.push(n * 3);
    list.set(20_000, -7);
    expect([list.length, list.at(0), list.at(16_384), list.at(20_000), list.at(many - 1)]).toEqual([
      ...[many, 0, 49_152, -7, (many - 1) * 3],
    ]);
    expect(list.at(many)).toBeNaN();
  }
});

test('a fingerprint is found by all its bits, however many share the lower ones', () => {
  const table = createPrintTable();
  const known = new Map<number, number>();
  for (let n = 0; n < many; n += 1) {
    // Three in a row that differ in the upper bits alone.
    const print = Math.floor(n / 3) * 7_919 + (n % 3) * 2 ** 40;
    known.set(print, table.add(print));
  }
  expect(table.length).toBe(many);
  for (const [print, number] of known) {
    if (table.find(print) !== number || table.printOf(number) !== print) throw new Error(`${print}`);
    if (table.find(print + 2 ** 45) !== -1) throw new Error(`${print} and no other`);
  }
});

test('sequences of words come back as they were, also those longer than a piece', () => {
  const pool = createWordPool();
  const lengths = [0, 3, 65_530, 10, 70_000, 1, 0, 65_536, 2];
  const sequences = lengths.map((length, at) => Int32Array.from({ length }, (_, n) => n * (at + 1) - 5));
  expect(sequences.map((words) => pool.add(words))).toEqual([...lengths.keys()]);
  for (const [at, words] of sequences.entries()) expect(pool.at(at)).toEqual(words);
});

test('sentences join and leave a wording one by one, and all of a document at once', () => {
  const wordings = createWordings();
  const [one, other] = [wordings.add(5), wordings.add(6)];
  wordings.pair(one, other);
  expect([wordings.find(6), wordings.find(7), wordings.nearOf(one), wordings.nearOf(other)]).toEqual([
    ...[other, -1, [other], [one]],
  ]);
  const members = [
    { document_id: 'b', sentence: 4 },
    { document_id: 'a', sentence: 2 },
    { document_id: 'b', sentence: 9 },
  ];
  for (const member of members) wordings.join(one, member);
  expect(wordings.membersOf(one)).toEqual(members);
  expect([wordings.isUsed(one), wordings.isUsed(other)]).toEqual([true, false]);
  wordings.leave(one, 'b');
  expect(wordings.membersOf(one)).toEqual([members[1]]);
  wordings.leave(one, 'a');
  expect([wordings.isUsed(one), wordings.membersOf(one)]).toEqual([false, []]);
  wordings.join(one, { document_id: 'c', sentence: 0 });
  expect(wordings.membersOf(one)).toEqual([{ document_id: 'c', sentence: 0 }]);
});
