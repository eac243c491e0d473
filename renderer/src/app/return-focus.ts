import { useView } from './view-state';

/**
 * Brings the focus back to where it was before the first of a row of dialogs. Each dialog alone goes back to where it
 * was opened from, which for one opened from another is gone. Returns the undo.
 */
export function returnFocus(): () => void {
  let before: Element | null = null;
  return useView.subscribe(({ dialog }, { dialog: was }) => {
    if (was === null && dialog !== null) {
      const { activeElement } = document;
      // One dialog may close before the next opens: then what had the focus is on its way out.
      if (activeElement !== document.body && activeElement?.closest('[role="dialog"]') === null)
        before = activeElement;
    }
    if (was === null || dialog !== null) return;
    const target = before;
    // The dialog's own way back comes with the frame after it has gone.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const { activeElement } = document;
        const isLost = activeElement === null || activeElement === document.body;
        if (isLost && target instanceof HTMLElement && target.isConnected) target.focus();
      }),
    );
  });
}
