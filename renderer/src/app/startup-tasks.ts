import { foreignFormats, formatFromWord } from '@core/exchange/export-options';
import { exportOptionsFromWords } from '@core/exchange/export-words';
import type { Bridge, Json, Outcome, Problem, Startup, StartupTask } from '@preload/contract';
import { storeProblem } from '../data/store-problem';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { takeIn } from './corpus-actions';
import type { Done } from './done';
import { exportProject, failureWords } from './export-project';
import { takeImport } from './import-actions';
import { openFirst, openFirstWhole } from './open-first';
import type { Workbench } from './open-workbench';
import { renameProject, takeSample } from './project-actions';
import { searchTask } from './search-task';
import { alert, setView, tellMended } from './view-state';

/** Tells what opening took, then does what the command line asks for, in order; with --quit ends the program. */
export async function runStartup(bridge: Bridge, opened: Outcome<Workbench>): Promise<void> {
  if (!opened.ok) {
    const { quit } = await bridge.startup();
    const problems = [problemSentence(opened.error)];
    if (quit) await bridge.finish({ summary: { tasks: [] }, problems });
    return;
  }
  const workbench = opened.value;
  const { startup } = workbench;
  const problems = [...startup.notices, ...passedOver(workbench)].map(problemSentence);
  const mended = mendedNotice(workbench);
  if (!startup.quit) {
    for (const problem of problems) alert(problem);
    if (mended !== null) tellMended(mended);
    tellOfStore(workbench);
    await runTasks(workbench, startup.tasks);
    return;
  }
  const done = await doAll(workbench, startup.tasks);
  const summary = summaryOf(
    startup,
    [...problems, ...(mended === null ? [] : [mended])],
    done.map((each) => each.summary),
  );
  await workbench.session.keeper.finish();
  await bridge.finish({ summary, problems: done.flatMap(({ problems }) => problems) });
}

/** What brings texts. */
const fills: ReadonlySet<StartupTask['kind']> = new Set(['corpus', 'import', 'sample']);

/** Does what a command line asks for, in order, before a person's eyes. */
export async function runTasks(workbench: Workbench, tasks: readonly StartupTask[]): Promise<void> {
  const isFilling = tasks.some(({ kind }) => fills.has(kind));
  if (isFilling) setView({ isFilling });
  const done = await doAll(workbench, tasks).finally(() => setView({ isFilling: false }));
  for (const { problems, isReported = false } of done) {
    if (!isReported) for (const problem of problems) alert(problem);
  }
  openFirst(workbench);
}

async function doAll(workbench: Workbench, tasks: readonly StartupTask[]): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (const task of tasks)
    done.push(await runTask(workbench, task).catch((error: unknown) => failed(task, error)));
  await workbench.committer.settled();
  return done;
}

/** A bug: who had the program do it hears of that, and a program without a window comes to its end. */
function failed(task: StartupTask, error: unknown): Done {
  reportError(error);
  const problem = problemSentence({ ...storeProblem(error), file: fileOf(task) });
  return { summary: { task: task.kind }, problems: [problem] };
}

function fileOf(task: StartupTask): string {
  if ('target' in task) return task.target.name;
  if ('file' in task) return task.file.name;
  return 'grant' in task ? task.grant.name : task.kind;
}

/** A snapshot that cannot be written, or a damaged store, is told of: the person can do something about it. */
function tellOfStore({ session }: Workbench): void {
  for (const { problem } of [session.keeper, session.watch]) {
    problem.subscribe(() => {
      const present = problem.getSnapshot();
      if (present !== null) alert(problemSentence(present));
    });
  }
}

function summaryOf({ project }: Startup, notices: readonly string[], tasks: readonly Json[]): Json {
  return { project: project.name, notices, tasks };
}

/** That the store was brought up to date, or made anew, and lost nothing by it; null where it was as it should be. */
function mendedNotice({ session }: Workbench): string | null {
  const { recovery, startup } = session;
  if (recovery.kind === 'clean' || startup.is_new) return null;
  if (recovery.kind === 'replayed') return t('shell:replayed', { count: recovery.changes });
  // Main has said why, where it set the store aside before: what is there then is empty, and that is no reason.
  const wasSetAside = startup.notices.some(({ code }) => code === 'store-damaged' || code === 'store-newer');
  return wasSetAside && recovery.reason === 'missing'
    ? t('shell:rebuiltAfter', { count: recovery.changes })
    : t('shell:rebuilt', { count: recovery.changes, reason: t(`shell:reason_${recovery.reason}`) });
}

/** Changes of the journal that say what no project holds, and were left out. */
function passedOver({ session: { recovery, startup } }: Workbench): readonly Problem[] {
  return recovery.kind === 'rebuilt' && !startup.is_new ? (recovery.passed_over ?? []) : [];
}

/** Opens the document that was read last before anything is drawn, where nothing else is asked for. */
export async function beginWithFirst(workbench: Workbench): Promise<void> {
  const { quit, tasks } = workbench.startup;
  if (!quit && tasks.length === 0) await openFirstWhole(workbench);
}

async function runTask(workbench: Workbench, task: StartupTask): Promise<Done> {
  switch (task.kind) {
    case 'corpus': {
      const outcome = await takeIn(workbench, task.grant);
      if (!outcome.ok) {
        const problem = problemSentence({ file: task.grant.name, ...outcome.error });
        return { summary: { task: 'corpus', name: task.grant.name, imported: 0 }, problems: [problem] };
      }
      const { rows, document_ids } = outcome.value;
      const count = (wanted: string): number => rows.filter(({ outcome }) => outcome === wanted).length;
      return {
        summary: {
          ...{ task: 'corpus', name: task.grant.name, imported: document_ids.length },
          ...{ repaired: count('repaired'), duplicates: count('duplicate'), skipped: count('skipped') },
        },
        problems: rows.flatMap(({ outcome, path, problem }) =>
          outcome === 'skipped' && problem !== undefined ? [problemSentence({ ...problem, file: path })] : [],
        ),
        isReported: true,
      };
    }
    case 'sample':
      return takeSample(workbench);
    case 'name':
      await renameProject(workbench, task.name);
      return { summary: { task: 'name' }, problems: [] };
    case 'search':
      return searchTask(workbench, task);
    case 'import':
      return takeImport(workbench, task.file);
    case 'export': {
      const { name } = task.target;
      const format = formatFromWord(task.format);
      if (!format.ok) {
        return { summary: { task: 'export', name }, problems: [t('shell:unknownFormat', { name })] };
      }
      const { lists } = workbench;
      const options = exportOptionsFromWords(format.value, task.words, {
        ...{ documents: lists.documents.getSnapshot(), codes: lists.codes.getSnapshot() },
        coders: lists.coders.getSnapshot(),
      });
      if (!options.ok) {
        const { name: word, value, known } = options.error;
        const problem =
          known.length === 0
            ? t('exchange:unknownWord', { word, value })
            : t('exchange:wrongWord', { word, value, known: known.join(', ') });
        return { summary: { task: 'export', name }, problems: [problem] };
      }
      const exported = await exportProject(workbench, task.target.token, options.value);
      if (!exported.ok) {
        return {
          summary: { task: 'export', name },
          problems: [failureWords(exported.error, name) ?? t('exchange:stop')],
        };
      }
      const { path, annotations, documents, losses, missingTexts } = exported.value;
      return {
        summary: {
          ...{ task: 'export', path, format: format.value, annotations, documents },
          ...(foreignFormats.has(format.value) || losses.length > 0
            ? { losses: losses.map((loss) => ({ ...loss })) }
            : {}),
        },
        problems: missingTexts > 0 ? [`${name}: ${t('shell:textsMissing', { count: missingTexts })}`] : [],
      };
    }
  }
}
