import type { CopyGroup } from '@core/copies/copy-groups';
import type { ExportOptions } from '@core/exchange/export-options';
import type { Loss } from '@core/exchange/losses';
import { fail, type Result, succeed } from '@core/result';
import type { Problem } from '@preload/contract';
import { storeProblem } from '../data/store-problem';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { type ExportAnswer, type ExportStop, runExport, type WorkerPhase } from '../workers/run-export';
import { startedCopies } from './copies-desk';
import type { Workbench } from './open-workbench';

/** What was written, without the files, which are saved by now. */
export interface Exported extends Omit<ExportAnswer, 'files'> {
  /** As a person would read it. */
  readonly path: string;
}

export type ExportFailure = Problem | { [S in ExportStop]: { readonly code: S } }[ExportStop];

/** What an export is at. */
export type ExportPhase = 'reading' | WorkerPhase | 'saving';

export interface ExportWatch {
  readonly signal: AbortSignal;
  readonly onPhase: (phase: ExportPhase) => void;
}

const unwatched: ExportWatch = { signal: new AbortController().signal, onPhase: () => undefined };

/** Has the worker read and write the project as it stands now. */
async function written(
  workbench: Workbench,
  options: ExportOptions,
  lossesOnly: boolean,
  { signal, onPhase }: ExportWatch,
): Promise<Result<ExportAnswer, ExportFailure>> {
  const { bridge, committer, session, startup } = workbench;
  // What was done a moment ago belongs in the file.
  await committer.settled();
  const stamp = { exported_at: session.now(), generator: startup.app };
  const supplies = {
    readTexts: (hashes: readonly string[]) => bridge.readTexts(hashes),
    readOriginals: (hashes: readonly string[]) => bridge.readOriginals(hashes),
    readCommits: (from: number, to: number) => bridge.readCommits(from, to),
    copyGroups: () => copyGroups(workbench),
  };
  let answer: Awaited<ReturnType<typeof runExport>>;
  try {
    answer = await runExport({ options, stamp, lossesOnly }, supplies, { signal, onPhase });
  } catch (error) {
    // A bug, or a file longer than the engine can hold: whoever waits for it hears of it, a script too.
    reportError(error);
    return fail(storeProblem(error));
  }
  if (answer.ok) return answer;
  if ('stop' in answer.error) return fail({ code: answer.error.stop });
  return fail(await session.unread(answer.error.unread));
}

/** From the worker that looks for copies, where somebody has begun to; null where the export has to look for them. */
async function copyGroups(workbench: Workbench): Promise<readonly CopyGroup[] | null> {
  const desk = startedCopies(workbench).getSnapshot();
  if (desk === null || !(await desk.ready())) return null;
  return desk.ask('copyGroups', null).catch(() => null);
}

/** Writes the project, as it stands now, to the place that a grant names. */
export async function exportProject(
  workbench: Workbench,
  grant: string,
  options: ExportOptions,
  watch: ExportWatch = unwatched,
): Promise<Result<Exported, ExportFailure>> {
  watch.onPhase('reading');
  const answer = await written(workbench, options, false, watch);
  if (!answer.ok) return answer;
  const { files, ...exported } = answer.value;
  watch.onPhase('saving');
  const saved = await workbench.bridge.save(grant, files);
  if (!saved.ok) return saved;
  return succeed({ path: saved.value.path, ...exported });
}

/** What a format would not hold of the project as it stands now; null where that cannot be told. */
export async function foreseeLosses(
  workbench: Workbench,
  options: ExportOptions,
  signal: AbortSignal,
): Promise<readonly Loss[] | null> {
  const answer = await written(workbench, options, true, { ...unwatched, signal });
  return answer.ok ? answer.value.losses : null;
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
