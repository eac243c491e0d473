import type { ChangeDraft, ProjectFields } from '../model/change';
import type { Stage } from './import-stage';
import type { ProjectWithRoot } from './json-format';
import { rootFields } from './json-schema';
import { sameValue } from './same-value';

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
  const wanted: ProjectFields & { readonly root_fields?: ProjectWithRoot['root_fields'] } = {
    codebook_rev: isNew
      ? (stated.codebook_rev ?? newest)
      : addedCodes > 0
        ? revisionWithCodes(stage)
        : newest,
    scope_rev: isNew
      ? (stated.scope_rev ?? present.scope_rev)
      : Math.max(present.scope_rev, stated.scope_rev ?? 0),
    ...(isNew && stated.codebook_locked !== undefined ? { codebook_locked: stated.codebook_locked } : {}),
    ...foreign(stated, ownFields),
    ...(Object.keys(root).length === 0 ? {} : { root_fields: { ...present.root_fields, ...root } }),
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
    },
  ];
}
