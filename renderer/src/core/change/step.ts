import type { Change } from '../model/change';
import type { Id } from '../model/identity';
import { isInvertible } from './invert';
import { type Fits, fits } from './shapes';
import type { KindCounts, StepLabel } from './step-label';
import { addCounts, codesOf, countKinds, labelOf, sharedCode } from './step-label';
import type { Place } from './step-place';
import { placeOf } from './step-place';

/** All that one action changed: the changes of one batch, or a single change. */
export interface Step {
  /** The batch_id, or the id of the single change. */
  readonly id: Id;
  readonly coder_id: Id;
  readonly first_seq: number;
  readonly last_seq: number;
  /** Id of its last change that can be taken back: an undo begins with it. */
  readonly last_change: Id;
  readonly counts: KindCounts;
  /** All of it came from a file. */
  readonly is_import: boolean;
  readonly label: StepLabel;
  readonly place: Place | null;
  /** On an undo or redo: the change it took back first. */
  readonly undoes?: Id;
}

/** The step a change belongs to: its batch, else itself. */
export function stepId(change: Change): Id {
  return change.batch_id ?? change.id;
}

/** Whether a change is one of a step's, for gathering them from the journal again. */
export function belongsTo(change: Change, step: Step): boolean {
  return (
    stepId(change) === step.id &&
    change.coder_id === step.coder_id &&
    change.seq >= step.first_seq &&
    change.seq <= step.last_seq
  );
}

/**
 * The step that some changes with one step id make; null where they cannot be taken back. `check`: whether a change is
 * of a form that this version knows; of changes that were just made all are.
 */
export function stepOf(changes: readonly Change[], check: Fits = fits): Step | null {
  const [first] = changes;
  const last = changes.at(-1);
  const begin = changes.findLast((change) => isInvertible(change, check));
  if (first === undefined || last === undefined || begin === undefined) return null;
  // A step that holds a kind of a newer version cannot be taken back whole, so it is not offered.
  if (!changes.every(check)) return null;
  if (changes.length === 1 && isOwnName(first)) return null;
  const counts = countKinds(changes);
  const is_import = changes.every(({ origin }) => origin === 'import');
  return {
    id: stepId(first),
    coder_id: first.coder_id,
    first_seq: first.seq,
    last_seq: last.seq,
    last_change: begin.id,
    counts,
    is_import,
    label: labelOf(counts, sharedCode(changes.flatMap(codesOf)), is_import),
    place: changes.map(placeOf).findLast((place) => place !== null) ?? null,
    ...(first.undoes === undefined ? {} : { undoes: first.undoes }),
  };
}

/** A coder gives their own name: it is the device's too, where no undo reaches, and every project follows that. */
function isOwnName({ kind, data, coder_id, origin }: Change): boolean {
  return kind === 'coder.set' && data.id === coder_id && 'name' in data.fields && origin === 'hand';
}

/** One step of two parts: an import of several commits, a memo's editing session, a long undo. */
export function joinSteps(earlier: Step, later: Step): Step {
  const { last_seq, last_change } = later;
  // An undo goes by the name of what it took back.
  if (later.undoes !== undefined) return { ...earlier, last_seq, last_change };
  const counts = addCounts(earlier.counts, later.counts);
  const code = sharedCode([earlier.label.code_id, later.label.code_id]);
  const place = later.place ?? earlier.place;
  const is_import = earlier.is_import && later.is_import;
  const label = labelOf(counts, code, is_import);
  return { ...earlier, last_seq, last_change, counts, is_import, label, place };
}
