/**
 * What is typed between the key that opens a field and the field itself: it is meant for the field, and neither lost
 * nor taken for keys of what had the focus before.
 */
let kept: { text: string; readonly end: () => void } | null = null;

/** Keeps what is typed until a field takes it, or `opening` has ended without one. */
export function keepTyped(opening: Promise<unknown>): void {
  kept?.end();
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') own.text = '';
    const isCharacter = Array.from(event.key).length === 1;
    if (!isCharacter && event.key !== 'Backspace') return;
    // A key that is held down goes on being the one that opens the field.
    if (!event.repeat) own.text = isCharacter ? own.text + event.key : own.text.slice(0, -1);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const own = {
    text: '',
    end: (): void => {
      removeEventListener('keydown', onKey, true);
      if (kept === own) kept = null;
    },
  };
  kept = own;
  addEventListener('keydown', onKey, true);
  // What goes wrong with it is told where all else is.
  void opening.finally(own.end);
}

/** What was typed for the field that has just got the focus; from now on its keys are its own. */
export function takeTyped(): string {
  const text = kept?.text ?? '';
  kept?.end();
  return text;
}
