import { type ExportFormat, type ExportOptions, formatEndings } from '@core/exchange/export-options';
import type { Loss } from '@core/exchange/losses';
import type { Grant, KeptSave } from '@preload/contract';
import { createSource, type Observable } from '../data/observable';
import { t } from '../ui/strings';
import { type ExportPhase, exportProject, failureWords } from './export-project';
import type { Workbench } from './open-workbench';
import { repeatedOptionsOf } from './settings';
import { alert, announce, getView, setView } from './view-state';

/** The export that is under way or just done, as the dialog shows it. */
export type ExportRun =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'working'; readonly phase: ExportPhase; readonly cancel: () => void }
  /** Something could not be held by the format, which is to be seen before the dialog goes. */
  | { readonly kind: 'done'; readonly path: string; readonly losses: readonly Loss[] };

const run = createSource<ExportRun>({ kind: 'choosing' });
export const exportRun: Observable<ExportRun> = run;

/** Stops an export that is under way; closes the dialog, where it is open. */
export function closeExport(): void {
  const present = run.getSnapshot();
  if (present.kind === 'working') present.cancel();
  run.set({ kind: 'choosing' });
  if (getView().dialog === 'export') setView({ dialog: null });
}

/** An export that was made, in this session or before, to be repeated in one step. */
interface LastExport {
  readonly grant: Grant;
  readonly options: ExportOptions;
}

const lastOf = new Map<ExportFormat, LastExport>();
let last: LastExport | null = null;

let recalling: Promise<void> | null = null;

/** Brings back what was exported from this project before the program was started; asked for once. */
export function recallExports({ bridge }: Pick<Workbench, 'bridge'>): Promise<void> {
  recalling ??= bridge.keptSaves().then(recall);
  return recalling;
}

function recall(kept: readonly KeptSave[]): void {
  for (const { grant, options } of kept) {
    const wanted = { grant, options: repeatedOptionsOf(options) };
    last ??= wanted;
    if (!lastOf.has(wanted.options.format)) lastOf.set(wanted.options.format, wanted);
  }
}

/** The name of the file or folder that a format was exported to last. */
export function lastPlaceOf(format: ExportFormat): string | null {
  return lastOf.get(format)?.grant.name ?? null;
}

/** Asks where to, then writes. Stays where nothing was chosen, or where the person is to see what is not in the file. */
export async function startExport(workbench: Workbench, options: ExportOptions): Promise<void> {
  const name = (workbench.lists.project.getSnapshot()?.name ?? 'framewright').replace(/[\\/:*?"<>|]/g, '-');
  const ending = formatEndings[options.format];
  const suffix = ending === '.csv' && options.format !== 'csv' ? ` ${options.format}` : '';
  const suggested = `${name}${suffix}${ending}`;
  const grant = await workbench.bridge.chooseSave(suggested, ending === '' ? 'folder' : 'file');
  if (grant !== null) await write(workbench, { grant, options });
}

/** Writes the last export anew, of one format or of any, with what was chosen then, to the same place. */
export async function exportAgain(workbench: Workbench, format?: ExportFormat): Promise<void> {
  await recallExports(workbench);
  const wanted = format === undefined ? last : (lastOf.get(format) ?? null);
  if (wanted === null) alert(t('exchange:againNothing'));
  else await write(workbench, wanted);
}

async function write(workbench: Workbench, wanted: LastExport): Promise<void> {
  const { grant, options } = wanted;
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  const exported = await exportProject(workbench, grant.token, options, {
    signal: stop.signal,
    onPhase: (phase) => {
      if (!stop.signal.aborted) run.set({ kind: 'working', phase, cancel });
    },
  });
  if (!exported.ok) {
    const words = failureWords(exported.error, grant.name);
    if (words !== null) alert(words);
    closeExport();
    return;
  }
  last = wanted;
  lastOf.set(options.format, wanted);
  const { part, matrix, ...others } = options;
  // Only a convenience: that it cannot be kept is no reason to interrupt anybody.
  void workbench.bridge.keepSave(options.format, grant.token, {
    ...others,
    matrix: { ...matrix },
    part: { ...part },
  });
  const { annotations, path, missingTexts, losses } = exported.value;
  // A project that came without them never has them: said in passing, not in a dialog each time.
  const originals = losses.find(({ kind }) => kind === 'original')?.count ?? 0;
  const unsaid = losses.filter(({ kind }) => kind !== 'original');
  const saved = t('shell:exported', { count: annotations, path });
  announce(originals === 0 ? saved : `${saved} ${t('exchange:withoutOriginals', { count: originals })}`);
  if (missingTexts > 0) alert(t('shell:textsMissing', { count: missingTexts }));
  if (unsaid.length === 0) closeExport();
  else {
    run.set({ kind: 'done', path, losses: unsaid });
    setView({ dialog: 'export' });
  }
}
