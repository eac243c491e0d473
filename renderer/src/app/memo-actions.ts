import { setMemo } from '@core/commands/set-memo';
import type { Id } from '@core/model/identity';
import type { MemoTarget } from '@core/model/memo';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import type { Workbench } from './open-workbench';
import { alert } from './view-state';

/** Pause after which writing on is a new editing session, in milliseconds: one undo step a session. */
const sessionPause = 30_000;

let session: { readonly target: Id; readonly batch_id: Id; readonly last: number } | null = null;
let queue: Promise<void> = Promise.resolve();

/**
 * Writes what a memo holds now. Writes wait for each other, so that each sees the memo the one before it left; those
 * of one editing session are one step for undo.
 */
export function writeMemo(
  workbench: Workbench,
  target: MemoTarget,
  content: { readonly markdown: string; readonly text: string },
): Promise<void> {
  queue = queue.then(() => write(workbench, target, content));
  return queue;
}

async function write(
  workbench: Workbench,
  target: MemoTarget,
  content: { readonly markdown: string; readonly text: string },
): Promise<void> {
  const context = workbench.context();
  const now = Date.parse(context.now);
  const goesOn = session?.target === target.id && now - session.last < sessionPause;
  const batch_id = goesOn && session !== null ? session.batch_id : context.newId();
  session = { target: target.id, batch_id, last: now };
  const memos = await workbench.session.readMemos(target);
  const present = memos.find(({ coder_id }) => coder_id === context.coder_id) ?? memos[0];
  const outcome = await workbench.committer.commit(setMemo(present, target, content, context), { batch_id });
  if (!outcome.ok) alert(t('common:notSaved', { reason: problemSentence(outcome.error) }));
}

/** Ends the editing session: what is written next is a step of its own. To be called when something was undone. */
export function endMemoSession(): void {
  session = null;
}
