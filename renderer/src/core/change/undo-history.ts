import type { Change } from '../model/change';
import type { Id } from '../model/identity';
import { type Fits, fits } from './shapes';
import type { Step } from './step';
import { joinSteps, stepId, stepOf } from './step';

/** What one coder can take back and do again; the last of each list comes next. */
export interface UndoHistory {
  readonly coder_id: Id;
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

export function emptyHistory(coder_id: Id): UndoHistory {
  return { coder_id, undo: [], redo: [] };
}

/**
 * The history after the changes of one or more commits, in order of the journal. Other coders' are passed over. `check`
 * as for `stepOf`.
 */
export function extendHistory(
  history: UndoHistory,
  changes: readonly Change[],
  check: Fits = fits,
): UndoHistory {
  let extended = history;
  let from = 0;
  while (from < changes.length) {
    const rest = changes.slice(from);
    const [first] = rest;
    const other = rest.findIndex((change) => first === undefined || stepId(change) !== stepId(first));
    const to = other < 0 ? changes.length : from + other;
    const step = stepOf(changes.slice(from, to), check);
    if (step !== null && step.coder_id === history.coder_id) extended = addStep(extended, step);
    from = to;
  }
  return extended;
}

function addStep(history: UndoHistory, step: Step): UndoHistory {
  const { coder_id, undo, redo } = history;
  if (step.undoes === undefined) {
    const last = undo.findIndex(({ id }) => id === step.id);
    const earlier = undo[last];
    if (earlier === undefined) return { coder_id, undo: [...undo, step], redo: [] };
    return { coder_id, undo: undo.with(last, joinSteps(earlier, step)), redo: [] };
  }
  // A long undo comes in several commits.
  for (const [name, steps] of [['undo', undo] as const, ['redo', redo] as const]) {
    const begun = steps.findIndex(({ id }) => id === step.id);
    const earlier = steps[begun];
    if (earlier !== undefined) return { ...history, [name]: steps.with(begun, joinSteps(earlier, step)) };
  }
  const undone = undo.findLast(({ last_change }) => last_change === step.undoes);
  if (undone !== undefined) {
    const back = named(step, undone);
    return { coder_id, undo: undo.filter((other) => other !== undone), redo: [...redo, back] };
  }
  const redone = redo.findLast(({ last_change }) => last_change === step.undoes);
  if (redone !== undefined) {
    const again = named(step, redone);
    return { coder_id, undo: [...undo, again], redo: redo.filter((other) => other !== redone) };
  }
  // It took back a step from before the part of the journal that was read.
  return history;
}

/** An undo and a redo go by the name of the step itself: "Redo: code as Legitimacy". */
function named(step: Step, after: Step): Step {
  return { ...step, label: after.label, place: after.place, counts: after.counts };
}
