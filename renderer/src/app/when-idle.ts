/** Milliseconds without a key, a click or a turn of the wheel after which nobody is kept waiting. */
const quiet = 2_000;
/** Milliseconds that a window which is busy with something of its own is waited for, after that. */
const patience = 10_000;
const signsOfWork = ['keydown', 'pointerdown', 'wheel', 'input'] as const;

/** Calls once the person has rested and the window has nothing to do. Returns the undo. */
export function whenIdle(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;
  const end = (): void => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
    for (const name of signsOfWork) window.removeEventListener(name, wait, { capture: true });
  };
  const go = (): void => {
    idle = requestIdleCallback(
      () => {
        end();
        act();
      },
      { timeout: patience },
    );
  };
  function wait(): void {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
    timer = setTimeout(go, quiet);
  }
  for (const name of signsOfWork) window.addEventListener(name, wait, { capture: true, passive: true });
  wait();
  return end;
}
