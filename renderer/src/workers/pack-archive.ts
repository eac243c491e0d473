import { crc32 } from '@core/exchange/crc32';
import { joinedBytes } from '@core/exchange/joined-bytes';
import type { PartedFile } from '@core/exchange/json-format';
import { fail, type Result, succeed } from '@core/result';
import { Deflate, deflateSync } from 'fflate';
import { directory, localHeader, type PackedEntry } from './zip-headers';

/** Why files do not go into one archive. */
export interface PackProblem {
  readonly kind: 'too-many-files' | 'file-too-large';
  /** Files, or bytes, with which it was given up. */
  readonly count: number;
}

/** A file as it goes into an archive: text in parts that are made as they are packed, or bytes. */
export type PackableFile = PartedFile | { readonly name: string; readonly bytes: Uint8Array };

/** A plain ZIP counts its entries in 16 bits; the library writes a broken one beyond that without a word. */
const mostFiles = 65_535;
/** Of a source, by REFI 8.1. */
const mostBytes = 2_147_483_647;
/** As the library's own archives have it. */
const level = 6;

/**
 * Files as one ZIP archive, texts in UTF-8 without a byte order mark. Only what is packed is kept, so that a file may be
 * far larger than the memory it takes to pack it. The library's own stream would put sizes behind each entry, where
 * programs that read an archive from its beginning do not look for them; sizes stand before it here.
 */
export function packArchive(files: Iterable<PackableFile>): Result<Uint8Array<ArrayBuffer>, PackProblem> {
  const entries: PackedEntry[] = [];
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (const file of files) {
    if (entries.length === mostFiles) return fail({ kind: 'too-many-files', count: mostFiles + 1 });
    const taken = takeBytes('bytes' in file ? [file.bytes] : encoded(file.parts), mostBytes - total);
    if (taken === null) return fail({ kind: 'file-too-large', count: mostBytes + 1 });
    total += taken.size;
    const name = new TextEncoder().encode(file.name);
    const entry = { name, checksum: taken.checksum, size: taken.size, packed: lengthOf(taken.packed) };
    entries.push(entry);
    chunks.push(localHeader(entry), ...taken.packed);
  }
  return succeed(joinedBytes([...chunks, ...directory(entries)]));
}

/** Packs what comes; null where it is more than `most` bytes. */
function takeBytes(pieces: Iterable<Uint8Array>, most: number) {
  const packed: Uint8Array[] = [];
  let [checksum, size] = [0, 0];
  /** What has come of a file that may be small: a stream takes up a hundred kilobytes for each, however small. */
  let first: Uint8Array | null = null;
  let stream: Deflate | null = null;
  for (const piece of pieces) {
    size += piece.length;
    // Without ZIP64 the whole has the same limit as each part.
    if (size > most) return null;
    checksum = crc32(piece, checksum);
    // It is written over when the next comes.
    if (first === null) first = piece.slice();
    else {
      stream ??= begunWith(first, packed);
      stream.push(piece);
    }
  }
  if (stream === null) packed.push(deflateSync(first ?? new Uint8Array(), { level }));
  else stream.push(new Uint8Array(), true);
  return { packed, checksum, size };
}

function begunWith(first: Uint8Array, packed: Uint8Array[]): Deflate {
  const stream = new Deflate({ level }, (chunk) => packed.push(chunk));
  stream.push(first);
  return stream;
}

/** Bytes that a part is encoded into at a time. What is given is a view of them, and holds until the next is asked for. */
const buffer = new Uint8Array(65_536);

function* encoded(parts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const part of parts) {
    for (let rest = part; rest !== ''; ) {
      const { read, written } = encoder.encodeInto(rest, buffer);
      yield buffer.subarray(0, written);
      rest = rest.slice(read);
    }
  }
}

const lengthOf = (chunks: readonly Uint8Array[]): number =>
  chunks.reduce((sum, { length }) => sum + length, 0);
