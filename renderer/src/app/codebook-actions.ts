import { assertDefined } from '@core/assert';
import { type CodebookProblem, createCode, removeCode, setCode } from '@core/commands/codebook-commands';
import type { ChangeDraft, CodeFields } from '@core/model/change';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { type Result, succeed } from '@core/result';
import { problemSentence } from '../ui/problem-sentence';
import { commitOrTell } from './coding-actions';
import type { Workbench } from './open-workbench';
import { alert, setView } from './view-state';

/** Whether it was allowed is known at once; it is durable a moment later. */
type Done = Result<null, CodebookProblem>;

function codebook({ lists }: Workbench) {
  const project = assertDefined(lists.project.getSnapshot(), 'an open project has its record');
  return { project, codes: lists.codes.getSnapshot() };
}

function begin(workbench: Workbench, drafts: readonly ChangeDraft[]): Done {
  if (drafts.length > 0) void commitOrTell(workbench, drafts);
  return succeed(null);
}

export function addCode(workbench: Workbench, typed: string, below: Id | null, kind: Code['kind']): Done {
  const created = createCode(codebook(workbench), typed, workbench.context(), { below, kind });
  if (!created.ok) return created;
  setView({ selectedCode: created.value.code.id });
  return begin(workbench, created.value.drafts);
}

export function changeCode(workbench: Workbench, code: Code, fields: CodeFields): Done {
  const changed = setCode(codebook(workbench), code, fields);
  return changed.ok ? begin(workbench, changed.value) : changed;
}

/** Deletes a code with its codings all over the project; the passages stay. */
export async function deleteCode(workbench: Workbench, code: Code): Promise<void> {
  await workbench.committer.settled();
  const read = await workbench.session.snapshot();
  if (!read.ok) {
    alert(problemSentence(read.error));
    return;
  }
  const { annotations, memos } = read.value;
  const coded = annotations.filter(({ codings }) => codings.some(({ code_id }) => code_id === code.id));
  if (await commitOrTell(workbench, removeCode(codebook(workbench), code, coded, memos))) {
    setView({ selectedCode: null });
  }
}

export function lockCodebook(workbench: Workbench, locked: boolean): void {
  const { project } = codebook(workbench);
  if ((project.codebook_locked === true) === locked) return;
  begin(workbench, [
    {
      kind: 'project.set',
      data: { id: project.id, fields: { codebook_locked: locked ? true : null } },
      before: { fields: { codebook_locked: project.codebook_locked ?? null } },
    },
  ]);
}

/** `moved`: the fields of the codes that moving one of them changes. */
export function moveInTree(
  workbench: Workbench,
  moved: readonly { readonly code: Code; readonly fields: CodeFields }[],
): Done {
  const drafts: ChangeDraft[] = [];
  for (const { code, fields } of moved) {
    const changed = setCode(codebook(workbench), code, fields);
    if (!changed.ok) return changed;
    drafts.push(...changed.value);
  }
  return begin(workbench, drafts);
}
