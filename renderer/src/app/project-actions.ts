import { fail, type Result, succeed } from '@core/result';
import type { Json, ProjectEntry, ProjectTarget } from '@preload/contract';
import sampleUrl from '@resources/sample/sample-project.json?url';
import { createSource } from '../data/observable';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { takeImportText } from './import-actions';
import { endMemoSession, keepMemos } from './memo-actions';
import type { Workbench } from './open-workbench';
import { alert, announce, setView } from './view-state';

/** The projects of this data folder, as they were when last asked for. */
export const knownProjects = createSource<readonly ProjectEntry[]>([]);

export async function readProjects({ bridge }: Workbench): Promise<void> {
  const listed = await bridge.listProjects();
  if (listed.ok) knownProjects.set(listed.value);
  else alert(problemSentence(listed.error));
}

/** Keeps what is typed and waits for what is under way: after this the window may go. */
export async function settle({ committer, settings }: Workbench): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  // What a field does with what was typed comes after its blur.
  await new Promise((resolve) => setTimeout(resolve));
  await keepMemos();
  await endMemoSession();
  await committer.settled();
  await settings.flush();
}

/** Opens another project, whose window takes the place of this one. */
export async function openProject(workbench: Workbench, target: ProjectTarget, busy: string): Promise<void> {
  setView({ dialog: null, busy });
  await settle(workbench);
  const opened = await workbench.bridge.openProject(target);
  setView({ busy: null });
  if (!opened.ok) alert(problemSentence(opened.error));
}

export function openSample(workbench: Workbench): Promise<void> {
  return openProject(workbench, { kind: 'sample' }, t('projects:openingSample'));
}

/** Removes the open project for good; another opens in its place. */
export async function deleteProject(workbench: Workbench): Promise<void> {
  const name = projectName(workbench);
  setView({ dialog: null, busy: t('projects:deleting', { name: isolated(name) }) });
  await settle(workbench);
  const deleted = await workbench.bridge.deleteProject(workbench.startup.project.id);
  setView({ busy: null });
  if (!deleted.ok) alert(problemSentence(deleted.error));
}

/** Gives the project another name: a change like any other, which undo takes back. */
export async function renameProject({ committer, lists }: Workbench, name: string): Promise<void> {
  setView({ dialog: null });
  const project = lists.project.getSnapshot();
  if (project === null || project.name === name) return;
  const renamed = await committer.commit([
    {
      kind: 'project.set',
      data: { id: project.id, fields: { name } },
      before: { fields: { name: project.name } },
    },
  ]);
  if (!renamed.ok) alert(t('common:notSaved', { reason: problemSentence(renamed.error) }));
}

/** Tells main the project's name whenever the journal has another one, also by undo. Returns the end of it. */
export function followName({ bridge, lists, startup }: Workbench): () => void {
  let told = startup.project.name;
  const tell = (): void => {
    const name = lists.project.getSnapshot()?.name ?? told;
    if (name === told) return;
    told = name;
    void bridge.renameProject(name).then((renamed) => {
      if (!renamed.ok) alert(problemSentence(renamed.error));
    });
  };
  tell();
  return lists.project.subscribe(tell);
}

/** Takes in the sample that comes with the program, unless the project has documents. */
export async function takeSample(
  workbench: Workbench,
): Promise<{ readonly summary: Json; readonly problems: readonly string[] }> {
  if (workbench.lists.documents.getSnapshot().length > 0)
    return { summary: { task: 'sample' }, problems: [] };
  const name = workbench.startup.project.name;
  const text = await fetchSample();
  if (!text.ok) return { summary: { task: 'sample' }, problems: [text.error] };
  const { problems } = await takeImportText(workbench, { name, text: text.value });
  return { summary: { task: 'sample' }, problems };
}

async function fetchSample(): Promise<Result<string, string>> {
  try {
    const answer = await fetch(sampleUrl);
    return answer.ok ? succeed(await answer.text()) : fail(t('projects:sampleFailed'));
  } catch {
    return fail(t('projects:sampleFailed'));
  }
}

/** Says that a project is gone. */
export function tellDeleted(name: string, reason: string | null): void {
  if (reason === null) announce(t('projects:deleted', { name: isolated(name) }));
  else alert(t('projects:deletedPartly', { name: isolated(name), reason }));
}

export function projectName({ lists, startup }: Workbench): string {
  return lists.project.getSnapshot()?.name ?? startup.project.name;
}

/** A name within a sentence: kept from turning the words around it, whatever its script. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
