import { type CodebookProblem, createCode, setCode } from '@core/commands/codebook-commands';
import {
  addExample,
  archiveCode,
  exclusiveConflicts,
  removeExample,
  setCodebookLock,
  setExclusive,
  unarchiveCode,
} from '@core/commands/codebook-settings';
import { deleteCode as deleteCodeOf } from '@core/commands/delete-code';
import type { ChangeDraft, CodeFields } from '@core/model/change';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { type Result, succeed } from '@core/result';
import { t } from '../ui/strings';
import { codebookOf, readUse, undoKeys } from './codebook-use';
import { commitOrTell } from './commit-ahead';
import type { Workbench } from './open-workbench';
import { announce, setView } from './view-state';

/** Whether it was allowed is known at once; it is durable a moment later. */
type Done = Result<null, CodebookProblem>;

function begin(workbench: Workbench, drafts: readonly ChangeDraft[], said?: string): Done {
  if (drafts.length > 0)
    void commitOrTell(workbench, drafts).then((isDone) => {
      if (isDone && said !== undefined) announce(said);
    });
  return succeed(null);
}

export function addCode(workbench: Workbench, typed: string, below: Id | null, kind: Code['kind']): Done {
  const created = createCode(codebookOf(workbench), typed, workbench.context(), { below, kind });
  if (!created.ok) return created;
  setView({ selectedCode: created.value.code.id });
  return begin(workbench, created.value.drafts);
}

export function changeCode(workbench: Workbench, code: Code, fields: CodeFields): Done {
  const changed = setCode(codebookOf(workbench), code, fields);
  return changed.ok ? begin(workbench, changed.value) : changed;
}

/** Deletes a code with its codings all over the project; the passages stay, and how many of them uncoded is said. */
export async function deleteCode(workbench: Workbench, code: Code): Promise<void> {
  const use = await readUse(workbench);
  if (use === null) return;
  const deleted = deleteCodeOf(codebookOf(workbench), code, use);
  if (!deleted.ok) return;
  const { drafts, codings, uncoded } = deleted.value;
  if (!(await commitOrTell(workbench, drafts))) return;
  // The button goes with the code.
  setView({ selectedCode: null, codebookFocus: {} });
  const { name, kind } = code;
  const undo = undoKeys();
  announce(
    kind === 'folder'
      ? t('codebook:deletedFolder', { name, undo })
      : t('codebook:deleted', {
          ...{ name, undo },
          codings: t('codebook:codings', { count: codings }),
          passages: t('codebook:passages', { count: uncoded }),
        }),
  );
}

export function lockCodebook(workbench: Workbench, locked: boolean): void {
  begin(workbench, setCodebookLock(codebookOf(workbench).project, locked));
}

/** `moved`: the fields of the codes that moving one of them changes. */
export function moveInTree(
  workbench: Workbench,
  moved: readonly { readonly code: Code; readonly fields: CodeFields }[],
): Done {
  const drafts: ChangeDraft[] = [];
  for (const { code, fields } of moved) {
    const changed = setCode(codebookOf(workbench), code, fields);
    if (!changed.ok) return changed;
    drafts.push(...changed.value);
  }
  return begin(workbench, drafts);
}

/** Takes a code out of use, or brings it back. */
export function archive(workbench: Workbench, code: Code, isArchived: boolean): Done {
  const { name } = code;
  const codebook = codebookOf(workbench);
  const done = isArchived ? archiveCode(codebook, code, workbench.context()) : unarchiveCode(codebook, code);
  if (!done.ok) return done;
  const said = isArchived
    ? t('codebook:archivedDone', { name, undo: undoKeys() })
    : t('codebook:broughtBack', { name });
  return begin(workbench, done.value, said);
}

/** Puts a code in an exclusive set or takes it out of its own, and says on how many passages two of a set stand. */
export async function putInSet(workbench: Workbench, code: Code, name: string | null): Promise<void> {
  const drafts = setExclusive(codebookOf(workbench), [code], name);
  if (drafts.length === 0 || !(await commitOrTell(workbench, drafts))) return;
  const codes = new Map(codebookOf(workbench).codes.map((each) => [each.id, each]));
  const set = codes.get(code.id)?.set;
  if (set === undefined) {
    announce(t('codebook:setLeft', { name: code.name }));
    return;
  }
  const use = await readUse(workbench);
  const conflicts = exclusiveConflicts(use?.annotations ?? [], codes).filter(
    (conflict) => conflict.set === set && conflict.code_ids.includes(code.id),
  );
  const done = t('codebook:setDone', { name: code.name, set });
  announce(
    conflicts.length === 0 ? done : `${done} ${t('codebook:setConflicts', { count: conflicts.length, set })}`,
  );
}

export function takeExample(workbench: Workbench, code: Code, annotationId: Id): void {
  begin(workbench, addExample(code, annotationId), t('codebook:exampleAdded', { name: code.name }));
}

export function dropExample(workbench: Workbench, code: Code, annotationId: Id): void {
  begin(workbench, removeExample(code, annotationId));
}
