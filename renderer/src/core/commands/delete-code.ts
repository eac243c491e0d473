import { bySiblingOrder } from '../codebook/code-tree';
import type { Annotation } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/code';
import type { Link } from '../model/link';
import type { Memo } from '../model/memo';
import { fail, type Result, succeed } from '../result';
import { type Codebook, codebookRevised, isLocked, withRevision } from './codebook-rules';
import { setCodeFields } from './field-drafts';
import { indexMemos } from './move-memos';
import { type Attached, linkedBy, removeCodings } from './remove-codings';
import { removeMemos } from './remove-memos';

/** What hangs on a code, of all coders: the codebook is everybody's. */
export interface CodeUse {
  /** At least all that carry it; others are passed over. */
  readonly annotations: readonly Annotation[];
  /** At least those on the code and on its codings. */
  readonly memos: readonly Memo[];
  /** At least those of annotations on whole documents. */
  readonly links: readonly Link[];
}

export interface DeletedCode {
  readonly drafts: readonly ChangeDraft[];
  /** Codings that go. */
  readonly codings: number;
  /** Passages that carry no code afterwards; they stay, as uncoded. */
  readonly uncoded: number;
  /** Memos that go, of the code and of its codings. */
  readonly memos: number;
}

/**
 * Deletes a code: its codings go with their memos, the passages stay, its sub-codes take its place among its
 * siblings. The numbers are there to be told before it is done.
 */
export function deleteCode(codebook: Codebook, code: Code, use: CodeUse): Result<DeletedCode, 'locked'> {
  if (isLocked(codebook)) return fail('locked');
  const memos = indexMemos(use.memos);
  const attached: Attached = { memos, linked: linkedBy(use.links) };
  let codings = 0;
  let uncoded = 0;
  const taken: ChangeDraft[] = removeMemos(memos.about('code', code.id)).slice();
  for (const annotation of use.annotations) {
    const gone = annotation.codings.filter(({ code_id }) => code_id === code.id);
    if (gone.length === 0) continue;
    codings += gone.length;
    if (annotation.target.kind === 'passage' && gone.length === annotation.codings.length) uncoded += 1;
    taken.push(...removeCodings(annotation, gone, attached));
  }
  const lifted = liftedChildren(codebook.codes, code).map(({ child, order }) =>
    setCodeFields(child, withRevision(child, { parent_id: code.parent_id, order }, codebook.project)),
  );
  return succeed({
    drafts: [
      ...taken,
      ...lifted,
      { kind: 'code.removed', data: { id: code.id }, before: { code } },
      codebookRevised(codebook.project),
    ],
    codings,
    uncoded,
    memos: taken.filter(({ kind }) => kind === 'memo.set').length,
  });
}

/** The sub-codes in their order, with orders between the code's own and the next sibling's. */
function liftedChildren(
  codes: readonly Code[],
  code: Code,
): readonly { readonly child: Code; readonly order: number }[] {
  const children = codes.filter(({ parent_id }) => parent_id === code.id).sort(bySiblingOrder);
  const later = codes
    .filter(
      ({ id, parent_id, order }) => parent_id === code.parent_id && id !== code.id && order > code.order,
    )
    .map(({ order }) => order);
  const room = later.length === 0 ? children.length : Math.min(...later) - code.order;
  return children.map((child, n) => ({ child, order: code.order + (room * n) / children.length }));
}
