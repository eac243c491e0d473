import { crc32 } from '@core/exchange/crc32';
import { joinedBytes } from '@core/exchange/joined-bytes';
import type { PartedFile } from '@core/exchange/json-format';
import { fail, type Result, succeed } from '@core/result';
import { deflateSync } from 'fflate';
import { type DeflateStream, deflateStream } from './deflate-stream';
import { directory, localHeader, type PackedEntry } from './zip-headers';

/** Why files do not go into one archive. */
export interface PackProblem {
  readonly kind: 'too-many-files' | 'file-too-large';
  /** Files, or bytes, with which it was given up. */
  readonly count: number;
}

/** A file as it goes into an archive: text in parts that are made as they are packed, or bytes. */
export type PackableFile = PartedFile | { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** A plain ZIP counts its entries in 16 bits; the library writes a broken one beyond that without a word. */
const mostFiles = 65_535;
/** Of a source, by REFI 8.1. */
const mostBytes = 2_147_483_647;
/** Of files packed at once; the engine's stream packs as closely. */
const level = 6;

/**
 * Files as one ZIP archive, texts in UTF-8 without a byte order mark. Only what is packed is kept, so that a file may be
 * far larger than the memory it takes to pack it. The library's own archives would put sizes behind each entry, where
 * programs that read an archive from its beginning do not look for them; sizes stand before it here.
 */
export async function packArchive(
  files: Iterable<PackableFile>,
): Promise<Result<Uint8Array<ArrayBuffer>, PackProblem>> {
  const entries: PackedEntry[] = [];
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (const file of files) {
    if (entries.length === mostFiles) return fail({ kind: 'too-many-files', count: mostFiles + 1 });
    const taken = await takeBytes(
      'bytes' in file ? slices(file.bytes) : encoded(file.parts),
      mostBytes - total,
    );
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
async function takeBytes(pieces: Iterable<Uint8Array<ArrayBuffer>>, most: number) {
  let [checksum, size] = [0, 0];
  /** What has come of a file that may be small, for which a stream costs more than the packing. */
  let first: Uint8Array<ArrayBuffer> | null = null;
  let stream: DeflateStream | null = null;
  for (const piece of pieces) {
    size += piece.length;
    // Without ZIP64 the whole has the same limit as each part.
    if (size > most) return null;
    checksum = crc32(piece, checksum);
    // It is written over when the next comes.
    if (first === null) first = piece.slice();
    else {
      if (stream === null) {
        stream = deflateStream();
        await stream.push(first);
      }
      await stream.push(piece);
    }
  }
  const packed = stream === null ? [deflateSync(first ?? new Uint8Array(), { level })] : await stream.end();
  return { packed, checksum, size };
}

/** Bytes that parts are encoded into at a time. What is given is a view of them, and holds until the next is asked for. */
const buffer = new Uint8Array(65_536);

function* encoded(parts: Iterable<string>): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let used = 0;
  for (const part of parts) {
    for (let rest = part; rest !== ''; ) {
      const { read, written } = encoder.encodeInto(rest, buffer.subarray(used));
      used += written;
      rest = rest.slice(read);
      if (rest === '') break;
      // The next character has no room.
      yield buffer.subarray(0, used);
      used = 0;
    }
  }
  if (used > 0) yield buffer.subarray(0, used);
}

/** Views of bytes, as long as the engine packs at a time without stopping for long. */
function* slices(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += slice) yield bytes.subarray(at, at + slice);
}

const slice = 1_048_576;

const lengthOf = (chunks: readonly Uint8Array[]): number =>
  chunks.reduce((sum, { length }) => sum + length, 0);
