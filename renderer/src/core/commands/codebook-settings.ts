import { withDescendants } from '../codebook/code-tree';
import { foldName } from '../codebook/fold-name';
import type { Annotation } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import type { Project } from '../model/project';
import { fail, type Result, succeed } from '../result';
import { type Codebook, codebookRevised, findSibling, isLocked, tidyName } from './codebook-rules';
import type { CommandContext } from './command-context';
import { setCodeFields } from './field-drafts';

/** Locks the codebook, or opens it; no draft when it is so already. */
export function setCodebookLock(project: Project, locked: boolean): readonly ChangeDraft[] {
  if ((project.codebook_locked === true) === locked) return [];
  return [
    {
      kind: 'project.set',
      data: { id: project.id, fields: { codebook_locked: locked ? true : null } },
      before: { fields: { codebook_locked: project.codebook_locked ?? null } },
    },
  ];
}

/**
 * Takes a code with all below it out of use: it is offered and applied no more, its codings stay. The codebook is
 * revised, since from now on nobody looks for the code; the code's own revision stays, since it means the same.
 */
export function archiveCode(
  codebook: Codebook,
  code: Code,
  context: Pick<CommandContext, 'now'>,
): Result<readonly ChangeDraft[], 'locked'> {
  if (isLocked(codebook)) return fail('locked');
  const below = withDescendants(code.id, codebook.codes);
  const going = codebook.codes.filter(({ id, archived_at }) => below.has(id) && archived_at === undefined);
  if (going.length === 0) return succeed([]);
  return succeed([
    ...going.map((each) => setCodeFields(each, { archived_at: context.now })),
    codebookRevised(codebook.project),
  ]);
}

/**
 * Brings an archived code back, with what was archived along with it. Passes done meanwhile did not look for it, so
 * it counts as changed for them.
 */
export function unarchiveCode(
  codebook: Codebook,
  code: Code,
): Result<readonly ChangeDraft[], 'locked' | 'name-taken'> {
  if (isLocked(codebook)) return fail('locked');
  if (code.archived_at === undefined) return succeed([]);
  if (findSibling(codebook.codes, code.parent_id, code.name) !== undefined) return fail('name-taken');
  const below = withDescendants(code.id, codebook.codes);
  const revised_in = codebook.project.codebook_rev + 1;
  return succeed([
    ...codebook.codes
      .filter(({ id, archived_at }) => below.has(id) && archived_at === code.archived_at)
      .map((each) => setCodeFields(each, { archived_at: null, revised_in })),
    codebookRevised(codebook.project),
  ]);
}

/**
 * Puts codes into an exclusive set, of which at most one applies to a passage, or takes them out of theirs (null).
 * A name that differs only in case or blanks is the set that is there. Passages that carry two of them already keep
 * both: see `exclusiveConflicts`.
 */
export function setExclusive(
  codebook: Codebook,
  codes: readonly Code[],
  name: string | null,
): readonly ChangeDraft[] {
  const tidy = tidyName(name ?? '');
  const known = codebook.codes.find(({ set }) => set !== undefined && foldName(set) === foldName(tidy));
  const set = tidy === '' ? null : (known?.set ?? tidy);
  return codes
    .filter((code) => code.kind === 'code' && (code.set ?? null) !== set)
    .map((code) => setCodeFields(code, { set }));
}

export interface ExclusiveConflict {
  readonly annotation: Annotation;
  readonly set: string;
  /** Two or more, in the order in which they were applied. */
  readonly code_ids: readonly Id[];
}

/** Annotations that carry several codes of one exclusive set: from before it was one, or from an import. */
export function exclusiveConflicts(
  annotations: readonly Annotation[],
  codes: ReadonlyMap<Id, Code>,
): readonly ExclusiveConflict[] {
  return annotations.flatMap((annotation) => {
    const bySet = new Map<string, Set<Id>>();
    for (const { code_id } of annotation.codings) {
      const set = codes.get(code_id)?.set;
      if (set !== undefined) bySet.set(set, (bySet.get(set) ?? new Set()).add(code_id));
    }
    return [...bySet]
      .filter(([, ids]) => ids.size > 1)
      .map(([set, ids]) => ({ annotation, set, code_ids: [...ids] }));
  });
}

/** Makes an annotation an example of what a code means; no draft when it is one. Examples are no new revision. */
export function addExample(code: Code, annotation: Id): readonly ChangeDraft[] {
  return code.examples.includes(annotation)
    ? []
    : [setCodeFields(code, { examples: [...code.examples, annotation] })];
}

export function removeExample(code: Code, annotation: Id): readonly ChangeDraft[] {
  return code.examples.includes(annotation)
    ? [setCodeFields(code, { examples: code.examples.filter((id) => id !== annotation) })]
    : [];
}
