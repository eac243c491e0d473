import { foresee } from '@core/change/foresee';
import type { ChangeDraft } from '@core/model/change';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import type { Surface } from './coding-surface';
import type { Workbench } from './open-workbench';
import { alert, setView } from './view-state';

/** Commits, and says so where that was refused; true when the work is done. */
export async function commitOrTell(workbench: Workbench, drafts: readonly ChangeDraft[]): Promise<boolean> {
  const outcome = await workbench.committer.commit(drafts);
  if (!outcome.ok) alert(t('common:notSaved', { reason: problemSentence(outcome.error) }));
  return outcome.ok;
}

const nothing = new Map();

/**
 * The same for changes to the open text's annotations, which are painted at once: "Saving" stands beside what is not
 * durable yet, and what is refused is gone again. Only the painting looks ahead; lists, counts and keys go by the store.
 */
export async function commitAhead(surface: Surface, drafts: readonly ChangeDraft[]): Promise<boolean> {
  const { workbench, snapshot } = surface;
  const ahead = foresee(snapshot.annotations, drafts, workbench.context());
  setView({ ahead });
  try {
    return await commitOrTell(workbench, drafts);
  } finally {
    setView({ ahead: nothing });
  }
}
