import type { Id } from '../../model/identity';
import type { Item, RecordKind, Report } from '../import-report';
import type { ProjectSnapshot } from '../project-snapshot';
import type { ReadRefi } from './read-project';

/** An import of a REFI file under way, before it is handed on as a file of ours. */
export interface RefiStage {
  readonly read: ReadRefi;
  readonly present: ProjectSnapshot;
  readonly report: Report;
  /** Written by this program: what only looks odd in it was meant. */
  readonly isOwn: boolean;
}

/** "Code 1a2b3c4d", as coders without a name are called. */
export function nameless(what: string, guid: Id): string {
  return `${what} ${guid.slice(0, 8)}`;
}

const withoutZone = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/;
const spaced = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}.*)$/;

/** A time of the file in a form that imports read: many leave the zone out, some put a blank for the T. */
export function timeIn(
  { report }: RefiStage,
  raw: string | undefined,
  record: RecordKind,
  item: Item,
): { readonly at?: string } {
  if (raw === undefined) return {};
  const parts = withoutZone.exec(raw.trim());
  if (parts === null) return { at: raw.trim().replace(spaced, '$1T$2') };
  report.note('repaired', record, item, 'time-zone-missing');
  return { at: `${parts[1]}T${parts[2]}Z` };
}
