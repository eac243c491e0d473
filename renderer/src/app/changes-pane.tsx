import type { VersionChanges } from '@core/anchor/version-changes';
import { titleOf } from '@core/import/document-records';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { ChangedFiles } from '../versions/changed-files';
import type { ShownDiff } from '../versions/version-diff';
import {
  type ChangesState,
  changes,
  checkFolder,
  closeChanges,
  showChange,
  takeChanges,
  tickChange,
} from './changes-actions';
import { useObservable, useWorkbench } from './workbench-context';

/** Dialog "Changes in the files" over the check that was asked for. */
export function ChangesPane() {
  const workbench = useWorkbench();
  const state = useObservable(changes);
  const tally = useObservable(workbench.lists.tally);
  const { looking, check, refused, shown, diffs, isTaking, problem } = state;
  const changed = check?.changed ?? [];
  const items = changed.map(({ earlier, source }) => ({
    ...{ id: earlier.id, title: earlier.title, path: earlier.path },
    newTitle: titleOf(source) === earlier.title ? null : titleOf(source),
    passages: tally.passages.get(earlier.id) ?? 0,
    isTicked: !refused.has(earlier.id),
  }));
  const diff = shown === null ? undefined : diffs.get(shown);
  return (
    <ChangedFiles
      {...{ looking, items, isTaking, problem }}
      summary={summaryOf(state)}
      shown={shown === null ? null : { id: shown, diff: shownDiff(diff) }}
      notes={notesOf(state)}
      onTick={tickChange}
      onShow={(id) => showChange(workbench, id)}
      onChooseFolder={() => void checkFolder(workbench)}
      onTake={() => void takeChanges(workbench)}
      onClose={closeChanges}
    />
  );
}

function shownDiff(diff: VersionChanges | null | undefined): ShownDiff {
  if (diff === undefined) return { state: 'comparing' };
  return diff === null ? { state: 'missing' } : { state: 'there', changes: diff };
}

function summaryOf({ looking, check }: ChangesState): string {
  if (looking !== null) return looking.total === 0 ? t('versions:listing') : t('versions:looking', looking);
  if (check === null) return '';
  const { changed, unchanged, problems } = check;
  if (changed.length === 0 && unchanged + problems.length === 0) return t('versions:noPlace');
  if (changed.length === 0) return t('versions:none');
  return [
    t('versions:found', { count: changed.length }),
    ...(unchanged === 0 ? [] : [t('versions:unchanged', { count: unchanged })]),
  ].join(', ');
}

/** Names that a sentence holds. */
const mostNames = 5;

function notesOf({ check }: ChangesState): readonly string[] {
  if (check === null) return [];
  const named = (kind: 'missing' | 'unclear'): readonly string[] => {
    const paths = check[kind];
    if (paths.length === 0) return [];
    const names = paths.slice(0, mostNames).join(', ') + (paths.length > mostNames ? ' …' : '');
    return [t(`versions:${kind}`, { count: paths.length, names })];
  };
  return [
    ...named('missing'),
    ...named('unclear'),
    ...check.added.map(({ path, count }) => t('versions:added', { path, count })),
    ...check.problems.map(problemSentence),
  ];
}
