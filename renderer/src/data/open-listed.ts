import { succeed } from '@core/result';
import type { Bridge, JournalHead, Outcome } from '@preload/contract';
import { type Committer, createCommitter, type Writer } from './commit';
import { createProjectLists, type ProjectLists } from './project-lists';
import { type OpenedProject, type OpenOptions, openProject } from './recover';
import { storeProblem } from './store-problem';

export interface ListedProject extends Omit<OpenedProject, 'tally'> {
  readonly committer: Committer;
  readonly lists: ProjectLists;
}

/**
 * Opens the store with the lists of its records. A store that has as many rows as it says may still hold some that
 * cannot be read: it is built anew like any other that is broken, instead of being opened in vain at every start.
 */
export async function openListed(
  bridge: Bridge,
  journal: JournalHead,
  writer: Writer,
  options: OpenOptions,
): Promise<Outcome<ListedProject>> {
  const listed = async ({ store, tally, recovery }: OpenedProject): Promise<ListedProject> => {
    const committer = createCommitter(bridge, store, writer, journal);
    return { store, recovery, committer, lists: await createProjectLists(store, committer, tally) };
  };
  const opened = await openProject(bridge, journal, options);
  if (!opened.ok) return opened;
  try {
    return succeed(await listed(opened.value));
  } catch (error) {
    opened.value.store.database.close({ disableAutoOpen: true });
    const { detail = '' } = storeProblem(error);
    const again = await openProject(bridge, journal, { ...options, doubt: detail });
    return again.ok ? succeed(await listed(again.value)) : again;
  }
}
