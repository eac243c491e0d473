import type { Outcome } from '@preload/contract';
import {
  discard,
  type FileOperations,
  privateFile,
  syncFolder,
  systemFiles,
  temporaryName,
  writeAll,
} from './files';
import { type Journal, journalName } from './journal';
import { encodeLine, journalHeader, noChain } from './journal-line';
import { fail, problemOf, succeed } from './outcome';

interface JournalCopy {
  /** Whose beginning is copied. */
  readonly journal: Pick<Journal, 'read'>;
  readonly fromProject: string;
  readonly toProject: string;
  /** Folder of the new journal, which exists and holds none. */
  readonly folder: string;
  /** The last change of the copy, which ends a line. */
  readonly seq: number;
  readonly files?: FileOperations;
}

/**
 * Writes the beginning of a journal as the journal of another project, with its own chain: changes up to `seq`, as
 * they stand but for the project's id. Whole and durable when it answers, or not there at all.
 */
export async function copyJournal(copy: JournalCopy): Promise<Outcome<null>> {
  const { journal, fromProject, toProject, folder, seq, files = systemFiles } = copy;
  const path = `${folder}/${journalName}`;
  const temporary = temporaryName(path);
  try {
    const file = await files.open(temporary, 'wx', privateFile);
    try {
      const header = encodeLine(noChain, JSON.stringify(journalHeader(toProject)));
      await writeAll(file, header.bytes);
      let { chain } = header;
      for (let next = 1; next <= seq; ) {
        const read = await journal.read(next, seq);
        if (!read.ok) {
          await discard(files, temporary);
          return read;
        }
        const lines: Buffer[] = [];
        for (const json of read.value) {
          const line = encodeLine(chain, json.replaceAll(fromProject, toProject));
          lines.push(line.bytes);
          chain = line.chain;
          next += changesOf(json);
        }
        if (lines.length === 0) throw new Error(`The journal ends before change ${seq}`);
        await writeAll(file, Buffer.concat(lines));
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await files.rename(temporary, path);
    await syncFolder(files, folder);
    return succeed(null);
  } catch (error) {
    await discard(files, temporary);
    return fail(problemOf(error, path));
  }
}

function changesOf(json: string): number {
  // What a journal answers was checked as it was read: an array of changes.
  return (JSON.parse(json) as readonly unknown[]).length;
}
