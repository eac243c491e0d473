import type { Span } from '../model/span';
import { lastStartingBy } from './reading-units';

export type Step = 'next' | 'previous';

/** Start of the unit after or before the one at the offset; null at either end of the text. */
export function stepOffset(units: readonly Span[], offset: number, step: Step): number | null {
  const at = lastStartingBy(units, offset);
  if (step === 'next') return units[at + 1]?.start ?? null;
  return units[at - 1]?.start ?? null;
}

export interface DirectedSpan {
  /** Where the selection began. */
  readonly anchor: number;
  /** The end that moves. */
  readonly focus: number;
}

/**
 * Extends a selection by whole units, which do not overlap. From a bare cursor what lies under it is taken whole
 * (`present`, which may be no unit: a dateline), or else the unit before it; from then on the moving end goes on to
 * the next boundary on its side, and never past the anchor in one step.
 */
export function extendByUnit(
  units: readonly Span[],
  selection: DirectedSpan,
  step: Step,
  present: Span | undefined = units[Math.max(0, lastStartingBy(units, selection.focus))],
): DirectedSpan {
  const { anchor, focus } = selection;
  if (anchor === focus) {
    if (present === undefined) return selection;
    return step === 'next'
      ? { anchor: present.start, focus: present.end }
      : { anchor: present.end, focus: present.start };
  }
  const isForward = focus > anchor;
  const boundary =
    step === 'next'
      ? isForward
        ? units.find(({ end }) => end > focus)?.end
        : Math.min(anchor, units.find(({ start }) => start > focus)?.start ?? anchor)
      : isForward
        ? Math.max(anchor, units.findLast(({ end }) => end < focus)?.end ?? anchor)
        : units.findLast(({ start }) => start < focus)?.start;
  return boundary === undefined ? selection : { anchor, focus: boundary };
}
