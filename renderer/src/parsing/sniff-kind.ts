import { isCompoundFile } from './compound-file';
import { listArchive } from './list-archive';

/** What a file is, whatever its name says. */
export type FileKind =
  | 'docx'
  | 'epub'
  | 'odt'
  | 'pdf'
  | 'rtf'
  | 'xlsx'
  /** An Office file that is encrypted, or of before 2007. */
  | 'compound'
  /** Bytes to be decoded, or known to be no text. */
  | 'plain';

/** A PDF may begin some bytes into the file (ISO 32000-1, implementation note 13). */
const pdfReach = 1024;
const zipSign = [0x50, 0x4b, 0x03, 0x04];
/** Parts that tell what an archive is; a new kind is a row. */
const parts: readonly { readonly kind: FileKind; readonly name: RegExp }[] = [
  { kind: 'docx', name: /^word\/document\d*\.xml$/i },
  { kind: 'xlsx', name: /^xl\/workbook\d*\.xml$/i },
  { kind: 'epub', name: /^META-INF\/container\.xml$/i },
];
const odtType = 'application/vnd.oasis.opendocument.text';

/** Tells the kind by the bytes alone. */
export function sniffKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, zipSign)) return archiveKind(bytes);
  const head = latin1(bytes.subarray(0, pdfReach));
  if (head.includes('%PDF-')) return 'pdf';
  if (/^(?:ï»¿)?\s*\{\\rtf/.test(head)) return 'rtf';
  return isCompoundFile(bytes) ? 'compound' : 'plain';
}

function archiveKind(bytes: Uint8Array): FileKind {
  // Its first entry, stored, as OpenDocument and EPUB prescribe.
  if (latin1(bytes.subarray(0, 200)).includes(odtType)) return 'odt';
  const listed = listArchive(bytes);
  const names = listed.ok ? listed.value.map(({ name }) => name) : [...localNames(bytes)];
  for (const { kind, name } of parts) if (names.some((each) => name.test(each))) return kind;
  return 'plain';
}

/** Names of a broken archive, from the entries themselves, so that it can be said what it is that is broken. */
function* localNames(bytes: Uint8Array): Generator<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 30 < bytes.length; at += 1) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== 0x04034b50) continue;
    yield latin1(bytes.subarray(at + 30, at + 30 + view.getUint16(at + 26, true)));
  }
}

function startsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
