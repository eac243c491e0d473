import { promises } from 'node:fs';
import type { CheckedFiles, KeptCheck, Outcome } from '@preload/contract';
import { filesBelow } from './files-below';
import type { Journal } from './journal';
import { mapLimited } from './map-limited';
import { fail, problemOf, succeed, systemCode } from './outcome';
import type { OpenProject } from './projects';
import { decodeSnapshot } from './snapshot-file';
import { ignoreSystem, snapshotNames } from './snapshot-folder';
import { readWhole } from './texts';

/** Files that are read at once. */
const atOnce = 8;

/**
 * Reads all that is kept of a project beside its working store, from the first byte to the last, and says what is not
 * what it was: the journal by checksums, chain and sequence; backups by their hash, and that they lie on the journal;
 * texts and files by the hash that is their name. `wanted`: hashes of the texts that there must be. Nothing is changed.
 */
export async function checkKept(
  { folder, id }: Pick<OpenProject, 'folder' | 'id'>,
  journal: Pick<Journal, 'verify' | 'chainAt'>,
  wanted: readonly string[],
): Promise<Outcome<KeptCheck>> {
  try {
    const scan = await journal.verify();
    return succeed({
      journal:
        scan.kind === 'sound'
          ? { kind: 'sound', changes: scan.head.seq, lines: scan.lines, chain: scan.head.chain }
          : { kind: 'damaged', line: scan.line, why: scan.why },
      backups: await checkBackups(`${folder}/snapshots`, id, journal),
      texts: await checkNamed(`${folder}/texts`, wanted),
      files: await checkNamed(`${folder}/raw`, []),
    });
  } catch (error) {
    return fail(problemOf(error, folder));
  }
}

async function checkBackups(
  folder: string,
  projectId: string,
  journal: Pick<Journal, 'chainAt'>,
): Promise<CheckedFiles> {
  const damaged: string[] = [];
  const names = await snapshotNames(folder);
  for (const name of names) {
    const bytes = await promises.readFile(`${folder}/${name}`).catch(ignoreSystem);
    const snapshot = bytes === null ? null : await decodeSnapshot(bytes);
    const isOurs = snapshot?.header.project_id === projectId;
    const lies =
      snapshot !== null && (await journal.chainAt(snapshot.header.head.seq)) === snapshot.header.head.chain;
    if (!isOurs || !lies) damaged.push(name);
  }
  return { sound: names.length - damaged.length, damaged };
}

/** Files whose name is the SHA-256 of what they hold, and whether all that are wanted are there. */
async function checkNamed(folder: string, wanted: readonly string[]): Promise<CheckedFiles> {
  const files = await filesBelow(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  const sound = await mapLimited(
    files,
    atOnce,
    async ({ path, name }) => (await readWhole(path, name)) !== null,
  );
  const changed = files.flatMap(({ name }, at) => (sound[at] === true ? [] : [name]));
  const there = new Set(files.map(({ name }) => name));
  const missing = [...new Set(wanted)].filter((name) => !there.has(name));
  return { sound: files.length - changed.length, damaged: [...changed, ...missing].toSorted() };
}
