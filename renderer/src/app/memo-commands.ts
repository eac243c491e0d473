import type { KeyAction } from '@core/reading/key-table';
import { t } from '../ui/strings';
import { inTurn } from './in-turn';
import { getView, goBack, setView, showView } from './view-state';

interface MemoCommand {
  readonly id: string;
  readonly key: KeyAction | null;
  readonly name: string;
  readonly run: () => void;
}

/** Commands that lead to memos, and back from what a memo led to. */
export const memoCommands: readonly MemoCommand[] = [
  {
    ...{ id: 'document-memo', key: null, name: t('memos:commandDocument') },
    run: () => {
      if (getView().documentId === null) return;
      setView({ inHand: null, documentMemoFocus: {}, drawer: 'inspector' });
    },
  },
  {
    ...{ id: 'project-memo', key: null, name: t('memos:commandProject') },
    run: () => {
      showView('memos');
      setView({ projectMemoFocus: {} });
    },
  },
  {
    ...{ id: 'go-back', key: 'goBack', name: t('reader:key.goBack') },
    // After what an earlier key still looks up, or that would open its place once we are back.
    run: () =>
      inTurn(() => {
        goBack();
      }),
  },
];
