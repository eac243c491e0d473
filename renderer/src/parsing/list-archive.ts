import { fail, type Result, succeed } from '@core/result';

/** A part of a ZIP archive, where it lies packed. */
export interface ArchiveEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  /** Span of the packed bytes in the archive. */
  readonly from: number;
  readonly to: number;
  /** Of the inflated bytes, as the archive says: CRC-32 and number. */
  readonly checksum: number;
  readonly size: number;
}

/** Why the parts of an archive cannot be listed. `name` is the entry concerned; '' for the whole. */
export type ListProblem =
  | { readonly kind: 'broken-archive'; readonly name: string }
  /** Its name would lead out of the archive, or it stands for a link. */
  | { readonly kind: 'unsafe-entry'; readonly name: string }
  | { readonly kind: 'entry-twice'; readonly name: string }
  /** Two entries share packed bytes: only a bomb does that. */
  | { readonly kind: 'overlapping-entries'; readonly name: string }
  | { readonly kind: 'encrypted'; readonly name: string }
  | { readonly kind: 'too-many-entries'; readonly count: number };

const endSign = 0x06054b50;
const directorySign = 0x02014b50;
const localSign = 0x04034b50;
/** Of the record at the end without its comment, of a directory entry and of a local header without their names. */
const endLength = 22;
const entryLength = 46;
const localLength = 30;
const longestComment = 65_535;
/** What a plain ZIP can count. */
const mostEntries = 65_535;
const linkMode = 0o120000;
const modeMask = 0o170000;
/** This size stands for one in ZIP64, which no such file needs. */
const elsewhere = 0xffffffff;

/** Reads the directory at the end of a ZIP archive (PKWARE's APPNOTE 6.3). Nothing is inflated. */
export function listArchive(bytes: Uint8Array): Result<readonly ArchiveEntry[], ListProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return fail({ kind: 'broken-archive', name: '' });
  const stated = view.getUint16(end + 10, true);
  const entries: ArchiveEntry[] = [];
  const names = new Set<string>();
  let at = view.getUint32(end + 16, true);
  while (at + entryLength <= end && view.getUint32(at, true) === directorySign) {
    if (entries.length >= mostEntries) return fail({ kind: 'too-many-entries', count: stated });
    const entry = readEntry(bytes, view, at);
    if (!entry.ok) return entry;
    const { name } = entry.value;
    // Names that differ in case only would be one file on half of all systems.
    if (names.has(name.toLowerCase())) return fail({ kind: 'entry-twice', name });
    names.add(name.toLowerCase());
    entries.push(entry.value);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    );
    at += entryLength + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  if (entries.length !== stated) return fail({ kind: 'broken-archive', name: '' });
  const inOrder = entries.toSorted((one, other) => one.from - other.from);
  for (const [place, { name, from }] of inOrder.entries()) {
    if (from < (inOrder[place - 1]?.to ?? 0)) return fail({ kind: 'overlapping-entries', name });
  }
  return succeed(entries);
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - endLength;
  const lowest = Math.max(0, last - longestComment);
  for (let at = last; at >= lowest; at--) if (view.getUint32(at, true) === endSign) return at;
  return null;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): Result<ArchiveEntry, ListProblem> {
  const nameEnd = at + entryLength + view.getUint16(at + 28, true);
  const name = new TextDecoder().decode(bytes.subarray(at + entryLength, nameEnd));
  const broken = fail({ kind: 'broken-archive', name } as const);
  if (isUnsafe(name) || isLink(view, at)) return fail({ kind: 'unsafe-entry', name });
  if ((view.getUint16(at + 8, true) & 1) === 1) return fail({ kind: 'encrypted', name });
  const method = { 0: 'stored', 8: 'deflated' } as const;
  const found = Object.entries(method).find(([number]) => Number(number) === view.getUint16(at + 10, true));
  const packed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (found === undefined || packed === elsewhere || local + localLength > bytes.length) return broken;
  if (view.getUint32(local, true) !== localSign) return broken;
  const from = local + localLength + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packed > bytes.length) return broken;
  return succeed({
    ...{ name, method: found[1], from, to: from + packed },
    ...{ checksum: view.getUint32(at + 16, true), size: view.getUint32(at + 24, true) },
  });
}

/** Nothing is ever written by the name of an entry; one that tries to lead elsewhere is no honest file's. */
function isUnsafe(name: string): boolean {
  const parts = name.split(/[/\\]/);
  return name.includes('\0') || parts.includes('..') || parts[0] === '' || /^[A-Za-z]:/.test(name);
}

function isLink(view: DataView, at: number): boolean {
  return ((view.getUint32(at + 38, true) >>> 16) & modeMask) === linkMode;
}
