import { createThrottle, type Throttle, type Timers } from './throttle';

/** Milliseconds between two questions: so many times what the last answer took, within bounds. */
export interface Pause {
  readonly least: number;
  readonly most: number;
  readonly times: number;
  /** Whether an answer asked for now waits for something else, so that the time it takes tells nothing. */
  readonly isHeldUp: () => boolean;
}

/**
 * Asks again after changes, as a throttle writes, and never while the question before is unanswered: answers that take
 * long, as all do while texts are being read, would otherwise all be worked out, one behind the other.
 */
export function throttledQuestion(
  ask: () => Promise<void>,
  { least, most, times, isHeldUp }: Pause,
  timers?: Timers,
  now: () => number = () => performance.now(),
): Pick<Throttle, 'touch' | 'cancel'> {
  let pause = least;
  let isAsking = false;
  let isDue = false;
  let isWanted = true;
  const throttle = createThrottle(
    () => {
      isAsking = true;
      const begun = now();
      const isTelling = !isHeldUp();
      void ask().finally(() => {
        pause = isTelling ? Math.min(most, Math.max(least, (now() - begun) * times)) : least;
        isAsking = false;
        if (isDue && isWanted) throttle.touch();
        isDue = false;
      });
    },
    () => pause,
    timers,
  );
  return {
    touch: () => {
      if (isAsking) isDue = true;
      else throttle.touch();
    },
    cancel: () => {
      isWanted = false;
      throttle.cancel();
    },
  };
}
