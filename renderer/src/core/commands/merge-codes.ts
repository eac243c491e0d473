import { bySiblingOrder, withDescendants } from '../codebook/code-tree';
import { redirectMemos } from '../memo/redirect-memos';
import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import type { Property } from '../model/property';
import { fail, type Result, succeed } from '../result';
import { recode } from './batch-codings';
import {
  type Codebook,
  type CodebookProblem,
  codebookRevised,
  findSibling,
  isLocked,
  withRevision,
} from './codebook-rules';
import type { CommandContext } from './command-context';
import type { CodeUse } from './delete-code';
import { setCodeFields } from './field-drafts';
import { indexMemos, moveMemos } from './move-memos';
import type { Lost } from './unite-codings';

export type MergeCodesProblem =
  | CodebookProblem
  | 'same-code'
  /** A code and a folder. */
  | 'other-kind'
  | 'archived';

export interface MergedCodes {
  readonly drafts: readonly ChangeDraft[];
  /** Codings that were of the code that goes and are of the other now. */
  readonly moved: number;
  /** Annotations that carried both: one coding is left there, with the older time and both memos. */
  readonly doubled: number;
  /** Annotations that carry another code of the exclusive set of `into` afterwards; nothing is taken off them. */
  readonly exclusive: readonly Id[];
  readonly lost: readonly Lost[];
}

/**
 * Merges a code into another: the codings of all coders, the memo, the examples and the sub-codes go over, links
 * in memos lead to the other from then on, and the code goes. The other keeps its key, its name and its definition;
 * its revision does not rise, the codebook's does.
 * `properties` are those of the project: one that is asked of the code is asked of the other from then on.
 */
export function mergeCodes(
  codebook: Codebook,
  gone: Code,
  into: Code,
  use: Omit<CodeUse, 'links'> & { readonly properties: readonly Property[] },
  context: CommandContext,
): Result<MergedCodes, MergeCodesProblem> {
  if (isLocked(codebook)) return fail('locked');
  if (gone.id === into.id) return fail('same-code');
  if (gone.kind !== into.kind) return fail('other-kind');
  if (into.archived_at !== undefined) return fail('archived');
  const placed = placeChildren(codebook, gone, into);
  if (!placed.ok) return placed;
  const memos = indexMemos(use.memos);
  // Where the other code itself is put elsewhere, that makes a new revision of it, the one that now holds.
  const rev = placed.value.lifted?.id === into.id ? into.rev + 1 : into.rev;
  const drafts: ChangeDraft[] = [];
  const exclusive: Id[] = [];
  const lost: Lost[] = [];
  const sets = new Map(codebook.codes.map(({ id, set }) => [id, set]));
  let moved = 0;
  let doubled = 0;
  for (const annotation of use.annotations) {
    const recoded = recode(annotation, gone.id, { id: into.id, rev }, memos, context);
    if (recoded === null) continue;
    drafts.push(...recoded.drafts);
    lost.push(...recoded.lost);
    if (recoded.gone.length > 0) doubled += 1;
    else moved += 1;
    const rivals = annotation.codings.filter(({ code_id }) => code_id !== gone.id && code_id !== into.id);
    if (into.set !== undefined && rivals.some(({ code_id }) => sets.get(code_id) === into.set))
      exclusive.push(annotation.id);
  }
  const examples = [...new Set([...into.examples, ...gone.examples])];
  drafts.push(
    ...moveMemos(memos, [{ kind: 'code', id: gone.id }], { kind: 'code', id: into.id }, context.now),
    ...placed.value.drafts,
    ...(examples.length > into.examples.length ? [setCodeFields(into, { examples })] : []),
    ...askAnew(use.properties, gone.id, into.id),
    { kind: 'code.removed', data: { id: gone.id }, before: { code: gone } },
    codebookRevised(codebook.project),
  );
  const led = redirectMemos(drafts, use.memos, ({ kind, id }) =>
    kind === 'code' && id === gone.id ? into.id : undefined,
  );
  return succeed({ drafts: led, moved, doubled, exclusive, lost });
}

interface Placed {
  readonly drafts: readonly ChangeDraft[];
  /** The sub-code of the one that goes which is, or holds, the other: it takes its place. */
  readonly lifted: Code | undefined;
}

/** The sub-codes go below the other code, after those that are there. */
function placeChildren(codebook: Codebook, gone: Code, into: Code): Result<Placed, CodebookProblem> {
  const { codes, project } = codebook;
  const children = codes.filter(({ parent_id }) => parent_id === gone.id).sort(bySiblingOrder);
  const lifted = children.find(({ id }) => withDescendants(id, codes).has(into.id));
  const moving = children.filter((child) => child !== lifted);
  const isShown = ({ archived_at }: Code): boolean => archived_at === undefined;
  const others = codes.filter(({ id }) => id !== gone.id);
  const isTaken =
    moving.some((child) => isShown(child) && findSibling(others, into.id, child.name) !== undefined) ||
    (lifted !== undefined &&
      isShown(lifted) &&
      findSibling(others, gone.parent_id, lifted.name) !== undefined);
  if (isTaken) return fail('name-taken');
  const siblings = codes.filter(({ parent_id }) => parent_id === into.id);
  const last = Math.max(0, ...siblings.map(({ order }) => order));
  const drafts = moving.map((child, n) =>
    setCodeFields(child, withRevision(child, { parent_id: into.id, order: last + n + 1 }, project)),
  );
  if (lifted === undefined) return succeed({ drafts, lifted });
  const place = { parent_id: gone.parent_id, order: gone.order };
  return succeed({
    drafts: [...drafts, setCodeFields(lifted, withRevision(lifted, place, project))],
    lifted,
  });
}

function askAnew(properties: readonly Property[], gone: Id, into: Id): readonly ChangeDraft[] {
  return properties.flatMap(({ id, code_ids: before }): readonly ChangeDraft[] => {
    if (before?.includes(gone) !== true) return [];
    const code_ids = [...new Set(before.map((code) => (code === gone ? into : code)))];
    return [
      { kind: 'property.set', data: { id, fields: { code_ids } }, before: { fields: { code_ids: before } } },
    ];
  });
}
