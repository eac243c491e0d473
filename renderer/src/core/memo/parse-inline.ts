import type { MemoInline, MemoRun } from './memo-content';

interface Delimiter {
  readonly kind: 'delimiter';
  readonly sign: string;
  /** As written; `left` of it are not yet used up. */
  readonly length: number;
  left: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}
type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'link'; readonly href: string; readonly label: string }
  | Delimiter;

const punctuation = /^[!-/:-@[-`{-~]$/;
const word = /^[\p{L}\p{N}]$/u;
/** A label without brackets of its own, and an address without blanks and brackets. */
const link = /^\[((?:\\.|[^\\[\]\n])+)\]\(([^\s()<>]+)\)/;

/** Text of one block with its styles, breaks and links. Not yet normalised. */
export function parseInline(source: string): readonly MemoInline[] {
  const pieces = cut(source, true);
  const { bold, italic } = pairUp(pieces);
  return pieces.flatMap((piece, index): readonly MemoInline[] => {
    const style = { bold: bold.has(index), italic: italic.has(index) };
    if (piece.kind === 'break') return [piece];
    if (piece.kind === 'text') return [{ kind: 'text', text: piece.text, ...style }];
    if (piece.kind === 'delimiter') {
      return piece.left === 0 ? [] : [{ kind: 'text', text: piece.sign.repeat(piece.left), ...style }];
    }
    return [{ kind: 'link', href: piece.href, label: parseLabel(piece.label, style) }];
  });
}

function parseLabel(source: string, style: { readonly bold: boolean; readonly italic: boolean }): MemoRun[] {
  return parseInline(source).flatMap((inline) =>
    inline.kind === 'text'
      ? [{ ...inline, bold: inline.bold || style.bold, italic: inline.italic || style.italic }]
      : [],
  );
}

function cut(source: string, withLinks: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  const add = (piece: Piece): void => {
    if (text !== '') pieces.push({ kind: 'text', text });
    text = '';
    pieces.push(piece);
  };
  for (let at = 0; at < source.length; ) {
    const sign = source.charAt(at);
    const found = withLinks && sign === '[' ? link.exec(source.slice(at)) : null;
    if (sign === '\\' && punctuation.test(source.charAt(at + 1))) {
      text += source.charAt(at + 1);
      at += 2;
    } else if (sign === '\n') {
      add({ kind: 'break' });
      at += 1;
    } else if (found?.[1] !== undefined && found[2] !== undefined) {
      add({ kind: 'link', label: found[1], href: found[2] });
      at += found[0].length;
    } else if (sign === '*' || sign === '_') {
      const delimiter = delimiterAt(source, at, sign);
      add(delimiter);
      at += delimiter.length;
    } else {
      text += sign;
      at += 1;
    }
  }
  if (text !== '') pieces.push({ kind: 'text', text });
  return pieces;
}

function delimiterAt(source: string, at: number, sign: string): Delimiter {
  let length = 1;
  while (source.charAt(at + length) === sign) length += 1;
  const before = Array.from(source.slice(Math.max(0, at - 2), at)).at(-1) ?? ' ';
  const after = Array.from(source.slice(at + length, at + length + 2))[0] ?? ' ';
  // "_" within a word is part of it: snake_case is no italics.
  return {
    kind: 'delimiter',
    sign,
    length,
    left: length,
    canOpen: after.trim() !== '' && (sign === '*' || !word.test(before)),
    canClose: before.trim() !== '' && (sign === '*' || !word.test(after)),
  };
}

/** Finds which delimiters belong together (CommonMark's rules) and which pieces stand between them. */
function pairUp(pieces: readonly Piece[]): {
  readonly bold: ReadonlySet<number>;
  readonly italic: ReadonlySet<number>;
} {
  const styles = { bold: new Set<number>(), italic: new Set<number>() };
  const openers: { readonly index: number; readonly delimiter: Delimiter }[] = [];
  for (const [index, closer] of pieces.entries()) {
    if (closer.kind !== 'delimiter') continue;
    while (closer.canClose && closer.left > 0) {
      const place = openers.findLastIndex(({ delimiter }) => isPair(delimiter, closer));
      const opener = openers[place];
      if (opener === undefined) break;
      const used = opener.delimiter.left >= 2 && closer.left >= 2 ? 2 : 1;
      const style = used === 2 ? styles.bold : styles.italic;
      for (let between = opener.index + 1; between < index; between++) style.add(between);
      opener.delimiter.left -= used;
      closer.left -= used;
      openers.splice(opener.delimiter.left === 0 ? place : place + 1);
    }
    if (closer.canOpen && closer.left > 0) openers.push({ index, delimiter: closer });
  }
  return styles;
}

function isPair(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.sign !== closer.sign || opener.left === 0) return false;
  const isLoose = opener.canClose || closer.canOpen;
  const sum = opener.length + closer.length;
  return !(isLoose && sum % 3 === 0 && (opener.length % 3 !== 0 || closer.length % 3 !== 0));
}
