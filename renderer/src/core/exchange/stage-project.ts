import type { ChangeDraft, ProjectFields } from '../model/change';
import type { SavedSearch } from '../model/project';
import type { Stage } from './import-stage';
import type { ProjectWithRoot } from './json-format';
import { rootFields } from './json-schema';
import { canonical, noMark } from './merge/mark';
import { mergeFields, sideOf } from './merge/merge-sides';
import { projectId } from './merge/merged-kind';
import { sameValue } from './same-value';
import { compareText } from './snapshot-index';

const ownFields: ReadonlySet<string> = new Set([
  'id',
  'name',
  'created_at',
  'codebook_locked',
  'codebook_rev',
  'scope_rev',
]);

function foreign(value: object | undefined, own: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([key]) => !own.has(key)));
}

/** True for a project that holds nothing but itself and its coders: an import then makes it what the file is. */
export function isBlank({ present }: Stage): boolean {
  return [present.documents, present.codes, present.annotations, present.memos].every(
    (records) => records.length === 0,
  );
}

/** The codebook's revision once codes of the file came in: of a project that is not blank, past both. */
export function revisionWithCodes({ present, file }: Stage): number {
  return Math.max(present.project.codebook_rev, file.project?.codebook_rev ?? 0) + 1;
}

/**
 * What the project itself takes from the file. Its name and id stay: they are how the program knows it. A blank
 * project takes the revisions over; else they only rise, and past both when codes came in, so that one revision
 * never means two codebooks. Fields of a newer version are kept.
 */
export function stageProject(stage: Stage, addedCodes: number): readonly ChangeDraft[] {
  const present: ProjectWithRoot = stage.present.project;
  const { file } = stage;
  const stated = file.project ?? {};
  const root = foreign(file, rootFields);
  const newest = Math.max(present.codebook_rev, stated.codebook_rev ?? 0);
  const isNew = isBlank(stage);
  const revised = stage.merger?.revised;
  const settings = mergedSettings(stage, foreign(stated, ownFields));
  const wanted: ProjectFields & { readonly root_fields?: ProjectWithRoot['root_fields'] } = {
    codebook_rev: isNew
      ? (stated.codebook_rev ?? newest)
      : addedCodes > 0 || revised?.codes === true
        ? revisionWithCodes(stage)
        : newest,
    scope_rev: isNew
      ? (stated.scope_rev ?? present.scope_rev)
      : Math.max(present.scope_rev, stated.scope_rev ?? 0) + (revised?.blocks === true ? 1 : 0),
    ...(Object.keys(root).length === 0 ? {} : { root_fields: joinedFields(present.root_fields ?? {}, root) }),
    ...settings.fields,
  };
  const now = new Map<string, unknown>(Object.entries(present));
  const changed = Object.entries(wanted).filter(([key, value]) => !sameValue(now.get(key), value));
  if (changed.length === 0) return [];
  const before = changed.map(([key]) => [key, now.get(key) ?? null] as const);
  return [
    {
      kind: 'project.set',
      data: { id: present.id, fields: Object.fromEntries(changed) },
      before: { fields: Object.fromEntries(before) },
      ...(stage.merger === null ? {} : { marks: settings.marks }),
    },
  ];
}

/** What a project is set to, and the searches it keeps: of each the word said last, and searches of both. */
function mergedSettings({ present, file, merger }: Stage, others: Readonly<Record<string, unknown>>) {
  const {
    id: _,
    name: _name,
    created_at: _created,
    root_fields: _root,
    ...own
  }: ProjectWithRoot = present.project;
  const { codebook_locked } = file.project ?? {};
  const { searches: _searches, ...stated } = others;
  const here = foreign(own, new Set(['codebook_rev', 'scope_rev', 'searches']));
  // What the file does not say is no word against it.
  const there = { ...here, ...stated, ...(codebook_locked === undefined ? {} : { codebook_locked }) };
  const journals = merger?.journals;
  const merged = mergeFields(
    'project',
    sideOf(journals?.here ?? null, 'project', projectId, here, noMark),
    sideOf(journals?.there ?? null, 'project', projectId, there, noMark),
  );
  const kept = joinedSearches(present.project.searches ?? [], savedSearches(others['searches']));
  return {
    fields: { ...merged.fields, ...(kept.length === 0 ? {} : { searches: kept }) },
    marks: merged.marks,
  };
}

/** Searches of both, each once; in an order of their own where neither side has all of them. */
function joinedSearches(here: readonly SavedSearch[], there: readonly SavedSearch[]): readonly SavedSearch[] {
  const all = new Map(here.map((search) => [search.id, search]));
  for (const search of there) {
    const known = all.get(search.id);
    if (known === undefined || canonical(known) < canonical(search)) all.set(search.id, search);
  }
  const [first, last] = here.length === all.size ? [here, there] : [there, here];
  const joined = first.flatMap(({ id }) => all.get(id) ?? []);
  if (joined.length === all.size) return joined;
  return [
    ...joined,
    ...last.flatMap(({ id }) => (joined.some((each) => each.id === id) ? [] : (all.get(id) ?? []))),
  ].toSorted((one, other) => compareText(one.id, other.id));
}

/** Fields of newer versions of both: where they differ, the value that sorts last, whichever came first. */
function joinedFields(here: Readonly<Record<string, unknown>>, there: Readonly<Record<string, unknown>>) {
  const wins = Object.entries(there).filter(
    ([key, value]) => !Object.hasOwn(here, key) || canonical(here[key]) < canonical(value),
  );
  return { ...here, ...Object.fromEntries(wins) };
}

function savedSearches(value: unknown): readonly SavedSearch[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter(isSavedSearch);
}

function isSavedSearch(value: unknown): value is SavedSearch {
  const isObject = typeof value === 'object' && value !== null;
  return (
    isObject &&
    'id' in value &&
    typeof value.id === 'string' &&
    'query' in value &&
    typeof value.query === 'string'
  );
}
