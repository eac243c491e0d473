import { unsnap, varint } from './snappy';

const footer = 48;
const magic = '57fb808b247547db';
/** After a block: how it is packed, and a checksum. */
const packedBySnappy = 1;

type Entry = readonly [key: Buffer, value: Buffer];

/** Keys and values of one of LevelDB's tables (doc/table_format.md of it); throws on what is none. */
export function* tableEntries(bytes: Buffer): Generator<Entry> {
  if (bytes.subarray(-8).toString('hex') !== magic) throw new Error('Not a table of LevelDB');
  const end = bytes.subarray(-footer);
  // Of two handles, the first leads to what describes the table.
  const [, second] = handleAt(end, 0);
  for (const [, place] of entriesOf(blockOf(bytes, handleAt(end, second)[0]))) {
    yield* entriesOf(blockOf(bytes, handleAt(place, 0)[0]));
  }
}

interface Handle {
  readonly at: number;
  readonly size: number;
}

function handleAt(bytes: Buffer, from: number): readonly [Handle, end: number] {
  const [at, next] = varint(bytes, from);
  const [size, end] = varint(bytes, next);
  return [{ at, size }, end];
}

function blockOf(bytes: Buffer, { at, size }: Handle): Buffer {
  const block = bytes.subarray(at, at + size);
  return bytes.readUInt8(at + size) === packedBySnappy ? unsnap(block) : block;
}

/** A key says only what differs from the one before it; at the end stand the places of those that say all. */
function* entriesOf(block: Buffer): Generator<Entry> {
  const end = block.length - 4 * (block.readUInt32LE(block.length - 4) + 1);
  let key = Buffer.alloc(0);
  for (let at = 0; at < end; ) {
    const [shared, first] = varint(block, at);
    const [own, second] = varint(block, first);
    const [size, begun] = varint(block, second);
    key = Buffer.concat([key.subarray(0, shared), block.subarray(begun, begun + own)]);
    at = begun + own + size;
    yield [key, block.subarray(begun + own, at)];
  }
}
