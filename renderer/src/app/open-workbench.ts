import { assertDefined } from '@core/assert';
import type { CommandContext } from '@core/commands/command-context';
import { fail, succeed } from '@core/result';
import type { Bridge, DeviceCoder, Outcome, Startup } from '@preload/contract';
import type { Committer } from '../data/commit';
import type { DocumentShelf } from '../data/document-shelf';
import type { ProjectLists } from '../data/project-lists';
import { machine, openSession, type ProjectSession } from '../data/project-session';
import type { Undo } from '../data/undo';
import { t } from '../ui/strings';
import { applySettings } from './apply-settings';
import { presentRound } from './present-round';
import { openSettings, type SettingsSource, settingsOf } from './settings';

/** An open project with all that the screen works on. */
export interface Workbench {
  readonly bridge: Bridge;
  readonly startup: Startup;
  readonly session: ProjectSession;
  readonly committer: Committer;
  readonly lists: ProjectLists;
  readonly shelf: DocumentShelf;
  readonly undo: Undo;
  readonly coder: DeviceCoder;
  readonly settings: SettingsSource;
  /** Clock, ids and coder for a command, as of now. */
  context(): CommandContext;
}

/**
 * Opens the project that main names, mends its store where needed, and makes sure that somebody codes in it. What is
 * thrown becomes a problem here and at once: whoever shows it may not have drawn anything yet.
 */
export function openWorkbench(bridge: Bridge): Promise<Outcome<Workbench>> {
  return openOrThrow(bridge).catch((error: unknown) =>
    fail({ code: 'io', file: t('shell:theProject'), detail: String(error) }),
  );
}

async function openOrThrow(bridge: Bridge): Promise<Outcome<Workbench>> {
  const startup = await bridge.startup();
  // Before anything is painted: whose work it is, is known well enough for that.
  applySettings(settingsOf(startup, startup.coder?.id ?? ''));
  const opened = await openSession(bridge, startup);
  if (!opened.ok) return opened;
  const session = opened.value;
  if (session.coder.getSnapshot() === null) {
    // Work can begin at once; the first screen asks for a name, and a name given later is the same coder's.
    const { newId, now } = machine;
    const named = await session.nameCoder({ id: newId(), name: t('shell:coder'), created_at: now() });
    if (!named.ok) return named;
  }
  const coder = assertDefined(session.coder.getSnapshot(), 'a coder was named above');
  const undo = assertDefined(session.undo.getSnapshot(), 'naming a coder begins their history');
  // What can be undone is read from the journal meanwhile: a key that comes before waits for it.
  const { committer, lists, shelf } = session;
  return succeed({
    ...{ bridge, startup, session, committer, lists, shelf, undo, coder },
    settings: openSettings(bridge, startup, coder.id),
    context: () => ({
      ...{ newId: machine.newId, now: machine.now(), coder_id: coder.id },
      ...{ round: presentRound(lists, coder.id), origin: 'hand' as const },
    }),
  });
}

/** Gives the coder of this window another name; the same person's earlier work goes under it too. */
export async function renameCoder(workbench: Workbench, name: string): Promise<Outcome<null>> {
  const { coder, bridge, committer, lists } = workbench;
  const present = lists.coders.getSnapshot().find(({ id }) => id === coder.id)?.name ?? coder.name;
  if (name.trim() === '' || name.trim() === present) return succeed(null);
  const committed = await committer.commit([
    {
      kind: 'coder.set',
      data: { id: coder.id, fields: { name: name.trim() } },
      before: { fields: { name: present } },
    },
  ]);
  return committed.ok ? bridge.setCoder({ ...coder, name: name.trim() }) : committed;
}
