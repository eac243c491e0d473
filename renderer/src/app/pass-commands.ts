import { t } from '../ui/strings';
import { beginRound, doneUnderPresent, reopen, skipAndNext } from './document-actions';
import type { Workbench } from './open-workbench';
import { latestRoundOf } from './present-round';
import { announce, getView, setView } from './view-state';

interface PassCommand {
  readonly id: string;
  readonly name: string;
  readonly run: (workbench: Workbench) => void;
}

/** What is said of how the open document was read, beside "Done, next document". */
export const passCommands: readonly PassCommand[] = [
  { id: 'skip-document', name: t('passes:commandSkip'), run: (workbench) => void skipAndNext(workbench) },
  {
    ...{ id: 'reopen-document', name: t('passes:commandReopen') },
    run: (workbench) => {
      const { documentId } = getView();
      if (documentId !== null) void reopen(workbench, documentId);
    },
  },
  {
    ...{ id: 'done-under-present', name: t('passes:commandPresent') },
    run: (workbench) => {
      const { documentId } = getView();
      if (documentId !== null) void doneUnderPresent(workbench, documentId);
    },
  },
  { id: 'begin-round', name: t('passes:commandRound'), run: (workbench) => void beginRound(workbench) },
  {
    ...{ id: 'show-rounds', name: t('passes:commandRounds') },
    run: ({ lists, coder }) => {
      if (latestRoundOf(lists.tally.getSnapshot(), coder.id) === 1) announce(t('passes:noOther'));
      else setView({ allRounds: !getView().allRounds });
    },
  },
];
