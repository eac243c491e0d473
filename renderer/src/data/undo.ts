/** Undo and redo of one coder: a projection of the journal's tail, taken back by appending inverses. */
import { invertAll } from '@core/change/invert';
import { belongsTo, type Step } from '@core/change/step';
import type { StepLabel } from '@core/change/step-label';
import type { Place } from '@core/change/step-place';
import { emptyHistory, extendHistory, type UndoHistory } from '@core/change/undo-history';
import type { Change } from '@core/model/change';
import type { Id } from '@core/model/identity';
import { fail, succeed } from '@core/result';
import type { Bridge, Outcome } from '@preload/contract';
import type { Committer } from './commit';
import { eachCommit } from './journal';
import { createSource, type Observable } from './observable';
import { readDocumentPages } from './pages';
import type { WorkingStore } from './working-store';

export interface UndoState {
  /** What undo would take back; null where there is nothing. */
  readonly undo: Step | null;
  readonly redo: Step | null;
}

/** What was taken back or done again, to be shown and said. */
export interface Undone {
  readonly label: StepLabel;
  readonly place: Place | null;
}

export interface Undo {
  readonly state: Observable<UndoState>;
  /** Begins to read the part of the journal before this session, where that waits still; resolves when it is read. */
  begin(): Promise<void>;
  /** Takes back the coder's last step; null where there is none. Waits for what is being committed. */
  undo(): Promise<Outcome<Undone | null>>;
  redo(): Promise<Outcome<Undone | null>>;
  close(): void;
}

/** Milliseconds after opening within which the journal is read: what the screen needs comes first. */
const readWithin = 2_000;

/** How far back the journal is read, in changes. An older step can no longer be taken back after a restart. */
const horizon = 5_000;

export function createUndo(
  bridge: Bridge,
  store: WorkingStore,
  committer: Committer,
  coder_id: Id,
  newId: () => Id,
): Undo {
  const state = createSource<UndoState>({ undo: null, redo: null });
  let history: UndoHistory = emptyHistory(coder_id);
  let early: Change[][] | null = [];
  let beginReading: () => void = () => undefined;
  let queue: Promise<unknown> = Promise.resolve();

  /** Changes that were made here, and so are known. */
  const extend = (changes: readonly Change[]): void => {
    history = extendHistory(history, changes, () => true);
    const undo = history.undo.at(-1) ?? null;
    const redo = history.redo.at(-1) ?? null;
    const shown = state.getSnapshot();
    if (undo !== shown.undo || redo !== shown.redo) state.set({ undo, redo });
  };

  // What comes after it is announced, however late the reading begins.
  const to = committer.head().seq;
  const read = async (): Promise<void> => {
    const from = Math.max(1, to - horizon + 1);
    let first: Id | undefined;
    let past = emptyHistory(coder_id);
    const whole = await eachCommit(bridge, from, to, (changes) => {
      // The first step may have begun before; half a step is none.
      if (first === undefined) first = changes[0]?.batch_id ?? changes[0]?.id;
      const own = from === 1 ? changes : changes.filter(({ batch_id, id }) => (batch_id ?? id) !== first);
      past = extendHistory(past, own);
    });
    // Without its end the history would offer the wrong step.
    history = whole.ok ? past : emptyHistory(coder_id);
    const waiting = early ?? [];
    early = null;
    extend([]);
    for (const changes of waiting) extend(changes.filter(({ seq }) => seq > to));
  };

  const unsubscribe = committer.subscribe((event) => {
    if (early === null) extend(event.changes);
    else {
      early.push([...event.changes]);
      beginReading();
    }
  });

  const takeBack = async (which: 'undo' | 'redo'): Promise<Outcome<Undone | null>> => {
    await begin();
    await committer.settled();
    const step = history[which].at(-1);
    if (step === undefined) return succeed(null);
    const commits: (readonly Change[])[] = [];
    const found = await eachCommit(bridge, step.first_seq, step.last_seq, (changes) => {
      const own = changes.filter((change) => belongsTo(change, step));
      if (own.length > 0) commits.push(own);
    });
    if (!found.ok) return found;
    const batch_id = newId();
    for (const changes of commits.toReversed()) {
      const done = await committer.commit(invertAll(changes), { batch_id, coder_id });
      if (!done.ok) return fail(done.error);
    }
    return succeed({ label: step.label, place: await located(store, step.place) });
  };

  const inTurn = (which: 'undo' | 'redo'): Promise<Outcome<Undone | null>> => {
    const taken = queue.then(() => takeBack(which));
    queue = taken;
    return taken;
  };

  const ready = new Promise<void>((resolve) => {
    beginReading = resolve;
  }).then(read);
  const begin = (): Promise<void> => {
    beginReading();
    return ready;
  };
  requestIdleCallback(beginReading, { timeout: readWithin });
  return {
    state,
    begin,
    undo: () => inTurn('undo'),
    redo: () => inTurn('redo'),
    close: unsubscribe,
  };
}

/** A place with the passage's offsets, where the step named only the annotation. */
async function located(store: WorkingStore, place: Place | null): Promise<Place | null> {
  if (place === null || place.annotation_id === undefined || place.start !== undefined) return place;
  const pages = await readDocumentPages(store.database, place.document_id);
  const annotation = pages
    .flatMap(({ annotations }) => annotations)
    .find(({ id }) => id === place.annotation_id);
  if (annotation?.target.kind !== 'passage') return place;
  return { ...place, start: annotation.target.start, end: annotation.target.end };
}
