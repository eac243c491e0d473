import type { OpenFile } from './files';

export interface Line {
  /** Without its newline. Valid until the next line is asked for. */
  readonly bytes: Buffer;
  readonly offset: number;
  /** False for what stands after the last newline. */
  readonly whole: boolean;
}

const chunkSize = 1024 * 1024;
const newline = 10;

/** The lines of a file between two offsets, read in pieces of a megabyte. Throws when the file cannot be read. */
export async function* linesOf(file: OpenFile, from: number, to: number): AsyncGenerator<Line> {
  const chunk = Buffer.allocUnsafe(Math.min(chunkSize, Math.max(to - from, 1)));
  let pending: Buffer[] = [];
  let offset = from;
  let position = from;
  while (position < to) {
    const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, to - position), position);
    if (bytesRead === 0) break;
    let start = 0;
    for (;;) {
      const end = chunk.subarray(0, bytesRead).indexOf(newline, start);
      if (end < 0) break;
      const piece = chunk.subarray(start, end);
      const bytes = pending.length === 0 ? piece : Buffer.concat([...pending, piece]);
      pending = [];
      yield { bytes, offset, whole: true };
      start = end + 1;
      offset = position + start;
    }
    // Copied, since the chunk is written over by the next read.
    if (start < bytesRead) pending.push(Buffer.from(chunk.subarray(start, bytesRead)));
    position += bytesRead;
  }
  if (pending.length > 0) yield { bytes: Buffer.concat(pending), offset, whole: false };
}
