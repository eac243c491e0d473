import { filterMemos, type MemoEntry, memoEntries, orderMemos } from '@core/memo/memo-entries';
import { useMemo } from 'react';
import { createSource } from '../data/observable';
import type { MemoPlaces } from '../memos/memo-places';
import { firstLook, type MemosLook } from '../memos/memos-look';
import { focusMemos, MemosView } from '../memos/memos-view';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import type { Surface } from './coding-surface';
import { endMemoSession, writeMemo } from './memo-actions';
import { openFromMemo, showCode, useMemoPlaces } from './memo-places';
import type { Workbench } from './open-workbench';
import { TargetMemo, useMemosOf } from './target-memo';
import { announce, setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** Outlasts a visit to a place that was opened from the view. */
const memosLook = createSource<MemosLook>(firstLook);

const close = (): void => setView({ view: 'read' });

/** All memos of the project. */
export function MemosPane({ surface }: { readonly surface: () => Surface | null }) {
  const workbench = useWorkbench();
  const { lists, coder } = workbench;
  const all = useObservable(lists.memos);
  const documents = useObservable(lists.documents);
  const codes = useObservable(lists.codes);
  const coders = useObservable(lists.coders);
  const look = useObservable(memosLook);
  const places = useMemoPlaces(surface);

  const sources = useMemo(
    () => ({ documents, codes, holders: all.holders }),
    [documents, codes, all.holders],
  );
  const entries = useMemo(
    // The project's has its place above the others.
    () => memoEntries(all.memos, sources).filter(({ subject }) => subject.kind !== 'project'),
    [all.memos, sources],
  );
  const { words, kind, coder_id, order } = look;
  const shown = useMemo(
    () => orderMemos(filterMemos(entries, { words, kind, coder_id }), order, sources),
    [entries, sources, words, kind, coder_id, order],
  );
  const coderNames = useMemo(() => {
    const wrote = new Set(entries.map(({ memo }) => memo.coder_id));
    const named = coders.filter(({ id }) => wrote.has(id));
    return new Map(named.map(({ id, name }) => [id, name === '' ? t('memos:unnamedCoder') : name]));
  }, [entries, coders]);

  return (
    <MemosView
      state={all.state}
      problem={all.problem === null ? null : problemSentence(all.problem)}
      entries={shown}
      count={entries.length}
      look={look}
      onLook={memosLook.set}
      coderNames={coderNames}
      coder_id={coder.id}
      projectMemo={<ProjectMemo places={places} />}
      places={places}
      onOpen={(entry) => openSubject(workbench, surface, entry)}
      onChange={({ memo }, content) => void writeMemo(workbench, memo.target, content)}
      onRest={() => endMemoSession()}
      onClose={close}
    />
  );
}

/** Opens what a memo is about. */
function openSubject(workbench: Workbench, surface: () => Surface | null, { subject }: MemoEntry): void {
  switch (subject.kind) {
    case 'project':
      break;
    case 'document':
      openFromMemo(surface, subject.document.id, null);
      break;
    case 'code':
      showCode(workbench, subject.code.id);
      break;
    case 'annotation':
    case 'coding':
      if (subject.document === undefined) announce(t('memos:nothingToOpen'));
      else openFromMemo(surface, subject.document.id, subject.annotation);
      break;
    case 'gone':
      announce(t('memos:nothingToOpen'));
      break;
  }
}

function ProjectMemo({ places }: { readonly places: MemoPlaces }) {
  const { startup, lists } = useWorkbench();
  const id = useObservable(lists.project)?.id ?? startup.project.id;
  const memos = useMemosOf('project', id);
  const focus = useView((view) => view.projectMemoFocus);
  // Nobody writes over what is not read yet.
  return memos === null ? null : (
    <TargetMemo
      target={{ kind: 'project', id }}
      memos={memos}
      label={t('memos:project')}
      placeholder={t('memos:projectPlaceholder')}
      places={places}
      focus={focus}
      onLeave={focusMemos}
    />
  );
}
