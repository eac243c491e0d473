import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import type { Project, SavedSearch } from '../model/project';

/** Keeps a search for every coder of the project; one of the same words takes the place of the older. */
export function saveSearch(project: Project, search: SavedSearch): readonly ChangeDraft[] {
  const others = (project.searches ?? []).filter(({ query }) => query !== search.query);
  return setSearches(project, [...others, search]);
}

/** Forgets a kept search; no draft where there is none. */
export function forgetSearch(project: Project, id: Id): readonly ChangeDraft[] {
  const kept = (project.searches ?? []).filter((search) => search.id !== id);
  return kept.length === (project.searches ?? []).length ? [] : setSearches(project, kept);
}

function setSearches(project: Project, searches: readonly SavedSearch[]): readonly ChangeDraft[] {
  return [
    {
      kind: 'project.set',
      data: { id: project.id, fields: { searches: searches.length === 0 ? null : searches } },
      before: { fields: { searches: project.searches ?? null } },
    },
  ];
}
