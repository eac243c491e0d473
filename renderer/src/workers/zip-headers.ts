/** The headers of a plain ZIP archive: PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */

/** An entry that has been packed. */
export interface PackedEntry {
  readonly name: Uint8Array;
  /** CRC-32 of the bytes that were packed, and their number. */
  readonly checksum: number;
  readonly size: number;
  /** Bytes it takes packed. */
  readonly packed: number;
}

/** Of what is there to be read, 2.0: deflate. */
const version = 20;
const deflated = 8;
/** Bit 11: the name is UTF-8. It says nothing about ASCII, and is left out there, as other programs do. */
const utf8 = 0x0800;
/** 1 January 1980, midnight, for every entry: the same files give the same bytes. */
const moment = { date: 0x0021, time: 0 };

/** What stands before an entry's packed bytes. */
export function localHeader(entry: PackedEntry): Uint8Array {
  return record([four(0x04034b50), ...shared(entry), two(0)], entry.name);
}

/** The list of all entries, each with the byte at which its header begins, and the end of the archive. */
export function directory(entries: readonly PackedEntry[]): readonly Uint8Array[] {
  let at = 0;
  let length = 0;
  const listed = entries.map((entry) => {
    const begins = at;
    at += localHeader(entry).length + entry.packed;
    const nothing = [two(0), two(0), two(0), two(0), four(0)];
    const header = record(
      [four(0x02014b50), two(version), ...shared(entry), ...nothing, four(begins)],
      entry.name,
    );
    length += header.length;
    return header;
  });
  const count = two(entries.length);
  return [
    ...listed,
    record([four(0x06054b50), two(0), two(0), count, count, four(length), four(at), two(0)]),
  ];
}

/** What both headers of an entry say, in the same words. */
function shared({ name, checksum, size, packed }: PackedEntry): readonly Field[] {
  const flags = name.some((byte) => byte > 0x7f) ? utf8 : 0;
  return [
    ...[two(version), two(flags), two(deflated), two(moment.time), two(moment.date)],
    ...[four(checksum), four(packed), four(size), two(name.length)],
  ];
}

/** Bytes it takes, and what it says. */
type Field = readonly [bytes: 2 | 4, value: number];

const two = (value: number): Field => [2, value];
const four = (value: number): Field => [4, value];

function record(fields: readonly Field[], name: Uint8Array = new Uint8Array()): Uint8Array {
  const length = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const written = new Uint8Array(length + name.length);
  const view = new DataView(written.buffer);
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  written.set(name, at);
  return written;
}
