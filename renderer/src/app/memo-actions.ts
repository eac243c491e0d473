import { setMemo } from '@core/commands/set-memo';
import type { MemoContent } from '@core/memo/memo-content';
import type { Id } from '@core/model/identity';
import type { MemoTarget } from '@core/model/memo';
import type { Outcome } from '@preload/contract';
import { createSource, type Observable } from '../data/observable';
import { storeProblem } from '../data/store-problem';
import { flushOpenMemos } from '../memos/open-memos';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import type { Workbench } from './open-workbench';
import { alert } from './view-state';

/** Pause after which writing on is a new editing session, in milliseconds: one undo step a session. */
const sessionPause = 30_000;

interface MemoWriting {
  readonly workbench: Workbench;
  readonly target: MemoTarget;
  readonly content: MemoContent;
}

let session: { readonly target: Id; readonly batch_id: Id; readonly last: number } | null = null;
/** What is under way; null when nothing is. Never rejects. */
let queue: Promise<void> | null = null;
/** What could not be saved, by what it is on: shown in place of what is stored, and tried again. */
const unsaved = createSource<ReadonlyMap<Id, MemoWriting>>(new Map());

export const unsavedMemos: Observable<ReadonlyMap<Id, { readonly content: MemoContent }>> = unsaved;

function enqueue(work: () => void | Promise<void>): Promise<void> {
  const turn: Promise<void> = (queue ?? Promise.resolve()).then(work).finally(() => {
    if (queue === turn) queue = null;
  });
  queue = turn;
  return turn;
}

/**
 * Writes what a memo holds now. Writes wait for each other, so that each sees the memo the one before it left; those
 * of one editing session are one step for undo.
 */
export function writeMemo(workbench: Workbench, target: MemoTarget, content: MemoContent): Promise<void> {
  return enqueue(() => write({ workbench, target, content }));
}

async function write(writing: MemoWriting): Promise<void> {
  const { target } = writing;
  const outcome = await commitMemo(writing).catch(
    (error: unknown): Outcome<unknown> => ({ ok: false, error: storeProblem(error) }),
  );
  const failed = new Map(unsaved.getSnapshot());
  failed.delete(target.id);
  if (!outcome.ok) failed.set(target.id, writing);
  if (!outcome.ok || unsaved.getSnapshot().has(target.id)) unsaved.set(failed);
  if (!outcome.ok) alert(t('memos:notSaved', { reason: problemSentence(outcome.error) }));
}

async function commitMemo({ workbench, target, content }: MemoWriting): Promise<Outcome<unknown>> {
  const context = workbench.context();
  const now = Date.parse(context.now);
  const goesOn = session?.target === target.id && now - session.last < sessionPause;
  const batch_id = goesOn && session !== null ? session.batch_id : context.newId();
  session = { target: target.id, batch_id, last: now };
  const memos = await workbench.session.readMemos(target);
  // Another coder's memo on the same thing is theirs.
  const present = memos.find(({ coder_id }) => coder_id === context.coder_id);
  return workbench.committer.commit(setMemo(present, target, content, context), { batch_id });
}

/**
 * Ends the editing session once what is under way is written, and resolves then: what is written next is a step of its
 * own.
 */
export function endMemoSession(): Promise<void> {
  return enqueue(() => {
    session = null;
  });
}

/** The writing of memos that is under way; null when none is. */
export function memosUnderWay(): Promise<void> | null {
  return queue;
}

/**
 * Resolves once all that was typed in memos so far is committed, as must be before a step that takes away what they
 * are on, before an undo, and before the window goes. What could not be saved before is tried once more.
 */
export async function keepMemos(): Promise<void> {
  flushOpenMemos();
  for (const { workbench, target, content } of unsaved.getSnapshot().values()) {
    void writeMemo(workbench, target, content);
  }
  await queue;
}
