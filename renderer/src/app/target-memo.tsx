import type { Id } from '@core/model/identity';
import type { Memo, MemoTarget } from '@core/model/memo';
import { useEffect, useMemo } from 'react';
import { MemoBox } from '../memos/memo-box';
import type { MemoPlaces } from '../memos/memo-places';
import { t } from '../ui/strings';
import { endMemoSession, unsavedMemos, writeMemo } from './memo-actions';
import { useObservable, useWorkbench } from './workbench-context';

interface TargetMemoProps {
  readonly target: MemoTarget;
  /** Those on the target, any coder's. */
  readonly memos: readonly Memo[];
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly placeholder: string;
  readonly isReadOnly?: boolean;
  readonly places: MemoPlaces;
  readonly focus?: object | null;
  /** Escape: where the focus goes. */
  readonly onLeave: () => void;
}

/** The memo box of one thing, whatever it is: one's own memo is written, those of others are read. */
export function TargetMemo(props: TargetMemoProps) {
  const { target, memos, label, isReadOnly = false } = props;
  const workbench = useWorkbench();
  const coders = useObservable(workbench.lists.coders);
  const unsaved = useObservable(unsavedMemos);
  const own = isReadOnly ? undefined : memos.find(({ coder_id }) => coder_id === workbench.coder.id);
  const others = memos
    .filter((memo) => memo !== own)
    .map((memo) => {
      const name = coders.find(({ id }) => id === memo.coder_id)?.name ?? '';
      return { memo, coderName: name === '' ? t('memos:unnamedCoder') : name };
    });
  return (
    <MemoBox
      key={`${target.kind}/${target.id}`}
      label={label}
      isLabelHidden={props.isLabelHidden ?? false}
      placeholder={props.placeholder}
      markdown={unsaved.get(target.id)?.content.markdown ?? own?.markdown ?? ''}
      others={others}
      isReadOnly={isReadOnly}
      places={props.places}
      autoFocusToken={props.focus ?? null}
      onChange={(content) => void writeMemo(workbench, target, content)}
      onRest={() => void endMemoSession()}
      onLeave={props.onLeave}
    />
  );
}

/** Memos on a code or on the project; null until they are read. */
export function useMemosOf(kind: 'code' | 'project', id: Id): readonly Memo[] | null {
  const { lists } = useWorkbench();
  const memos = useMemo(() => lists.memosOf({ kind, id }), [lists, kind, id]);
  useEffect(() => () => memos.close(), [memos]);
  return useObservable(memos);
}
