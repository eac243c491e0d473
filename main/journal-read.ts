import type { Outcome } from '@preload/contract';
import type { FileOperations } from './files';
import { nextChain, payloadOf, sequenceIn } from './journal-line';
import type { IndexEntry } from './journal-scan';
import { linesOf } from './lines';
import { fail, problemOf, succeed } from './outcome';

/** Bytes of JSON after which no further commit is added to an answer. */
const enough = 8 * 1024 * 1024;

interface Extent {
  readonly index: readonly IndexEntry[];
  readonly end: number;
}

/** The chain after the change `seq` where a line ends with it, else null. Throws when the file cannot be read. */
export async function chainAt(
  files: FileOperations,
  path: string,
  { index, end }: Extent,
  seq: number,
): Promise<string | null> {
  const start = index.findLast((entry) => entry.seq <= seq);
  if (start === undefined) return null;
  const file = await files.open(path, 'r');
  try {
    for await (const { bytes, whole } of linesOf(file, start.offset, end)) {
      const payload = whole ? payloadOf(bytes) : null;
      const sequence = payload === null ? null : sequenceIn(payload.json);
      if (payload === null || sequence === null) return null;
      if (sequence.last >= seq) return sequence.last === seq ? payload.chain : null;
    }
    return null;
  } finally {
    await file.close();
  }
}

/**
 * The JSON of commits with changes in [from, to], in order, some megabytes at most but one at least. Each line is
 * checked again as it is read, here also for gaps in the sequence.
 */
export async function readCommits(
  files: FileOperations,
  path: string,
  { index, end }: Extent,
  from: number,
  to: number,
): Promise<Outcome<readonly string[]>> {
  const start = index.findLast((entry) => entry.seq <= from) ?? index[0];
  if (start === undefined || from > to) return succeed([]);
  const commits: string[] = [];
  let { chain, line, seq } = start;
  let size = 0;
  try {
    const file = await files.open(path, 'r');
    try {
      for await (const { bytes, whole } of linesOf(file, start.offset, end)) {
        const payload = whole ? payloadOf(bytes) : null;
        const sequence = payload === null ? null : sequenceIn(payload.json);
        const sound =
          payload !== null && sequence?.first === seq && payload.chain === nextChain(chain, payload.json);
        if (!sound) return fail({ code: 'journal-damaged', file: path, detail: `line ${line}` });
        if (sequence.first > to) break;
        if (sequence.last >= from) {
          commits.push(payload.json.toString('utf8'));
          size += payload.json.length;
        }
        if (size >= enough) break;
        chain = payload.chain;
        seq = sequence.last + 1;
        line += 1;
      }
    } finally {
      await file.close();
    }
    return succeed(commits);
  } catch (error) {
    return fail(problemOf(error, path));
  }
}
