import { bySiblingOrder } from '../codebook/code-tree';
import type { Annotation } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/code';
import { fail, type Result, succeed } from '../result';
import { batchOver, type LeftOut } from './batch';
import {
  type Codebook,
  type CodebookProblem,
  checkName,
  codebookRevised,
  findSibling,
  isLocked,
  newCode,
} from './codebook-rules';
import type { CommandContext } from './command-context';
import { setCodingFields } from './field-drafts';

export interface SplitCode {
  readonly drafts: readonly ChangeDraft[];
  /** The new one. */
  readonly code: Code;
  /** Annotations whose coding is of the new code now. */
  readonly moved: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Splits a code: makes a new one behind it, in the same exclusive set, and gives it the codings of the chosen
 * annotations, as far as they are this coder's. Codings keep their time, stance and memo. `definition` is what the
 * new code means; the old one's meaning is changed apart, by `setCode`.
 */
export function splitCode(
  codebook: Codebook,
  code: Code,
  name: string,
  chosen: readonly Annotation[],
  context: CommandContext,
  definition: Partial<Pick<Code, 'description' | 'include' | 'exclude'>> = {},
): Result<SplitCode, CodebookProblem> {
  if (isLocked(codebook)) return fail('locked');
  const checked = checkName(name);
  if ('problem' in checked) return fail(checked.problem);
  if (findSibling(codebook.codes, code.parent_id, checked.name) !== undefined) return fail('name-taken');
  const made = newCode(codebook, context.newId(), checked.name, code.parent_id, {
    order: orderBehind(codebook.codes, code),
    ...(code.set === undefined ? {} : { set: code.set }),
    ...definition,
  });
  const recoded = { code_id: made.id, code_rev: made.rev };
  const batch = batchOver(chosen, context, (annotation) => {
    const codings = annotation.codings.filter(({ code_id }) => code_id === code.id);
    return codings.length === 0
      ? 'not-coded'
      : codings.map((coding) => setCodingFields(annotation, coding, recoded));
  });
  return succeed({
    drafts: [
      { kind: 'code.added', data: { code: made } },
      ...batch.drafts,
      codebookRevised(codebook.project),
    ],
    code: made,
    moved: batch.changed,
    leftOut: batch.leftOut,
  });
}

function orderBehind(codes: readonly Code[], code: Code): number {
  const next = codes
    .filter(({ parent_id, id }) => parent_id === code.parent_id && id !== code.id)
    .sort(bySiblingOrder)
    .find((other) => bySiblingOrder(code, other) < 0);
  return next === undefined ? code.order + 1 : code.order + (next.order - code.order) / 2;
}
