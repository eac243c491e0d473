import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { tableEntries } from './leveldb-table';
import { unsnap } from './snappy';

/** How Chromium begins a value that it packed (third_party/blink, idb_value_wrapping.cc). */
const packedValue = Buffer.from([0xff, 0x11, 0x02]);
const gzipSign = Buffer.from([0x1f, 0x8b, 0x08]);

export interface Finding {
  /** Path of the file. */
  readonly path: string;
  /** Whether the words stand in it as they are; else they are packed. */
  readonly isPlain: boolean;
}

/**
 * Reads every file below a folder as it is now; answers which of them hold some words, in UTF-8 or UTF-16, also where
 * they are packed: in tables of LevelDB, values of IndexedDB, gzip and ZIP.
 */
export function readBelow(folder: string): (words: string) => readonly Finding[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const plain = readFileSync(path);
      return { path, plain, packed: unpacked(plain) };
    });
  return (words) => {
    const needles = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
    const isIn = (bytes: Buffer): boolean => needles.some((needle) => bytes.includes(needle));
    return files
      .map(({ path, plain, packed }) => ({ path, isPlain: isIn(plain), isPacked: packed.some(isIn) }))
      .filter(({ isPlain, isPacked }) => isPlain || isPacked)
      .map(({ path, isPlain }) => ({ path, isPlain }));
  };
}

/** All that is packed in a file, one part after another. */
function unpacked(bytes: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  attempt(() => {
    for (const [key, value] of tableEntries(bytes)) parts.push(key, value);
  });
  for (const part of [bytes, ...parts]) {
    for (const at of placesOf(part, packedValue))
      attempt(() => parts.push(unsnap(part.subarray(at + packedValue.length))));
  }
  for (const at of placesOf(bytes, gzipSign))
    attempt(() => parts.push(gunzipSync(bytes.subarray(at), { finishFlush: constants.Z_SYNC_FLUSH })));
  if (bytes.toString('latin1', 0, 2) === 'PK')
    attempt(() => parts.push(...Object.values(unzipSync(bytes)).map((each) => Buffer.from(each))));
  return parts;
}

function placesOf(bytes: Buffer, sign: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(sign); at !== -1; at = bytes.indexOf(sign, at + 1)) places.push(at);
  return places;
}

/** Most of what looks like something packed is none. */
function attempt(work: () => unknown): void {
  try {
    work();
  } catch {
    // Then there is nothing in it to be found.
  }
}
