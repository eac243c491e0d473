/** What Word, OpenDocument and EPUB files are packed in. */
export const archiveName = 'ZIP archive';

/** What the first bytes of kinds of file that hold no plain text look like; a new one is a row. */
const signatures: readonly {
  readonly kind: string;
  readonly bytes: readonly number[];
  readonly at?: number;
}[] = [
  { kind: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'RIFF (WebP, WAV, AVI)', bytes: [0x52, 0x49, 0x46, 0x46] },
  { kind: 'TIFF', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'TIFF', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: archiveName, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: archiveName, bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'gzip', bytes: [0x1f, 0x8b] },
  { kind: 'bzip2', bytes: [0x42, 0x5a, 0x68] },
  { kind: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { kind: 'Zstandard', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: 'Word or other Office file', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'ELF program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  {
    kind: 'SQLite database',
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74],
  },
  { kind: 'MP3', bytes: [0x49, 0x44, 0x33] },
  { kind: 'Ogg', bytes: [0x4f, 0x67, 0x67, 0x53] },
  { kind: 'MP4', bytes: [0x66, 0x74, 0x79, 0x70], at: 4 },
];

/** Only this much is looked at for the share of control bytes. */
const sample = 65_536;

/** The kind of a file that is no text, by its first bytes. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const found = signatures.find(({ bytes: signature, at = 0 }) =>
    signature.every((byte, index) => bytes[at + index] === byte),
  );
  // Two letters or three can begin a text too; then something that no text has must follow.
  if (found !== undefined && found.bytes.length <= 3 && controlShare(bytes) === 0) return undefined;
  return found?.kind;
}

/** Share of bytes, 0 to 1, that are control characters no text has: all below 0x20 but tab, line ends, form feed, escape. */
export function controlShare(bytes: Uint8Array): number {
  const head = bytes.subarray(0, sample);
  let count = 0;
  for (const byte of head) if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) count += 1;
  return head.length === 0 ? 0 : count / head.length;
}
