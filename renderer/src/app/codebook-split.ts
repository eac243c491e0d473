import { notOwn } from '@core/commands/batch';
import { splitCode } from '@core/commands/split-code';
import type { Code } from '@core/model/code';
import { everyPassage } from '@core/query/passage-query';
import { t } from '../ui/strings';
import { codebookOf, undoKeys } from './codebook-use';
import { commitOrTell } from './commit-ahead';
import type { Workbench } from './open-workbench';
import type { Chosen } from './passages-actions';
import { deskOf } from './passages-desk';
import { announce, showView } from './view-state';

/** Lists the passages of a code, to choose those that a new one is to have. */
export function beginSplit(workbench: Workbench, code: Code): void {
  const any = [{ code_id: code.id, below: false }];
  const query = { ...everyPassage, codes: { any, all: [], none: [] } };
  deskOf(workbench).ask({ tab: 'list', query, grouping: { by: 'document' } });
  showView('passages');
  // What was pressed has done its work: the list takes the focus as soon as it is there, for passages are chosen next.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  announce(t('codebook:splitHow', { name: code.name }));
}

/** How many of the chosen passages would move to a new code, and how many would stay. */
export function splitCounts({ workbench, read }: Chosen, code: Code) {
  const context = workbench.context();
  const coded = read.annotations.filter(({ codings }) => codings.some(({ code_id }) => code_id === code.id));
  const count = coded.filter((annotation) => notOwn(annotation, context) === null).length;
  return { count, left: read.annotations.length - count };
}

/** Gives the chosen passages a new code in place of the old one: one step. A sentence where that cannot be. */
export function splitOff(
  { workbench, read }: Chosen,
  code: Code,
  name: string,
  description: string,
): string | null {
  const split = splitCode(codebookOf(workbench), code, name, read.annotations, workbench.context(), {
    description,
  });
  if (!split.ok) return t(`coding:${split.error}`);
  const { drafts, code: made, moved } = split.value;
  void commitOrTell(workbench, drafts).then((isDone) => {
    if (!isDone) return;
    const passages = t('codebook:passages', { count: moved });
    announce(t('codebook:splitDone', { from: code.name, to: made.name, passages, undo: undoKeys() }));
  });
  return null;
}
