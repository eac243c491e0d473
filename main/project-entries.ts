import type { ProjectEntry } from '@preload/contract';
import type { OpenProject } from './projects';

/** Projects as a person is shown them: the open one first, then those that were opened or made last. */
export function entriesOf(
  projects: readonly OpenProject[],
  /** When each was opened last, by its id. */
  opened: Readonly<Record<string, string>>,
  openId: string,
): readonly ProjectEntry[] {
  return projects
    .map(
      ({ id, name, created_at }): ProjectEntry => ({
        ...{ id, name, created_at },
        opened_at: opened[id] ?? null,
        is_open: id === openId,
      }),
    )
    .sort(byRecent);
}

function byRecent(one: ProjectEntry, other: ProjectEntry): number {
  if (one.is_open !== other.is_open) return one.is_open ? -1 : 1;
  return (other.opened_at ?? other.created_at).localeCompare(one.opened_at ?? one.created_at);
}
