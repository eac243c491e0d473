/*
 * The log format of LevelDB, in which its `.log` and `MANIFEST-*` files are written: blocks of 32 KiB, records that do
 * not cross a block, each with a header of 7 bytes: masked CRC-32C (4), length (2), type (1), little-endian. A record
 * too long for its block is a first, some middle and a last part. Opening a log whose last record is torn and writing
 * on makes LevelDB drop all of it at the opening after that (google/leveldb#1287): what is torn is cut off before.
 */

const blockSize = 32 * 1024;
const headerSize = 7;

const full = 1;
const first = 2;
const middle = 3;
const last = 4;

export type LogState =
  | { readonly kind: 'sound' }
  /** The last record is incomplete; all before `end` (bytes) is sound. */
  | { readonly kind: 'torn'; readonly end: number }
  /** A record that is followed by sound ones is not what was written. `at`: its place in bytes. */
  | { readonly kind: 'damaged'; readonly at: number };

/** Reads a whole log file and tells whether it ends in a complete record. */
export function logState(bytes: Uint8Array): LogState {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let offset = 0;
  /** End of the last complete record, its parts together. */
  let end = 0;
  let begun = false;
  while (offset < bytes.length) {
    const left = blockSize - (offset % blockSize);
    if (left < headerSize) {
      // The trailer of a block, zeros. With nothing after it, it belongs to what stands before.
      offset += left;
      if (!begun) end = Math.min(offset, bytes.length);
      continue;
    }
    const record = recordAt(bytes, view, offset, left);
    const fits = record !== null && follows(record.type, begun);
    if (!fits) return isTail(bytes, view, offset) ? { kind: 'torn', end } : { kind: 'damaged', at: offset };
    offset = record.end;
    begun = record.type === first || record.type === middle;
    if (!begun) end = offset;
  }
  return end === bytes.length ? { kind: 'sound' } : { kind: 'torn', end };
}

interface LogRecord {
  readonly type: number;
  readonly end: number;
}

/** The sound record at `offset`, or null. `left`: bytes to the end of its block. */
function recordAt(bytes: Uint8Array, view: DataView, offset: number, left: number): LogRecord | null {
  if (offset + headerSize > bytes.length) return null;
  const length = view.getUint16(offset + 4, true);
  const type = bytes[offset + 6] ?? 0;
  const end = offset + headerSize + length;
  if (type < full || type > last || headerSize + length > left || end > bytes.length) return null;
  return view.getUint32(offset, true) === masked(crc32c(bytes, offset + 6, end)) ? { type, end } : null;
}

function follows(type: number, begun: boolean): boolean {
  return begun ? type === middle || type === last : type === full || type === first;
}

/** Whether no sound record stands after `offset`: neither next to the broken one nor at the start of a later block. */
function isTail(bytes: Uint8Array, view: DataView, offset: number): boolean {
  const sound = (at: number): boolean => recordAt(bytes, view, at, blockSize - (at % blockSize)) !== null;
  if (offset + headerSize <= bytes.length) {
    const next = offset + headerSize + view.getUint16(offset + 4, true);
    const inBlock = Math.floor(next / blockSize) === Math.floor(offset / blockSize);
    if (inBlock && sound(next)) return false;
    // A header without its payload, and the next record where the payload should be.
    if (sound(offset + headerSize)) return false;
  }
  const nextBlock = offset - (offset % blockSize) + blockSize;
  for (let at = nextBlock; at < bytes.length; at += blockSize) if (sound(at)) return false;
  return true;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

function crc32c(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0xffffffff;
  for (let at = from; at < to; at += 1) {
    crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return ~crc >>> 0;
}

/** As LevelDB stores checksums, so that data which holds checksums does not weaken them. */
function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
