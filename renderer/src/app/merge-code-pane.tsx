import { codePath, codesInOrder, pathSeparator } from '@core/codebook/code-tree';
import { mergeCodes } from '@core/commands/merge-codes';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { Code } from '@core/model/code';
import { useEffect, useMemo, useState } from 'react';
import { MergeCodeDialog, type MergeOutcome } from '../codebook/merge-code-dialog';
import { t } from '../ui/strings';
import { codebookOf, readUse, undoKeys } from './codebook-use';
import { commitOrTell } from './commit-ahead';
import type { Workbench } from './open-workbench';
import { alert, announce, setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

const close = (): void => setView({ dialog: null });

/** Asks which code the selected one is to go into, with what that would do. */
export function MergeCodePane() {
  const workbench = useWorkbench();
  const codes = useObservable(workbench.lists.codes);
  const selected = useView((view) => view.selectedCode);
  const [use, setUse] = useState<ProjectSnapshot | null>(null);
  useEffect(() => {
    let isWanted = true;
    void readUse(workbench).then((read) => {
      if (isWanted) setUse(read);
    });
    return () => {
      isWanted = false;
    };
  }, [workbench]);
  const code = codes.find(({ id }) => id === selected);
  const choices = useMemo(() => (code === undefined ? [] : choicesFor(code, codes)), [code, codes]);
  if (code === undefined) return null;
  return (
    <MergeCodeDialog
      code={code}
      choices={choices}
      outcomeOf={(into) => (use === null ? { state: 'reading' } : outcomeOf(workbench, code, into, use))}
      onMerge={(into) => {
        close();
        void merge(workbench, code, into);
      }}
      onClose={close}
    />
  );
}

/** Codes of the same kind that are in use, in the order of the codebook. */
function choicesFor(code: Code, codes: readonly Code[]) {
  const byId = new Map(codes.map((each) => [each.id, each]));
  return codesInOrder(codes)
    .filter(({ id, kind, archived_at }) => id !== code.id && kind === code.kind && archived_at === undefined)
    .map((each) => ({ code: each, above: codePath(each, byId).slice(0, -1).join(pathSeparator) }));
}

function outcomeOf(workbench: Workbench, gone: Code, into: Code, use: ProjectSnapshot): MergeOutcome {
  const merged = mergeCodes(codebookOf(workbench), gone, into, use, workbench.context());
  if (!merged.ok) return { state: 'refused', reason: reasonOf(merged.error, into) };
  const { moved, doubled, exclusive, lost } = merged.value;
  if (gone.kind === 'folder') return { state: 'ready', sentences: [] };
  return {
    state: 'ready',
    sentences: [
      t('codebook:mergeMoved', { count: moved, name: into.name }),
      t('codebook:mergeDoubled', { count: doubled }),
      ...(lost.length === 0 ? [] : [t('codebook:mergeLost', { count: lost.length })]),
      ...(exclusive.length === 0
        ? []
        : [t('codebook:mergeExclusive', { count: exclusive.length, set: into.set ?? '' })]),
    ],
  };
}

type MergeProblem = Extract<ReturnType<typeof mergeCodes>, { ok: false }>['error'];

function reasonOf(problem: MergeProblem, into: Code): string {
  if (problem === 'name-taken') return t('codebook:mergeTaken', { name: into.name });
  // The choices hold none of these.
  if (problem === 'same-code' || problem === 'other-kind' || problem === 'archived')
    return t('codebook:mergeNone');
  return t(`coding:${problem}`);
}

/** Merges what is there by now: one step. */
async function merge(workbench: Workbench, gone: Code, into: Code): Promise<void> {
  const use = await readUse(workbench);
  if (use === null) return;
  const merged = mergeCodes(codebookOf(workbench), gone, into, use, workbench.context());
  if (!merged.ok) {
    alert(reasonOf(merged.error, into));
    return;
  }
  if (!(await commitOrTell(workbench, merged.value.drafts))) return;
  // What the dialog was opened from has gone with the code.
  setView({ selectedCode: into.id, codebookFocus: {} });
  const count = merged.value.moved + merged.value.doubled;
  announce(t('codebook:merged', { from: gone.name, into: into.name, count, undo: undoKeys() }));
}
