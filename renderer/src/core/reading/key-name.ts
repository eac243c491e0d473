import { isKeyName, type KeyName } from './key-table';

/** What a keyboard event says; a DOM KeyboardEvent is one. */
export interface KeyPress {
  readonly key: string;
  /** The place on the keyboard, named after a US layout: "KeyC", "Digit1". */
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  /** Tells AltGr, with which many layouts type brackets. */
  getModifierState?(key: 'AltGraph'): boolean;
}

const named: Readonly<Record<string, string>> = {
  Enter: 'Enter',
  Escape: 'Escape',
  Tab: 'Tab',
  ArrowDown: 'Down',
  ArrowUp: 'Up',
  ArrowLeft: 'Left',
  F4: 'F4',
  F5: 'F5',
  F9: 'F9',
};

/** Signs that some layouts type with Shift or AltGr, and others on a key that types something else. */
const signs = new Set(['[', ']', '.', '?']);

/** "1" to "9" and "0" by place, for on AZERTY the digits need Shift. */
function digitOf({ key, code }: KeyPress): string | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  // Without NumLock the same place moves the cursor.
  return /^Numpad\d$/.test(code) && key.length === 1 ? code.charAt(6) : null;
}

/** The letter typed; by place where the layout types another script, or where an input method hides the key. */
function letterOf({ key, code }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const isHidden = key === 'Process' || key === 'Unidentified';
  const isForeign = /^\P{ASCII}+$/u.test(key) && !/\p{Script=Latin}/u.test(key);
  if (!isHidden && !isForeign) return null;
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null;
}

/** By place: brackets wherever the key types nothing of ours ("ü" and "+" on QWERTZ), "." and "?" elsewhere. */
function signByPlace({ key, code, shiftKey }: KeyPress): string | null {
  if (code === 'BracketLeft') return shiftKey ? null : '[';
  if (code === 'BracketRight') return shiftKey ? null : ']';
  if (key !== 'Process' && !/^\P{ASCII}+$/u.test(key)) return null;
  if (code === 'Period') return shiftKey ? null : '.';
  return code === 'Slash' && shiftKey ? '?' : null;
}

/** What an event has cannot be spread into another object: its fields are its class's. */
function withModifiers(name: string, press: KeyPress, hasShift = press.shiftKey): string {
  const shift = hasShift ? 'Shift+' : '';
  const control = press.ctrlKey || press.metaKey ? 'Ctrl+' : '';
  const alt = press.altKey ? 'Alt+' : '';
  const isPlain = shift + control + alt === '';
  return `${shift}${control}${alt}${isPlain || name.length > 1 ? name : name.toUpperCase()}`;
}

function nameOf(press: KeyPress): string | null {
  const { key } = press;
  const control = press.ctrlKey || press.metaKey;
  // Windows reports AltGr as Ctrl and Alt together, macOS types brackets with Option.
  const isAltGraph = press.getModifierState?.('AltGraph') === true || (press.ctrlKey && press.altKey);
  if (signs.has(key) && (!control || isAltGraph)) return key;
  if (isAltGraph) return null;
  if (control && !press.altKey) {
    if (key === '+' || key === '=') return 'Ctrl++';
    if (key === '-' && !press.shiftKey) return 'Ctrl+-';
    // By place where the layout types a letter there, as on Russian keyboards.
    if (key === ',' || (press.code === 'Comma' && /^\P{ASCII}+$/u.test(key))) return 'Ctrl+,';
  }
  const known = named[key];
  if (known !== undefined) return withModifiers(known, press);
  const digit = digitOf(press);
  if (digit !== null) {
    // With Shift a digit's place types a sign, unless it is the layout that needs Shift for the digit.
    return withModifiers(digit, press, press.shiftKey && key !== digit);
  }
  const letter = letterOf(press);
  if (letter !== null) return withModifiers(letter, press);
  const sign = control || press.altKey ? null : signByPlace(press);
  return sign;
}

/**
 * The key of the table that was pressed, or null. Letters go by what they type on Latin layouts and by their place
 * on others, digits by their place; nothing counts while an input method composes.
 */
export function keyName(press: KeyPress): KeyName | null {
  if (press.isComposing) return null;
  const name = nameOf(press);
  return name !== null && isKeyName(name) ? name : null;
}
