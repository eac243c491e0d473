import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/*
 * A line of the journal: `<crc32> <chain> <json>\n`, in lower-case hexadecimal. The checksum covers the rest of the
 * line; the chain is SHA-256 over the chain of the line before and this line's JSON, so that a line cannot be
 * lost, doubled or moved unseen. The first line holds an object, the header; each further one an array of changes.
 */

export const formatVersion = 1;

/** The chain before the first line. */
export const noChain = '0'.repeat(64);

const chainStart = 9;
const jsonStart = 74;
const newline = 10;
const comma = 44;
const quote = 34;
const backslash = 92;
const brace = { open: 123, close: 125 } as const;
const bracket = { open: 91, close: 93 } as const;

export interface JournalHeader {
  readonly format: 'framewright-journal';
  readonly version: number;
  readonly project_id: string;
  /** Sequence number of the first change in this file. */
  readonly first_seq: number;
}

/** The first line of a journal that begins with the first change. */
export function journalHeader(projectId: string): JournalHeader {
  return { format: 'framewright-journal', version: formatVersion, project_id: projectId, first_seq: 1 };
}

export interface EncodedLine {
  readonly bytes: Buffer;
  readonly chain: string;
}

export function nextChain(previous: string, json: Uint8Array): string {
  return createHash('sha256').update(previous).update(json).digest('hex');
}

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}

/** The line to append after a line with the chain `previous`. */
export function encodeLine(previous: string, json: string): EncodedLine {
  const payload = Buffer.from(json, 'utf8');
  const chain = nextChain(previous, payload);
  const bytes = Buffer.allocUnsafe(jsonStart + payload.length + 1);
  bytes.write(`${chain} `, chainStart, 'latin1');
  payload.copy(bytes, jsonStart);
  bytes[bytes.length - 1] = newline;
  bytes.write(`${checksum(bytes.subarray(chainStart, -1))} `, 0, 'latin1');
  return { bytes, chain };
}

/** The JSON of a line without its newline, when its checksum holds; else null. */
export function payloadOf(line: Buffer): { readonly chain: string; readonly json: Buffer } | null {
  if (line.length < jsonStart || line[chainStart - 1] !== 32 || line[jsonStart - 1] !== 32) return null;
  // Compared as text: a flipped bit can turn "a" into "A", which would still read as the same number.
  if (line.toString('latin1', 0, 8) !== checksum(line.subarray(chainStart))) return null;
  return { chain: line.toString('latin1', chainStart, jsonStart - 1), json: line.subarray(jsonStart) };
}

const lineStart = /[0-9a-f]{8} [0-9a-f]{64} [[{]/g;

/** Whether bytes begin as a line does, sound or not. */
export function looksLikeLine(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, jsonStart + 1).search(lineStart) === 0;
}

/** Whether a sound line is hidden at the end of these bytes, its own newline before it having been damaged. */
export function hidesLine(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  for (const { index } of text.matchAll(lineStart)) {
    if (index > 0 && payloadOf(bytes.subarray(index)) !== null) return true;
  }
  return false;
}

const leadingSeq = /^\[\{"seq":([1-9]\d{0,15})[,}]/;

/** Of the first change, where this program wrote the line: it puts the number in front of every change. */
function numberInFront(json: Buffer): number | null {
  const found = leadingSeq.exec(json.toString('latin1', 0, 32));
  return found?.[1] === undefined ? null : Number(found[1]);
}

/** Sequence number of a line's first change; read without parsing the line where this program wrote it. */
export function firstSeq(json: Buffer): number | null {
  return numberInFront(json) ?? sequenceOf(parseChanges(json))?.first ?? null;
}

/**
 * First and last sequence number of a sound line; null where they do not follow each other. Found without parsing the
 * line where this program wrote it. Only what follows a comma of the outermost list is the beginning of a change: what a
 * file brought along is kept in changes as it was, and may look like one.
 */
export function sequenceIn(json: Buffer): Sequence | null {
  const first = numberInFront(json);
  if (first === null) return sequenceOf(parseChanges(json));
  let last = first;
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === quote) at = endOfString(json, at);
    else if (byte === brace.open || byte === bracket.open) depth += 1;
    else if (byte === brace.close || byte === bracket.close) depth -= 1;
    else if (byte === comma && depth === 1) {
      if (!isFollowedBy(json, at, last + 1)) break;
      last += 1;
    }
  }
  return { first, last };
}

/** Where the quotation mark stands that ends the string begun at a place. */
function endOfString(json: Buffer, begin: number): number {
  let at = begin + 1;
  while (at < json.length && json[at] !== quote) at += json[at] === backslash ? 2 : 1;
  return at;
}

/** Whether the comma at a place is followed by the change of this number. */
function isFollowedBy(json: Buffer, at: number, seq: number): boolean {
  const begin = Buffer.from(`,{"seq":${seq}`, 'latin1');
  const next = json[at + begin.length];
  return (next === comma || next === brace.close) && json.subarray(at, at + begin.length).equals(begin);
}

/** The changes of a line, or null when the JSON is not an array of objects, or an empty one. */
export function parseChanges(json: Buffer | string): readonly Readonly<Record<string, unknown>>[] | null {
  try {
    const parsed: unknown = JSON.parse(json.toString());
    return Array.isArray(parsed) && parsed.length > 0 && parsed.every(isRecord) ? parsed : null;
  } catch {
    return null;
  }
}

export interface Sequence {
  readonly first: number;
  readonly last: number;
}

/** First and last sequence number of a commit; null when they do not follow each other. */
export function sequenceOf(changes: readonly Readonly<Record<string, unknown>>[] | null): Sequence | null {
  const first = changes?.[0]?.['seq'];
  if (changes === null || typeof first !== 'number' || !Number.isSafeInteger(first) || first < 1) return null;
  const whole = changes.every((change, place) => change['seq'] === first + place);
  return whole ? { first, last: first + changes.length - 1 } : null;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
