/** Work that is done once before one of the next paintings, however often it is asked for. */
export interface FrameTask {
  ask(): void;
  /** Asks for it, and counts the frames from now on. */
  restart(): void;
  isAsked(): boolean;
  /** Does it at once; nothing is asked for any more. */
  now(): void;
  /** Takes back what was asked for. */
  drop(): void;
}

/** `frames`: in which of the coming frames it is done, 1 for the next painting. */
export function createFrameTask(work: () => void, frames = 1): FrameTask {
  let asked: number | null = null;
  const wait = (left: number): void => {
    asked = requestAnimationFrame(() => {
      if (left > 1) wait(left - 1);
      else {
        asked = null;
        work();
      }
    });
  };
  const drop = (): void => {
    if (asked !== null) cancelAnimationFrame(asked);
    asked = null;
  };
  return {
    ask: () => {
      if (asked === null) wait(frames);
    },
    restart: () => {
      drop();
      wait(frames);
    },
    isAsked: () => asked !== null,
    now: () => {
      drop();
      work();
    },
    drop,
  };
}
