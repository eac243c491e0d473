/** The one way in: drafts become changes, durable in the journal, then applied to the store, then announced. */
import { replay } from '@core/change/prepare';
import type { Change, ChangeDraft } from '@core/model/change';
import type { Id, Origin, Time } from '@core/model/identity';
import { fail, succeed } from '@core/result';
import type { Bridge, JournalHead, Outcome, Problem } from '@preload/contract';
import { type Announcement, announce } from './announcement';
import { gather } from './gather';
import { drawn, many } from './in-turns';
import { append, eachCommit } from './journal';
import { createSource, type Observable } from './observable';
import { prepareCommit } from './prepare-commit';
import { storeProblem, storeTimeout, withTimeout } from './store-problem';
import type { WorkingStore } from './working-store';
import { writePrepared } from './write-prepared';

/** Who and what writes, and where ids and the time come from. */
export interface Writer {
  readonly project_id: Id;
  readonly device_id: Id;
  readonly app: string;
  readonly tz: string;
  readonly coder_id: () => Id;
  readonly newId: () => Id;
  readonly now: () => Time;
}

export interface CommitOptions {
  /** For drafts that name none; 'hand' when absent. */
  readonly origin?: Origin;
  /** Joins this commit to a step of several commits: an import, a memo's editing session. */
  readonly batch_id?: Id;
  /** In whose name, where it is not the writer's current coder. */
  readonly coder_id?: Id;
}

export interface Committed {
  readonly changes: readonly Change[];
  /** False when the journal holds the changes but the store could not follow: they show after the next opening. */
  readonly applied: boolean;
}

/** What is told of a commit once it is durable; a catch-up has told of its own. */
interface Ran extends Committed {
  readonly news?: Announcement;
}

/** "Saved" is `saved` and nothing else: every acknowledged change lies in the journal and in the store. */
export type SavingState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving'; readonly pending: number }
  | { readonly state: 'failed'; readonly problem: Problem };

export interface Committer {
  /**
   * Commits wait for each other. Drafts of one call stand or fall together and are one step for undo. Their `before`
   * is filled in from what is there; drafts that would do nothing are left out.
   */
  commit(drafts: readonly ChangeDraft[], options?: CommitOptions): Promise<Outcome<Committed>>;
  readonly saving: Observable<SavingState>;
  /** Tells of each commit once it is in the store. Returns the undo of the subscription. */
  subscribe(listener: (event: Announcement) => void): () => void;
  /** Resolves when all commits asked for so far are done. */
  settled(): Promise<void>;
  /** The end of the journal as last heard. */
  head(): JournalHead;
}

export function createCommitter(
  bridge: Bridge,
  store: WorkingStore,
  writer: Writer,
  journal: JournalHead,
): Committer {
  const saving = createSource<SavingState>({ state: 'saved' });
  const listeners = new Set<(event: Announcement) => void>();
  let head = journal;
  let queue: Promise<unknown> = Promise.resolve();
  let pending = 0;
  let problem: Problem | null = null;

  const show = (): void => {
    if (pending > 0) saving.set({ state: 'saving', pending });
    else if (problem !== null) saving.set({ state: 'failed', problem });
    else if (saving.getSnapshot().state !== 'saved') saving.set({ state: 'saved' });
  };

  const tell = (event: Announcement): void => {
    for (const listener of [...listeners]) {
      try {
        listener(event);
      } catch (error) {
        // A view that fails must not make a commit look as if it had failed.
        reportError(error);
      }
    }
  };

  /** Applies what the journal holds and the store does not; only ever needed after the store failed. */
  const catchUp = async (): Promise<Outcome<null>> => {
    if (store.head.applied_seq === head.seq) return succeed(null);
    try {
      store.pages.forget();
      store.documentIds.forget();
      // A transaction may have completed although its answer was lost.
      const reading = store.database.meta.get('head');
      store.head = (await withTimeout(reading, storeTimeout, 'Reading the store')) ?? store.head;
      return await eachCommit(bridge, store.head.applied_seq + 1, head.seq, async (changes) => {
        const gathered = await withTimeout(gather(store, changes), storeTimeout, 'Reading the store');
        const replayed = replay(gathered.records, changes);
        const last = changes.at(-1)?.seq ?? head.seq;
        const chain = last === head.seq ? head.chain : '';
        const writing = writePrepared(store, gathered, replayed, { seq: last, chain });
        const pages = await withTimeout(writing, storeTimeout, 'Writing the store');
        tell(announce(changes, replayed.written, pages));
      });
    } catch (error) {
      return fail(storeProblem(error));
    }
  };

  const run = async (drafts: readonly ChangeDraft[], options: CommitOptions): Promise<Outcome<Ran>> => {
    // Nothing is waited for before the append where nothing need be: what listeners of the view do comes after it.
    const behind = store.head.applied_seq === head.seq ? null : await catchUp();
    if (behind?.ok === false) return behind;
    const { origin = 'hand', coder_id = writer.coder_id(), batch_id } = options;
    const preparing = prepareCommit(store, drafts, {
      ...writer,
      ...{ now: writer.now(), origin, coder_id },
      ...(batch_id === undefined ? {} : { batch_id }),
    });
    const outcome = preparing instanceof Promise ? await preparing : preparing;
    if (!outcome.ok) return fail({ code: 'invalid-request', detail: outcome.error.kind });
    const { gathered, ...prepared } = outcome.value;
    if (prepared.changes.length === 0) return succeed({ changes: [], applied: true });
    const appended = await append(bridge, prepared.changes);
    if (!appended.ok) return appended;
    const { changes } = appended.value;
    head = appended.value.head;
    try {
      const writing = writePrepared(store, gathered, prepared, head);
      const pages = await withTimeout(writing, storeTimeout, 'Writing the store');
      return succeed({ changes, applied: true, news: announce(changes, prepared.written, pages) });
    } catch {
      const caughtUp = await catchUp();
      if (!caughtUp.ok) problem = caughtUp.error;
      return succeed({ changes, applied: caughtUp.ok });
    }
  };

  const commit = async (
    drafts: readonly ChangeDraft[],
    options: CommitOptions,
  ): Promise<Outcome<Committed>> => {
    let outcome: Outcome<Ran>;
    try {
      outcome = await run(drafts, options);
    } catch (error) {
      outcome = fail(storeProblem(error));
    }
    if (!outcome.ok) problem = outcome.error;
    else if (outcome.value.applied) problem = null;
    pending -= 1;
    // It is durable and may be called saved. What listeners draw takes longer, and would be drawn together with that
    // word if they were told in the same turn; of very many changes, longer than a frame.
    show();
    await (outcome.ok && outcome.value.changes.length > many ? drawn() : Promise.resolve());
    if (outcome.ok && outcome.value.news !== undefined) tell(outcome.value.news);
    return outcome;
  };

  return {
    commit: (drafts, options = {}) => {
      if (drafts.length === 0) return Promise.resolve(succeed({ changes: [], applied: true }));
      pending += 1;
      show();
      // The first of a queue begins at once, in the turn of the key that asked for it.
      const outcome = pending === 1 ? commit(drafts, options) : queue.then(() => commit(drafts, options));
      queue = outcome;
      return outcome;
    },
    saving,
    subscribe: (listener) => {
      const own = (event: Announcement): void => listener(event);
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    settled: async () => {
      await queue;
    },
    head: () => head,
  };
}
