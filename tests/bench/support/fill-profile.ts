/** Fills a profile with a generated project by the program's own writer of journals. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stamp } from '@core/change/stamp';
import type { ChangeDraft } from '@core/model/change';
import { openJournal } from '@main/open-journal';
import type { Commit } from '@preload/contract';
import { type BenchProject, benchTime } from './bench-project';
import { Chance } from './prose';

/** Changes in one commit: a line of some megabytes. */
const changesPerCommit = 5_000;

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * Writes project, texts and journal. The store is left to the program: it builds it from the journal when it opens
 * the profile for the first time.
 */
export async function fillProfile(userData: string, { snapshot, texts }: BenchProject): Promise<void> {
  const chance = new Chance(11);
  const { name, created_at } = snapshot.project;
  const project = { id: chance.id(), name, created_at };
  const folder = join(userData, 'projects', project.id);
  for (const part of ['journal', 'texts', 'raw']) mkdirSync(join(folder, part), { recursive: true });
  // As docs/data.md has it: written here, since what writes them in the program speaks to people too.
  const device = { device_id: chance.id(), coders: snapshot.coders, last_project: project.id };
  writeFileSync(join(userData, 'device.json'), JSON.stringify(device));
  writeFileSync(join(folder, 'project.json'), JSON.stringify(project));
  writeTexts(join(folder, 'texts'), texts);
  const journal = must(await openJournal({ folder: join(folder, 'journal'), projectId: project.id }));
  const by = {
    ...{ now: benchTime, tz: 'UTC', project_id: project.id, coder_id: snapshot.coders[0]?.id ?? chance.id() },
    ...{ device_id: device.device_id, app: 'framewright bench', origin: 'import' as const },
    ...{ newId: () => chance.id(), batch_id: chance.id() },
  };
  const drafts: readonly ChangeDraft[] = [
    { kind: 'project.added', data: { project: { ...snapshot.project, id: project.id } } },
    ...snapshot.coders.map((each): ChangeDraft => ({ kind: 'coder.added', data: { coder: each } })),
    ...snapshot.codes.map((code): ChangeDraft => ({ kind: 'code.added', data: { code } })),
    ...snapshot.documents.flatMap((document, place): readonly ChangeDraft[] => {
      const structure = snapshot.structures[place];
      return structure === undefined ? [] : [{ kind: 'document.added', data: { document, structure } }];
    }),
    ...snapshot.annotations.map(
      (annotation): ChangeDraft => ({ kind: 'annotation.added', data: { annotation } }),
    ),
  ];
  for (let from = 0; from < drafts.length; from += changesPerCommit) {
    // Changes are plain data made of what JSON can hold; their interfaces only lack an index signature.
    const commit = stamp(drafts.slice(from, from + changesPerCommit), by) as unknown as Commit;
    must(await journal.append(commit));
  }
  await journal.close();
}

/** The value of a good outcome; throws the problem of a bad one. */
export function must<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`The profile could not be filled: ${JSON.stringify(outcome.error)}`);
}

/** Content-addressed as main/texts.ts does it, without a sync each: a power cut only costs the bench. */
function writeTexts(folder: string, texts: ReadonlyMap<string, string>): void {
  for (const [hash, text] of texts) {
    const bucket = join(folder, hash.slice(0, 2));
    mkdirSync(bucket, { recursive: true });
    writeFileSync(join(bucket, hash), text);
  }
}
