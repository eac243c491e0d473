/** Where a text stops being JSON. */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The text ends before the value does: a file cut off. */
  readonly cut: boolean;
}

/** What may come next, within the innermost list or object. */
type State = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'done';

/** Where a token ends, or where it breaks; `cut` when only its end is missing. */
type Token = { readonly end: number } | { readonly fault: number; readonly cut: boolean };

const words = ['true', 'false', 'null'];
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const startOfNumber = /^-?(?:(?:0|[1-9]\d*)(?:\.\d*|(?:\.\d+)?[eE][+-]?)?)?$/;

/**
 * Finds the first place where a text that JSON.parse refused breaks the grammar of RFC 8259. Engines word their
 * messages differently and some name no place; a person who has to mend a file needs line and column.
 */
export function locateJsonError(text: string): JsonFault {
  const open: string[] = [];
  let state: State = 'value';
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const next = advance(state, text.charAt(at), open);
    if (next === null) return { ...placeOf(text, at), cut: false };
    const token = readToken(text, at);
    if ('fault' in token) return { ...placeOf(text, token.fault), cut: token.cut };
    state = next;
    at = skipSpace(text, token.end);
  }
  return { ...placeOf(text, text.length), cut: true };
}

/** The state after a token that begins with `first`, or null where it may not stand. */
function advance(state: State, first: string, open: string[]): State | null {
  if (first === '}' || first === ']') {
    const mayEnd = state === 'comma-or-end' || state === (first === '}' ? 'key-or-end' : 'value-or-end');
    return mayEnd && open.pop() === (first === '}' ? '{' : '[') ? afterValue(open) : null;
  }
  switch (state) {
    case 'key':
    case 'key-or-end':
      return first === '"' ? 'colon' : null;
    case 'colon':
      return first === ':' ? 'value' : null;
    case 'comma-or-end':
      if (first !== ',') return null;
      return open.at(-1) === '{' ? 'key' : 'value';
    case 'done':
      return null;
    case 'value':
    case 'value-or-end':
      if (first === ',' || first === ':') return null;
      if (first !== '{' && first !== '[') return afterValue(open);
      open.push(first);
      return first === '{' ? 'key-or-end' : 'value-or-end';
  }
}

function afterValue(open: readonly string[]): State {
  return open.length === 0 ? 'done' : 'comma-or-end';
}

function readToken(text: string, start: number): Token {
  const first = text.charAt(start);
  if ('{}[],:'.includes(first)) return { end: start + 1 };
  if (first === '"') return readString(text, start);
  const found = words.find((word) => text.startsWith(word, start));
  if (found !== undefined) return { end: start + found.length };
  const rest = text.slice(start, start + 400);
  const isLast = start + rest.length === text.length;
  if (isLast && (startOfNumber.test(rest) || words.some((word) => word.startsWith(rest)))) {
    return { fault: text.length, cut: true };
  }
  number.lastIndex = start;
  return number.test(text) ? { end: number.lastIndex } : { fault: start, cut: false };
}

function readString(text: string, start: number): Token {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return { end: at + 1 };
    if (unit < 0x20) return { fault: at, cut: false };
    if (unit !== 0x5c) continue;
    const tail = text.slice(at + 1, at + 6);
    if (/^u[0-9a-fA-F]{4}/.test(tail)) at += 5;
    else if (/^["\\/bfnrt]/.test(tail)) at += 1;
    else if (at + 1 + tail.length === text.length && /^(?:u[0-9a-fA-F]{0,3})?$/.test(tail)) break;
    else return { fault: at, cut: false };
  }
  return { fault: text.length, cut: true };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && '\t\n\r '.includes(text.charAt(at))) at++;
  return at;
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let feed = text.indexOf('\n'); feed !== -1 && feed < offset; feed = text.indexOf('\n', feed + 1)) {
    line++;
    lineStart = feed + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
