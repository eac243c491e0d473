import { promises } from 'node:fs';
import type { Outcome, Problem, SnapshotHead, SnapshotRead, SnapshotStep } from '@preload/contract';
import {
  discard,
  type FileOperations,
  privateFile,
  syncFolder,
  systemFiles,
  temporaryName,
  writeTemporary,
} from './files';
import { fail, problemOf, succeed } from './outcome';
import { decodeSnapshot, encodeSnapshot, type Snapshot } from './snapshot-file';
import {
  ignoreSystem,
  isUpgradeSnapshot,
  readSnapshotHeader,
  snapshotNames,
  snapshotTime,
} from './snapshot-folder';
import { type KeptSnapshot, prunable } from './snapshot-retention';

/** Bytes of a body that one answer carries. */
const partSize = 1024 * 1024;
/** Bytes of a body that are taken in. */
const largestBody = 1024 * 1024 * 1024;

export interface Snapshots {
  /** Takes one in: begin, parts, end. It counts once `end` has answered. */
  write(step: SnapshotStep): Promise<Outcome<null>>;
  /** Hands out the newest one that verifies and lies on the journal. */
  read(part: number): Promise<Outcome<SnapshotRead>>;
  /** Keeps the newest for good, before another version of the program opens the project. */
  keepForUpgrade(): Promise<void>;
}

interface Place {
  /** Of the project. */
  readonly folder: string;
  readonly projectId: string;
  readonly app: string;
  /** The journal's chain after the change `seq` where a line ends there, else null. */
  readonly chainAt: (seq: number) => Promise<string | null>;
  readonly files?: FileOperations;
  readonly now?: () => Date;
}

export function createSnapshots(place: Place): Snapshots {
  const { projectId, app, chainAt, files = systemFiles, now = () => new Date() } = place;
  const folder = `${place.folder}/snapshots`;
  let taking: { readonly head: SnapshotHead; readonly parts: Buffer[]; size: number } | null = null;
  let chosen: Snapshot | null = null;

  const finish = async (head: SnapshotHead, body: Buffer): Promise<Outcome<null>> => {
    if ((await chainAt(head.seq)) !== head.chain) return fail({ code: 'invalid-request', detail: 'chain' });
    await files.mkdir(folder);
    const created_at = now().toISOString();
    const path = `${folder}/${created_at.replaceAll(/[-:.]/g, '')}-${head.seq}.fws`;
    const bytes = await encodeSnapshot({ project_id: projectId, created_at, app, head }, body);
    const temporary = temporaryName(path);
    await writeTemporary(files, temporary, bytes, privateFile);
    try {
      const read = await decodeSnapshot(await readBack(files, temporary));
      if (read === null) throw Object.assign(new Error('unlike what was written'), { code: 'EIO' });
      await files.rename(temporary, path);
    } catch (error) {
      await discard(files, temporary);
      throw error;
    }
    await syncFolder(files, folder);
    // The first snapshot brings that folder's own name.
    await syncFolder(files, place.folder);
    await prune(folder, files);
    return succeed(null);
  };

  const choose = async (): Promise<readonly Problem[]> => {
    chosen = null;
    const passed: Problem[] = [];
    for (const name of (await snapshotNames(folder)).toReversed()) {
      const snapshot = await decodeSnapshot(await promises.readFile(`${folder}/${name}`)).catch(ignoreSystem);
      // Another version may understand changes that this one passes over, or the other way round.
      if (snapshot !== null && snapshot.header.app !== app) continue;
      if (snapshot === null || snapshot.header.project_id !== projectId) {
        passed.push({ code: 'snapshot-damaged', file: name });
        continue;
      }
      const { seq, chain } = snapshot.header.head;
      if ((await chainAt(seq)) === chain) {
        chosen = snapshot;
        break;
      }
      passed.push({ code: 'snapshot-damaged', file: name, detail: 'journal' });
    }
    return passed;
  };

  return {
    write: async (step) => {
      try {
        const current = taking;
        if (step.kind === 'begin') taking = { head: step.head, parts: [], size: 0 };
        else if (step.kind === 'drop') taking = null;
        else if (current === null) return fail({ code: 'invalid-request', detail: step.kind });
        else if (step.kind === 'part') {
          const bytes = Buffer.from(step.lines, 'utf8');
          current.size += bytes.length;
          if (current.size > largestBody) {
            taking = null;
            return fail({ code: 'too-large' });
          }
          current.parts.push(bytes);
        } else {
          taking = null;
          return await finish(current.head, Buffer.concat(current.parts));
        }
        return succeed(null);
      } catch (error) {
        return fail(problemOf(error, folder));
      }
    },
    read: async (part) => {
      try {
        const passed_over = part === 0 ? await choose() : [];
        const found = chosen === null ? null : partOf(chosen, part);
        if (found === null || found.is_last) chosen = null;
        return succeed({ part: found, passed_over });
      } catch (error) {
        return fail(problemOf(error, folder));
      }
    },
    keepForUpgrade: async () => {
      const newest = (await snapshotNames(folder)).at(-1);
      if (newest === undefined || isUpgradeSnapshot(newest)) return;
      const kept = newest.replace(/\.fws$/, '-upgrade.fws');
      await files.rename(`${folder}/${newest}`, `${folder}/${kept}`).catch(ignoreSystem);
    },
  };
}

/** The lines of a part: whole ones, a megabyte of them or one at least. */
function partOf({ header, body }: Snapshot, part: number) {
  let from = 0;
  for (let skipped = 0; skipped < part && from < body.length; skipped += 1) from = endOfPart(body, from);
  if (from >= body.length && part > 0) return null;
  const to = endOfPart(body, from);
  return { head: header.head, lines: body.toString('utf8', from, to), is_last: to >= body.length };
}

function endOfPart(body: Buffer, from: number): number {
  const newline = body.indexOf(10, Math.min(from + partSize, body.length));
  return newline < 0 ? body.length : newline + 1;
}

async function readBack(files: FileOperations, path: string): Promise<Buffer> {
  const file = await files.open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(size);
    const { bytesRead } = await file.read(bytes, 0, size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Not being able to remove old ones is no reason to refuse the new one. */
async function prune(folder: string, files: FileOperations): Promise<void> {
  const kept: KeptSnapshot[] = [];
  for (const name of await snapshotNames(folder)) {
    const header = await readSnapshotHeader(`${folder}/${name}`).catch(ignoreSystem);
    const rows = header === null ? null : Object.values(header.head.counts).reduce((sum, n) => sum + n, 0);
    kept.push({ name, time: snapshotTime(name), rows, is_upgrade: isUpgradeSnapshot(name) });
  }
  for (const name of prunable(kept)) await discard(files, `${folder}/${name}`);
}
