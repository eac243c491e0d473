/** Tells where a resting or moving mouse points, at most once a frame, in pixels of the window. Returns the undo. */
export function followHover(
  root: HTMLElement,
  onPoint: (x: number, y: number) => void,
  onLeave: () => void,
): () => void {
  let asked: number | null = null;
  const stop = (): void => {
    if (asked !== null) cancelAnimationFrame(asked);
    asked = null;
  };
  const move = ({ clientX, clientY, buttons }: PointerEvent): void => {
    // With a button down something is selected or dragged.
    if (buttons !== 0) return;
    stop();
    asked = requestAnimationFrame(() => {
      asked = null;
      onPoint(clientX, clientY);
    });
  };
  const leave = (): void => {
    stop();
    onLeave();
  };
  root.addEventListener('pointermove', move);
  root.addEventListener('pointerleave', leave);
  return () => {
    stop();
    root.removeEventListener('pointermove', move);
    root.removeEventListener('pointerleave', leave);
  };
}
