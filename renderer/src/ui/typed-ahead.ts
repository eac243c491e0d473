/**
 * What is typed between the key that opens a field and the field itself: it is meant for the field, and neither lost
 * nor taken for keys of what had the focus before.
 */
interface Kept {
  presses: Press[];
  /** A field of one line took what it holds; Enter and what came after are still to be pressed. */
  isDue: boolean;
  readonly end: () => void;
}

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

let kept: Kept | null = null;

/** Milliseconds after which a field that took its line is taken not to show it: the keyboard must never stay held. */
const patience = 500;

/** Keeps what is typed until a field takes it, or `opening` has ended without one. */
export function keepTyped(opening: Promise<unknown>): void {
  kept?.end();
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') own.presses = [];
    const isKept = isCharacter(event.key) || event.key === 'Enter';
    if (!isKept && event.key !== 'Backspace') return;
    const { key, code, shiftKey } = event;
    // A key that is held down goes on being the one that opens the field.
    if (!event.repeat)
      own.presses = isKept ? [...own.presses, { key, code, shiftKey }] : own.presses.slice(0, -1);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const own: Kept = {
    presses: [],
    isDue: false,
    end: () => {
      removeEventListener('keydown', onKey, true);
      if (kept === own) kept = null;
    },
  };
  kept = own;
  addEventListener('keydown', onKey, true);
  // What goes wrong with it is told where all else is.
  void opening.finally(() => {
    if (!own.isDue) own.end();
  });
}

/** What was typed for the field that has just got the focus, Enter as a line feed; from now on its keys are its own. */
export function takeTyped(): string {
  const text = textOf(kept?.presses ?? []);
  kept?.end();
  return text;
}

/** The same for a field of one line, up to Enter. Once the field shows it, `pressRest` presses Enter and what came after. */
export function takeTypedLine(): string {
  const own = kept;
  const enter = own?.presses.findIndex(({ key }) => key === 'Enter') ?? -1;
  if (own === null || enter < 0) return takeTyped();
  own.isDue = true;
  setTimeout(() => {
    if (kept === own) pressRest();
  }, patience);
  return textOf(own.presses.splice(0, enter));
}

/** Presses what is still to be pressed, each key where the one before left the keyboard. */
export function pressRest(): void {
  if (kept?.isDue !== true) return;
  const { presses } = kept;
  kept.end();
  for (const press of presses) {
    const event = new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }
}

function isCharacter(key: string): boolean {
  return Array.from(key).length === 1;
}

function textOf(presses: readonly Press[]): string {
  return presses.map(({ key }) => (key === 'Enter' ? '\n' : key)).join('');
}
