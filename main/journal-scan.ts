import type { JournalHead } from '@preload/contract';
import type { OpenFile } from './files';
import {
  firstSeq,
  formatVersion,
  hidesLine,
  isRecord,
  looksLikeLine,
  nextChain,
  noChain,
  parseChanges,
  payloadOf,
  sequenceOf,
} from './journal-line';
import { linesOf } from './lines';

/** Where reading may begin: the line at `offset` holds `seq` first, and follows a line with the chain `chain`. */
export interface IndexEntry {
  readonly seq: number;
  readonly offset: number;
  readonly chain: string;
  /** Of the file, from 1. */
  readonly line: number;
}

export type Scan =
  | {
      readonly kind: 'sound';
      readonly head: JournalHead;
      /** End of the last sound line; what stands after it is one torn line. */
      readonly end: number;
      /** Lines up to there, the header included. 0 when not even the header is sound. */
      readonly lines: number;
      readonly index: readonly IndexEntry[];
    }
  | { readonly kind: 'damaged'; readonly line: number; readonly why: string };

/** Why a journal is not read that a later version of the program began. */
export const newerFormat = 'newer format';

/** Bytes between two entries of the index. */
export const indexDistance = 256 * 1024;

/**
 * Checks a journal from its first byte to `size`: checksums, chain and sequence. One torn line at the end is what a
 * crash leaves and is told apart from damage before lines that follow. Throws when the file cannot be read.
 */
export async function scanJournal(file: OpenFile, size: number, projectId: string): Promise<Scan> {
  const index: IndexEntry[] = [];
  let chain = noChain;
  let end = 0;
  let lines = 0;
  let next = 1;
  /** Where the last line with changes begins. */
  let last: number | null = null;
  let torn = false;

  for await (const { bytes, offset, whole } of linesOf(file, 0, size)) {
    const damaged = (why: string): Scan => ({ kind: 'damaged', line: lines + 1, why });
    if (torn) {
      if (looksLikeLine(bytes)) return damaged('checksum');
      continue;
    }
    const payload = whole ? payloadOf(bytes) : null;
    if (payload === null) {
      if (hidesLine(bytes)) return damaged('checksum');
      torn = true;
      continue;
    }
    if (payload.chain !== nextChain(chain, payload.json)) return damaged('chain');
    if (lines === 0) {
      const header = headerProblem(payload.json, projectId);
      if (header !== null) return damaged(header);
    } else {
      const seq = firstSeq(payload.json);
      if (seq === null || seq < next || (last === null && seq !== 1)) return damaged('sequence');
      const indexed = index.at(-1);
      if (indexed === undefined || offset - indexed.offset >= indexDistance) {
        index.push({ seq, offset, chain, line: lines + 1 });
      }
      last = offset;
      next = seq + 1;
    }
    chain = payload.chain;
    lines += 1;
    end = offset + bytes.length + 1;
  }

  const sequence = last === null ? null : sequenceOf(await changesAt(file, last, end));
  if (last !== null && sequence === null) return { kind: 'damaged', line: lines, why: 'sequence' };
  return { kind: 'sound', head: { seq: sequence?.last ?? 0, chain }, end, lines, index };
}

/** The changes of the sound line between two offsets, read anew: a copy of each line that may be the last is costly. */
async function changesAt(
  file: OpenFile,
  from: number,
  end: number,
): Promise<ReturnType<typeof parseChanges>> {
  for await (const { bytes } of linesOf(file, from, end)) {
    const payload = payloadOf(bytes);
    if (payload !== null) return parseChanges(payload.json);
  }
  return null;
}

function headerProblem(json: Buffer, projectId: string): string | null {
  const header = parseHeader(json);
  if (!isRecord(header) || header['format'] !== 'framewright-journal') return 'header';
  const version = header['version'];
  if (version !== formatVersion) return Number(version) > formatVersion ? newerFormat : 'header';
  return header['project_id'] === projectId ? null : 'header of another project';
}

function parseHeader(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'));
  } catch {
    return null;
  }
}
