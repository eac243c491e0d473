/** What lies in a compound file: the container of Office up to 2003, of locked Office files and of Outlook's mail. */
export type CompoundKind = 'locked' | 'Word' | 'Excel' | 'PowerPoint' | 'Outlook' | 'other';

const sign = [0xd0, 0xcf, 0x11, 0xe0];
/** Names of streams that tell it; a new kind is a row. */
const streams: readonly (readonly [name: string, kind: CompoundKind])[] = [
  ['EncryptedPackage', 'locked'],
  ['WordDocument', 'Word'],
  ['Workbook', 'Excel'],
  ['Book', 'Excel'],
  ['PowerPoint Document', 'PowerPoint'],
  ['__properties_version1.0', 'Outlook'],
];

export function isCompoundFile(bytes: Uint8Array): boolean {
  return sign.every((byte, at) => bytes[at] === byte);
}

/** The kind whose stream the directory names first: those of objects put into a document come after its own. */
export function compoundKind(bytes: Uint8Array): CompoundKind {
  const names = new TextDecoder('latin1').decode(bytes.subarray(directoryStart(bytes)));
  const places = streams
    .map(([name, kind]) => ({ kind, at: names.indexOf(entryOf(name)) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  return places[0]?.kind ?? 'other';
}

/** A name in the directory: in UTF-16, and ended by a zero. */
const entryOf = (name: string): string => `\0${Array.from(`${name}\0`, (letter) => `${letter}\0`).join('')}`;

/** Where the directory begins ([MS-CFB] 2.2); behind the header where the header makes no sense. */
function directoryStart(bytes: Uint8Array): number {
  if (bytes.length < 512) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 2 ** Math.min(view.getUint16(30, true), 16);
  const start = (view.getUint32(48, true) + 1) * size;
  return start < bytes.length ? start - 1 : 0;
}
