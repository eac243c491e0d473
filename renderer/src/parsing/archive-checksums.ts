const directorySign = 0x02014b50;
const endSign = 0x06054b50;
/** Of the record at the end without its comment, and of a directory entry without its name. */
const endLength = 22;
const entryLength = 46;
const longestComment = 65_535;

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as ZIP has it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * The checksums that a ZIP archive states for its entries, in the order of its directory. The library that unpacks
 * does not look at them, so that a damaged text would pass for a sound one. Empty where there is no directory.
 */
export function archiveChecksums(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lowest = Math.max(0, bytes.length - endLength - longestComment);
  let end = bytes.length - endLength;
  while (end >= lowest && view.getUint32(end, true) !== endSign) end -= 1;
  if (end < lowest) return [];
  const checksums: number[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + entryLength <= end && view.getUint32(at, true) === directorySign) {
    checksums.push(view.getUint32(at + 16, true));
    at += entryLength;
    at += [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at - entryLength + field, true), 0);
  }
  return checksums;
}
