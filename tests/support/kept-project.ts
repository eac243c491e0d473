/** What lies on the disk of a profile's projects, read by the core alone: the yardstick for what the program shows. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apply } from '@core/change/apply';
import { readChange } from '@core/change/read-change';
import { createRecordSet, type RecordSet } from '@core/change/record-set';
import { exportJson } from '@core/exchange/export-json';
import { parseChanges, payloadOf } from '@main/journal-line';
import { snapshotOf } from './exchange-project';

export interface KeptProject {
  readonly name: string;
  readonly folder: string;
}

/** The projects of a profile that are listed. */
export function keptProjects(profile: string): readonly KeptProject[] {
  const projects = join(profile, 'projects');
  return readdirSync(projects)
    .map((name) => join(projects, name))
    .filter((folder) => existsSync(join(folder, 'project.json')))
    .map((folder) => {
      const { name } = JSON.parse(readFileSync(join(folder, 'project.json'), 'utf8')) as {
        readonly name: string;
      };
      return { name, folder };
    });
}

export const journalOf = (folder: string): string => join(folder, 'journal', '000001.fwj');

/** All records that the whole lines of a journal add up to, and how many changes they are; or all but its last lines. */
export function recordsOf(
  journal: string,
  leftOut = 0,
): { readonly records: RecordSet; readonly changes: number; readonly last: string } {
  const records = createRecordSet();
  let changes = 0;
  let last = '';
  const [_header, ...lines] = readFileSync(journal, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  for (const line of lines.slice(0, lines.length - leftOut)) {
    const payload = payloadOf(Buffer.from(line, 'utf8'));
    for (const parsed of payload === null ? [] : (parseChanges(payload.json) ?? [])) {
      const change = readChange(parsed);
      if (change === null) throw new Error(`Change ${changes + 1} cannot be read`);
      records.write(apply(records, change));
      changes += 1;
      last = change.id;
    }
  }
  return { records, changes, last };
}

/** The texts of a project by their hash; throws where one is not what its name says. */
function textsOf(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const below = readdirSync(join(folder, 'texts'), { recursive: true, withFileTypes: true });
  for (const { name, parentPath } of below.filter((each) => each.isFile() && !each.name.startsWith('.'))) {
    const bytes = readFileSync(join(parentPath, name));
    if (createHash('sha256').update(bytes).digest('hex') !== name)
      throw new Error(`The text ${name} is another`);
    texts.set(name, bytes.toString('utf8'));
  }
  return texts;
}

/** A JSON export without what says when and by what it was written. */
export function comparableExport(json: string): string {
  const { exported_at: _, generator: __, ...rest } = JSON.parse(json) as Readonly<Record<string, unknown>>;
  return JSON.stringify(rest);
}

/** What a JSON export of a project must hold, by its journal and texts. */
export function expectedExport(folder: string): string {
  const { records } = recordsOf(journalOf(folder));
  return comparableExport(
    exportJson(snapshotOf(records), textsOf(folder), { exported_at: '', generator: '' }),
  );
}

/** The first place where two long texts differ, with what stands around it; '' where they do not. */
export function firstDifference(one: string, other: string): string {
  if (one === other) return '';
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  return `at ${at} of ${one.length}: “${around(one)}” instead of “${around(other)}”`;
}
