import type { Code } from '@core/model/code';
import type { MemoPlaces } from '../memos/memo-places';
import { t } from '../ui/strings';
import { TargetMemo, useMemosOf } from './target-memo';

interface CodeMemoProps {
  readonly code: Code;
  readonly places: MemoPlaces;
  readonly onLeave: () => void;
}

/** The memo on a code. Stands within what has a `key` of the code. */
export function CodeMemo({ code, places, onLeave }: CodeMemoProps) {
  const memos = useMemosOf('code', code.id);
  // Nobody writes over what is not read yet.
  return memos === null ? null : (
    <TargetMemo
      target={{ kind: 'code', id: code.id }}
      memos={memos}
      label={t('memos:code')}
      placeholder={t('memos:codePlaceholder', { code: code.name })}
      places={places}
      onLeave={onLeave}
    />
  );
}
