import type { Bridge, Handover, Outcome, Problem, ProjectTarget, StartupTask } from '@preload/contract';
import type { BrowserWindow } from 'electron';
import { listBackups, restoreBackup } from './backups';
import { checkKept } from './check-kept';
import { findProject, freshName } from './find-project';
import type { Grants } from './grants';
import type { Journal } from './journal';
import { fail, succeed } from './outcome';
import { entriesOf } from './project-entries';
import { measureProject, removeProject } from './project-removal';
import {
  coderNamed,
  type DeviceStore,
  describeProject,
  listProjects,
  type OpenProject,
  sameName,
} from './projects';
import type { SettingsStore } from './settings';
import { tasksOf } from './startup';
import { say } from './strings';
import type { Switches } from './switches';
import { focusWindow, forgetSession, leaveWindow } from './window';

/** An open project: its window, and what belongs to it. */
export interface Place {
  readonly window: BrowserWindow;
  readonly journal: Journal;
  readonly grants: Grants;
  readonly project: () => OpenProject;
  /** The project goes by another name now. */
  readonly rename: (project: OpenProject) => void;
  /** Another window takes its place: the menu is no longer this one's. */
  readonly leave: () => void;
  /** What the page finds when it is loaded anew. */
  readonly setTasks: (tasks: ReturnType<typeof tasksOf>) => void;
}

export interface PlaceRequest {
  readonly project: OpenProject;
  readonly switches: Switches;
  /** What the new window does first. */
  readonly first: readonly StartupTask[];
  readonly notices: readonly Problem[];
}

interface DeskPlan {
  readonly userData: string;
  readonly device: DeviceStore;
  readonly settings: SettingsStore;
  readonly switches: Switches;
  /** Makes the window; answers once it can be seen. */
  readonly openPlace: (request: PlaceRequest) => Promise<Outcome<Place>>;
}

export type ProjectCalls = Pick<
  Bridge,
  | 'listProjects'
  | 'openProject'
  | 'renameProject'
  | 'measureProject'
  | 'deleteProject'
  | 'listBackups'
  | 'restoreBackup'
  | 'checkKept'
  | 'takeHandover'
>;

/** One window at a time, on one project; another project is another window that takes its place. */
export interface Desk {
  /** The calls of one window about projects. */
  callsOf(here: Place): ProjectCalls;
  show(request: PlaceRequest): Promise<Outcome<null>>;
  /** What a second start of the program asks for: done here, in the window that is open. */
  hand(switches: Switches): void;
  /** Brings the window to the front. */
  focus(): void;
  /** Tells whoever works here what happened to the data folder. */
  tell(problem: Problem): void;
}

export function createDesk({ userData, device, settings, switches, openPlace }: DeskPlan): Desk {
  let place: Place | null = null;
  let isChanging = false;
  const asked: Switches[] = [];
  const told: Handover[] = [];
  /** Of a second start, kept for the window that it is about to open. */
  let meant: Switches | null = null;
  /** The page is to be loaded anew when it is asked to open its own project. */
  let isToReload = false;
  const nothing: Switches = { ...switches, corpora: [], imports: [], exports: [], search: null };

  const poke = (): void => {
    if (place !== null && !place.window.isDestroyed()) {
      place.window.webContents.send('framewright:handover');
    }
  };

  const focus = (): void => {
    if (place !== null) focusWindow(place.window);
  };

  const show = async (request: PlaceRequest): Promise<Outcome<null>> => {
    const opened = await openPlace(request);
    if (!opened.ok) return opened;
    const left = place;
    place = opened.value;
    // Only conveniences: that they cannot be remembered is no reason not to work.
    await device.setLastProject(request.project.id);
    if (left !== null) {
      left.leave();
      await leaveWindow(left.window);
      await left.journal.close();
    }
    poke();
    return succeed(null);
  };

  /** One change of window at a time. */
  const change = async (work: () => Promise<Outcome<null>>): Promise<Outcome<null>> => {
    if (isChanging) return fail({ code: 'busy' });
    isChanging = true;
    try {
      return await work();
    } finally {
      isChanging = false;
    }
  };

  const openTarget = async (target: ProjectTarget): Promise<Outcome<null>> => {
    const found = await findProject(userData, target);
    if (!found.ok) return found;
    const given = meant ?? nothing;
    meant = null;
    if (found.value.id === place?.project().id) {
      if (isToReload) place.window.webContents.reload();
      isToReload = false;
      return succeed(null);
    }
    return show({
      project: found.value,
      switches: given,
      first: target.kind === 'sample' ? [{ kind: 'sample' }] : [],
      notices: [],
    });
  };

  const restore = async (here: Place, backup: string, name: string): Promise<Outcome<null>> => {
    const from = { userData, project: here.project(), journal: here.journal };
    const restored = await restoreBackup(from, backup, name, new Date());
    if (!restored.ok) return restored;
    const first = [{ kind: 'name', name }] as const;
    return show({ project: restored.value, switches: nothing, first, notices: [] });
  };

  const handOver = async (here: Place, next: Switches): Promise<Handover> => {
    const present = device.device().coders[0];
    if (next.coder !== null) await device.setCoder(coderNamed(device.device(), next.coder, new Date()));
    if (next.project !== null && !sameName(next.project, here.project().name)) {
      meant = next;
      return { kind: 'open', target: { kind: 'named', name: next.project } };
    }
    const tasks = tasksOf(next, here.grants);
    if (next.coder === null || present?.id === device.device().coders[0]?.id) return { kind: 'tasks', tasks };
    here.setTasks(tasks);
    isToReload = true;
    return { kind: 'reload' };
  };

  const remove = async (id: string): Promise<Outcome<null>> => {
    const listed = await listProjects(userData);
    if (!listed.ok) return listed;
    const { projects } = listed.value;
    const project = projects.find((each) => each.id === id);
    if (project === undefined) return fail({ code: 'not-found', file: say('project.unknown') });
    if (place?.project().id === id) {
      const next = entriesOf(projects, device.device().opened, id).find((each) => !each.is_open);
      const shown = await openTarget(
        next === undefined ? { kind: 'new', name: freshName(project.name) } : { kind: 'known', id: next.id },
      );
      if (!shown.ok) return shown;
    }
    await forgetSession(id);
    const removed = await removeProject(userData, project);
    await device.forgetProject(id);
    await settings.forgetProject(id);
    told.push({ kind: 'deleted', name: project.name, problem: removed.ok ? null : removed.error });
    poke();
    return removed;
  };

  const callsOf = (here: Place): ProjectCalls => ({
    takeHandover: async () => {
      // Until it has taken the other's place, a window does nothing for it.
      if (place !== here) return null;
      const next = asked.shift();
      return next === undefined ? (told.shift() ?? null) : handOver(here, next);
    },
    listProjects: async () => {
      const listed = await listProjects(userData);
      if (!listed.ok) return listed;
      return succeed(entriesOf(listed.value.projects, device.device().opened, here.project().id));
    },
    openProject: (target) => change(() => openTarget(target)),
    renameProject: async (name) => {
      if (here.project().name === name.trim()) return succeed(null);
      const renamed = await describeProject(here.project(), name.trim());
      if (!renamed.ok) return renamed;
      here.rename(renamed.value);
      return succeed(null);
    },
    measureProject: () => measureProject(here.project()),
    deleteProject: (id) => change(() => remove(id)),
    listBackups: () => listBackups(here.project()),
    restoreBackup: (backup, name) => change(() => restore(here, backup, name)),
    checkKept: (texts) => checkKept(here.project(), here.journal, texts),
  });

  return {
    callsOf,
    show,
    focus,
    tell: (problem) => {
      told.push({ kind: 'notice', problem });
      poke();
    },
    hand: (next) => {
      asked.push(next);
      focus();
      poke();
    },
  };
}
