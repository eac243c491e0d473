import type { Outcome, Problem } from '@preload/contract';
import {
  discard,
  type FileOperations,
  type OpenFile,
  privateFile,
  replaceFile,
  systemFiles,
  writeTemporary,
} from './files';
import { appending, Journal, journalName, longestLine, type SoundScan } from './journal';
import { encodeLine, journalHeader, noChain } from './journal-line';
import { newerFormat, scanJournal } from './journal-scan';
import { fail, problemOf, succeed, systemCode } from './outcome';

interface Opening {
  /** Folder of the journal's files, which exists. */
  readonly folder: string;
  readonly projectId: string;
  readonly files?: FileOperations;
}

/**
 * Opens a project's journal, or begins one. A torn last line, which is what a crash leaves, is cut off before anything
 * is appended, kept in a file beside the journal and told of in `notices`. Damage before further lines is refused
 * as `journal-damaged` with the number of the line, and nothing is touched.
 */
export async function openJournal({
  folder,
  projectId,
  files = systemFiles,
}: Opening): Promise<Outcome<Journal>> {
  const name = journalName;
  const path = `${folder}/${name}`;
  try {
    const existing = await openIfThere(files, path);
    if (existing === null) return succeed(await beginJournal(files, path, projectId, []));
    const { size } = await existing.stat();
    const scan = await scanJournal(existing, size, projectId);
    if (scan.kind === 'damaged') {
      await existing.close();
      if (scan.why === newerFormat) return fail({ code: 'project-newer', file: path });
      return fail({ code: 'journal-damaged', file: path, detail: `line ${scan.line}, ${scan.why}` });
    }
    const torn = size > scan.end;
    const notices: readonly Problem[] = torn
      ? [{ code: 'journal-mended', file: name, detail: `line ${scan.lines + 1}` }]
      : [];
    if (torn) await keepTail(files, existing, path, scan.end, size);
    if (scan.lines === 0) {
      await existing.close();
      return succeed(await beginJournal(files, path, projectId, notices));
    }
    if (torn) {
      await existing.truncate(scan.end);
      await existing.sync();
    }
    return succeed(new Journal({ files, path, projectId, file: existing, scan, notices }));
  } catch (error) {
    return fail(problemOf(error, path));
  }
}

async function openIfThere(files: FileOperations, path: string): Promise<OpenFile | null> {
  try {
    return await files.open(path, appending);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Writes the header as a whole file, so that there is never a journal without one. */
async function beginJournal(
  files: FileOperations,
  path: string,
  projectId: string,
  notices: readonly Problem[],
): Promise<Journal> {
  const { bytes, chain } = encodeLine(noChain, JSON.stringify(journalHeader(projectId)));
  await replaceFile(files, path, bytes);
  const file = await files.open(path, appending);
  const scan: SoundScan = { kind: 'sound', head: { seq: 0, chain }, end: bytes.length, lines: 1, index: [] };
  return new Journal({ files, path, projectId, file, scan, notices });
}

/** Keeps what is about to be cut, for whoever may want to look at it. Not being able to is no reason to stop. */
async function keepTail(
  files: FileOperations,
  file: OpenFile,
  path: string,
  from: number,
  to: number,
): Promise<void> {
  const tail = Buffer.alloc(Math.min(to - from, longestLine));
  const { bytesRead } = await file.read(tail, 0, tail.length, from);
  const kept = `${path}.torn-${from}`;
  try {
    await discard(files, kept);
    await writeTemporary(files, kept, tail.subarray(0, bytesRead), privateFile);
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}
