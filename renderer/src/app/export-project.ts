import type { CopyGroup } from '@core/copies/copy-groups';
import type { ExportOptions } from '@core/exchange/export-options';
import { findCopies } from '@core/exchange/find-copies';
import type { Loss } from '@core/exchange/losses';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { partToExport } from '@core/exchange/write-export';
import type { Document } from '@core/model/document';
import type { Sha256 } from '@core/model/identity';
import { fail, type Result, succeed } from '@core/result';
import type { Outcome, Problem } from '@preload/contract';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { type ExportStop, runExport } from '../workers/run-export';
import { startedCopies } from './copies-desk';
import type { Workbench } from './open-workbench';
import { readBeside, readJournal } from './read-beside';
import { readTexts } from './read-texts';

export interface Exported {
  /** As a person would read it. */
  readonly path: string;
  readonly annotations: number;
  readonly documents: number;
  /** Documents whose text was not there, so that what needs it is empty. */
  readonly missingTexts: number;
  /** What the format could not hold. */
  readonly losses: readonly Loss[];
}

export type ExportFailure = Problem | { [S in ExportStop]: { readonly code: S } }[ExportStop];

/** What an export is at. */
export type ExportPhase = 'reading' | 'writing' | 'packing' | 'saving';

export interface ExportWatch {
  readonly signal: AbortSignal;
  readonly onPhase: (phase: ExportPhase) => void;
}

const unwatched: ExportWatch = { signal: new AbortController().signal, onPhase: () => undefined };

/** A project as it stands now, with its texts. */
interface Reading {
  readonly snapshot: ProjectSnapshot;
  readonly texts: ReadonlyMap<Sha256, string>;
  readonly missing: ReadonlySet<Sha256>;
}

async function readAll(
  { bridge, committer, lists, session }: Workbench,
  options: ExportOptions,
): Promise<Outcome<Reading>> {
  // What was done a moment ago belongs in the file.
  await committer.settled();
  // Texts come from the disk while the store is read; they never change.
  const [read, early] = await Promise.all([
    session.snapshot(),
    readTexts(bridge, lists.documents.getSnapshot().map(textOf)),
  ]);
  if (!read.ok) return read;
  const snapshot = partToExport(read.value, options);
  const asked = new Set([...early.texts.keys(), ...early.missing]);
  const late = await readTexts(
    bridge,
    snapshot.documents.map(textOf).filter((hash) => !asked.has(hash)),
  );
  return succeed({
    snapshot,
    texts: new Map([...early.texts, ...late.texts]),
    missing: new Set([...early.missing, ...late.missing]),
  });
}

/** Formats that name groups of copies; matrices go by them where reprints count once. */
const withCopies: ReadonlySet<ExportOptions['format']> = new Set(['csv', 'tables', 'copies']);
const countsDistinct = ({ format, matrix }: ExportOptions): boolean =>
  (format === 'matrix' || format === 'cooccurrence') && matrix.distinct;

/** From the worker where it looks for copies; else found now, as in a run without a window. */
async function copyGroups(
  workbench: Workbench,
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
): Promise<readonly CopyGroup[]> {
  const desk = startedCopies(workbench).getSnapshot();
  if (desk === null || !(await desk.ready())) return findCopies(snapshot, texts);
  return desk.ask('copyGroups', null);
}

/** What a format holds that is not in the project's records. */
async function besideOf(workbench: Workbench, { format }: ExportOptions, snapshot: ProjectSnapshot) {
  if (format === 'project') return readBeside(workbench, snapshot);
  return { journal: format === 'audit' ? await readJournal(workbench) : [], originals: [] };
}

const textOf = ({ text_sha256 }: Document): Sha256 => text_sha256;

/** Writes the project, as it stands now, to the place that a grant names. */
export async function exportProject(
  workbench: Workbench,
  grant: string,
  options: ExportOptions,
  { signal, onPhase }: ExportWatch = unwatched,
): Promise<Result<Exported, ExportFailure>> {
  onPhase('reading');
  const read = await readAll(workbench, options);
  if (!read.ok) return read;
  const isStopped = (): boolean => signal.aborted;
  if (isStopped()) return fail({ code: 'cancelled' });
  const { snapshot, texts, missing } = read.value;
  const { documents, annotations } = snapshot;
  const beside = await besideOf(workbench, options, snapshot);
  const isWithCopies = withCopies.has(options.format) || countsDistinct(options);
  const copies = isWithCopies ? await copyGroups(workbench, snapshot, texts) : [];
  if (isStopped()) return fail({ code: 'cancelled' });
  onPhase('writing');
  const stamp = { exported_at: workbench.session.now(), generator: workbench.startup.app };
  const written = await runExport(
    { snapshot, texts, options, stamp, ...beside, copies, lossesOnly: false },
    { signal, onPacking: () => onPhase('packing') },
  );
  if (!written.ok) return fail({ code: written.error });
  const { files, losses } = written.value;
  onPhase('saving');
  const saved = await workbench.bridge.save(grant, files);
  if (!saved.ok) return saved;
  return succeed({
    path: saved.value.path,
    annotations: annotations.length,
    documents: documents.length,
    missingTexts: documents.filter(({ text_sha256 }) => missing.has(text_sha256)).length,
    losses,
  });
}

/** What a format would not hold of the project as it stands now; null where that cannot be told. */
export async function foreseeLosses(
  workbench: Workbench,
  options: ExportOptions,
  signal: AbortSignal,
): Promise<readonly Loss[] | null> {
  const read = await readAll(workbench, options);
  if (!read.ok || signal.aborted) return null;
  const { snapshot, texts } = read.value;
  const stamp = { exported_at: workbench.session.now(), generator: workbench.startup.app };
  const written = await runExport(
    { snapshot, texts, options, stamp, journal: [], originals: [], copies: [], lossesOnly: true },
    { signal, onPacking: () => undefined },
  );
  return written.ok ? written.value.losses : null;
}

type Refused = Extract<ExportFailure, { readonly code: Exclude<ExportStop, 'cancelled'> }>;
const refusals: readonly string[] = [
  'no-codes',
  'too-many-rows',
  'too-many-files',
  'file-too-large',
  'not-verified',
] satisfies readonly Refused['code'][];

function isRefused(failure: ExportFailure): failure is Refused {
  return refusals.includes(failure.code);
}

/** Why there is no file, in a sentence; null where the person stopped it. */
export function failureWords(failure: ExportFailure, file: string): string | null {
  if (failure.code === 'cancelled') return null;
  if (isRefused(failure)) return t(`exchange:refused_${failure.code}`, { file });
  return problemSentence({ file, ...failure });
}
