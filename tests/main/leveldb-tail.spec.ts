import assert from 'node:assert/strict';
import { logState } from '@main/leveldb-tail';
import { expect, test } from '@playwright/test';
import { seeded } from './journal-fixture';

const block = 32 * 1024;

/** CRC-32C bit by bit, so that the program's own table is not its only witness. */
function crc32c(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** Writes records as LevelDB does; answers the log and the ends of its records. */
function writeLog(lengths: readonly number[]): { readonly bytes: Buffer; readonly ends: readonly number[] } {
  const random = seeded(7);
  const parts: Buffer[] = [];
  const ends: number[] = [];
  let size = 0;
  const add = (bytes: Buffer): void => {
    parts.push(bytes);
    size += bytes.length;
  };
  for (const length of lengths) {
    let left = length;
    let begun = false;
    do {
      const room = block - (size % block);
      if (room < 7) {
        add(Buffer.alloc(room));
        continue;
      }
      const payload = Buffer.from(Array.from({ length: Math.min(left, room - 7) }, () => random(256)));
      left -= payload.length;
      const isLast = left === 0;
      const type = begun ? (isLast ? 4 : 3) : isLast ? 1 : 2;
      const crc = crc32c(Buffer.concat([Buffer.from([type]), payload]));
      const header = Buffer.alloc(7);
      header.writeUInt32LE((((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0, 0);
      header.writeUInt16LE(payload.length, 4);
      header[6] = type;
      add(Buffer.concat([header, payload]));
      begun = true;
      if (isLast) break;
    } while (left >= 0);
    ends.push(size);
  }
  return { bytes: Buffer.concat(parts), ends };
}

const logs: readonly (readonly [name: string, lengths: readonly number[]])[] = [
  ['of short records', [10, 0, 200, 33, 1]],
  ['with records longer than a block', [100, 40_000, 20, 70_000, 5]],
  // 7 bytes are left in the block: a first part without payload; then 6: a trailer.
  ['whose block has room for a header alone', [block - 14, 12, 30]],
  ['with a trailer', [block - 13, 12, 30]],
];

for (const [name, lengths] of logs) {
  test(`a log ${name}, cut anywhere, ends at its last complete record`, () => {
    const { bytes, ends } = writeLog(lengths);
    assert.deepEqual(logState(bytes), { kind: 'sound' });
    let cuts = 0;
    const step = bytes.length > 2_000 ? 97 : 1;
    const places = new Set(ends.flatMap((end) => [end - 1, end, end + 1, end + 6, end + 7, end + 8]));
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      if (cut % step !== 0 && !places.has(cut)) continue;
      const state = logState(bytes.subarray(0, cut));
      const whole = ends.findLast((end) => end <= cut) ?? 0;
      // Zeros up to a block's end belong to what stands before them.
      const room = block - (whole % block);
      const end = room < 7 ? Math.min(cut, whole + room) : whole;
      assert.deepEqual(state, end === cut ? { kind: 'sound' } : { kind: 'torn', end }, `cut at ${cut}`);
      assert.deepEqual(logState(bytes.subarray(0, end)), { kind: 'sound' });
      cuts += 1;
    }
    expect(cuts).toBeGreaterThan(200);
  });
}

test('a flipped bit in the last record is a torn end, one before sound records is damage', () => {
  const { bytes, ends } = writeLog([50, 60, 70, 80]);
  const lastStart = ends.at(-2) ?? 0;
  for (let place = 0; place < bytes.length; place += 1) {
    const flipped = Buffer.from(bytes);
    flipped[place] = (flipped[place] ?? 0) ^ 0x40;
    const state = logState(flipped);
    if (place >= lastStart) assert.deepEqual(state, { kind: 'torn', end: lastStart });
    else assert.notEqual(state.kind, 'sound', `bit at ${place}`);
    // A flipped length hides where the next record begins: cut there, all that is left is sound.
    if (state.kind === 'torn') assert.deepEqual(logState(flipped.subarray(0, state.end)), { kind: 'sound' });
  }
});

test('a header without its payload before a sound record is damage; zeros at the end are torn', () => {
  const { bytes, ends } = writeLog([50, 60]);
  const [first = 0] = ends;
  const bare = Buffer.concat([
    bytes.subarray(0, first),
    bytes.subarray(first, first + 7),
    bytes.subarray(first),
  ]);
  expect(logState(bare)).toEqual({ kind: 'damaged', at: first });
  expect(logState(Buffer.concat([bytes, Buffer.alloc(500)]))).toEqual({ kind: 'torn', end: bytes.length });
  expect(logState(Buffer.alloc(0))).toEqual({ kind: 'sound' });
  expect(logState(Buffer.from('not a log at all'))).toEqual({ kind: 'torn', end: 0 });
});
