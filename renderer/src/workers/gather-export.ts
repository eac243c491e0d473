import type { CopyGroup } from '@core/copies/copy-groups';
import { isWhole } from '@core/exchange/choose-part';
import type { ExportOptions } from '@core/exchange/export-options';
import { findCopies } from '@core/exchange/find-copies';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { partToExport } from '@core/exchange/write-export';
import type { Sha256 } from '@core/model/identity';
import { fail, succeed } from '@core/result';
import type { Outcome } from '@preload/contract';
import { openDatabase } from '../data/database';
import { readProjectSnapshot, type SnapshotRead } from '../data/project-snapshot';
import { type Beside, readBeside, readJournal } from '../data/read-beside';
import { readTexts } from '../data/read-texts';
import { storeProblem } from '../data/store-problem';
import type { ExportRequest, ExportSupplies } from './export-protocol';

/** All that an export is made of. */
export interface ExportParts extends Beside {
  /** The part of the project that was asked for. */
  readonly snapshot: ProjectSnapshot;
  readonly texts: ReadonlyMap<Sha256, string>;
  readonly missing: readonly Sha256[];
  /** Groups of reprinted sentences, for formats that go by them. */
  readonly copies: readonly CopyGroup[];
}

/** Reads the store by a connection of its own, so that nothing of the project goes through the window but its texts. */
export async function gatherExport(
  { options, lossesOnly }: ExportRequest,
  supplies: ExportSupplies,
): Promise<Outcome<ExportParts>> {
  const read = await readStore();
  if (!read.ok) return read;
  const { snapshot: whole, seq } = read.value;
  const snapshot = partToExport(whole, options);
  const { texts, missing } = await readTexts(
    supplies,
    snapshot.documents.map(({ text_sha256 }) => text_sha256),
  );
  const parts = { snapshot, texts, missing };
  if (lossesOnly) return succeed({ ...parts, ...nothingBeside, copies: [] });
  const beside = await besideOf(options, { snapshot, seq }, supplies);
  if (!beside.ok) return beside;
  const copies = goesByCopies(options) ? await copiesOf(whole, texts, supplies) : [];
  return succeed({ ...parts, ...beside.value, copies });
}

/** Of the whole project, whichever part of it is written: a passage is a copy of what stands in a document left out. */
async function copiesOf(
  { documents, structures }: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  supplies: ExportSupplies,
): Promise<readonly CopyGroup[]> {
  const known = await supplies.copyGroups();
  if (known !== null) return known;
  // In a run without a window nobody has looked for them.
  const others = documents.map(({ text_sha256 }) => text_sha256).filter((hash) => !texts.has(hash));
  const read = await readTexts(supplies, others);
  return findCopies({ documents, structures }, new Map([...texts, ...read.texts]));
}

async function readStore(): Promise<Outcome<SnapshotRead>> {
  try {
    const database = await openDatabase();
    const read = await readProjectSnapshot(database);
    database.close({ disableAutoOpen: true });
    return read;
  } catch (error) {
    return fail(storeProblem(error));
  }
}

const nothingBeside: Beside = { journal: [], originals: [], withoutOriginal: [] };

/** What a format holds that is not in the project's records. */
async function besideOf(
  { format, part, acceptedOnly }: ExportOptions,
  read: SnapshotRead,
  supplies: ExportSupplies,
): Promise<Outcome<Beside>> {
  if (format === 'project') {
    return readBeside(supplies, read, isWhole(part) && acceptedOnly !== true);
  }
  if (format !== 'audit') return succeed(nothingBeside);
  const journal = await readJournal(supplies);
  return journal.ok ? succeed({ ...nothingBeside, journal: journal.value }) : journal;
}

/** Whether groups of copies stand in the files, or decide what counts once. */
function goesByCopies({ format, matrix }: ExportOptions): boolean {
  if (format === 'matrix' || format === 'cooccurrence') return matrix.distinct;
  return format === 'csv' || format === 'tables' || format === 'xlsx' || format === 'copies';
}
