import { sameValue } from '../exchange/same-value';
import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import type { Pass } from '../model/pass';
import type { Project } from '../model/project';
import type { CommandContext } from './command-context';

/** The coder's pass over a document in this round, if one was begun. */
export function passOf(
  passes: readonly Pass[],
  documentId: Id,
  context: Pick<CommandContext, 'coder_id' | 'round'>,
): Pass | undefined {
  return passes.find(
    ({ document_id, coder_id, round }) =>
      document_id === documentId && coder_id === context.coder_id && round === context.round,
  );
}

/**
 * Records how far the coder is with a document. Done states that all of it was looked at for the given codes, 'all'
 * as a rule, as the codebook stands; with nothing coded it states that there is nothing. Open again forgets when it
 * was done. No draft where it says so already.
 */
export function setPassState(
  project: Project,
  documentId: Id,
  present: Pass | undefined,
  state: Pass['state'],
  context: CommandContext,
  codeIds: Pass['code_ids'] = 'all',
): readonly ChangeDraft[] {
  const isCurrent =
    present?.state === state &&
    sameValue(present.code_ids, codeIds) &&
    present.codebook_rev === project.codebook_rev &&
    present.scope_rev === project.scope_rev;
  if (isCurrent) return [];
  const { done_at: _, ...kept } = present ?? {
    id: context.newId(),
    document_id: documentId,
    coder_id: context.coder_id,
    round: context.round,
    started_at: context.now,
  };
  const value: Pass = {
    ...kept,
    code_ids: codeIds,
    codebook_rev: project.codebook_rev,
    scope_rev: project.scope_rev,
    state,
    ...(state === 'done' ? { done_at: context.now } : {}),
  };
  return [{ kind: 'pass.set', data: { id: value.id, value }, before: present ?? null }];
}
