/** Signs of the private use area, which no text holds by itself: what follows is a heading, or a note. */
export const headingSign = '\ue000';
export const noteSign = '\ue001';

const signWords = { heading: '{\\uc1\\u-8192?}', note: '{\\uc1\\u-8191?}' } as const;
/** Word's own names of styles, in any language of Word, and those of LibreOffice. */
const headingName = /^(?:heading [1-9]|title|subtitle)$/i;

interface Edit {
  readonly start: number;
  readonly end: number;
  /** ASCII. */
  readonly with: string;
}

/**
 * A copy in which paragraphs that are headings, by their style or level, begin with a sign, and footnotes stand at the
 * end with theirs, a number in brackets in their place, as Word's do. Groups of pictures are blank: the library stops
 * at kinds that it cannot draw.
 */
export function markRtf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = asBytes(withoutPictures(bytes));
  const { styles, end: bodyStart } = headingStyles(text);
  const notes = notesIn(text, bodyStart);
  const inNote = (at: number): boolean => notes.some(({ start, end }) => at >= start && at < end);
  const edits: Edit[] = notes.map(({ start, end }, at) => ({ start, end, with: `[${at + 1}]` }));
  for (const found of text.matchAll(/(?<!\\)(?:\\\\)*\\(?:s(\d+)|outlinelevel([0-8]))(?!\d) ?/g)) {
    const at = found.index + found[0].length;
    const [, style, level] = found;
    if (at <= bodyStart || inNote(at)) continue;
    if (level !== undefined || styles.has(Number(style)))
      edits.push({ start: at, end: at, with: signWords.heading });
  }
  const last = text.lastIndexOf('}');
  const written = notes.map(
    ({ content }, at) => `\\par\\pard\\plain ${signWords.note}[${at + 1}] {${content}}`,
  );
  if (last >= 0 && written.length > 0) edits.push({ start: last, end: last, with: written.join('\n') });
  return Uint8Array.from(edited(text, edits), (sign) => sign.charCodeAt(0));
}

function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    result += text.slice(from, edit.start) + edit.with;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** A sign for each byte, so that places in one are places in the other. */
function asBytes(bytes: Uint8Array): string {
  const parts: string[] = [];
  const step = 8_192;
  for (let at = 0; at < bytes.length; at += step)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + step)));
  return parts.join('');
}

/** Numbers of the styles that headings have, and where the sheet of styles ends. */
function headingStyles(text: string): { readonly styles: ReadonlySet<number>; readonly end: number } {
  const styles = new Set<number>();
  const start = text.indexOf('{\\stylesheet');
  if (start < 0) return { styles, end: 0 };
  const end = groupEnd(text, start);
  for (let at = text.indexOf('{', start + 1); at >= 0 && at < end; ) {
    const after = groupEnd(text, at);
    const style = text.slice(at + 1, after - 1);
    const number = /\\s(\d+)/.exec(style)?.[1];
    // What is left without inner groups and control words is the style's name.
    const name = style
      .replace(/\{[^{}]*\}/g, '')
      .replace(/\\\*|\\[a-z]+-?\d* ?/gi, '')
      .replace(/;\s*$/, '')
      .trim();
    const isHeading = headingName.test(name) || /\\outlinelevel[0-8](?!\d)/.test(style);
    if (number !== undefined && isHeading) styles.add(Number(number));
    at = text.indexOf('{', after);
  }
  return { styles, end };
}

interface Note {
  readonly start: number;
  readonly end: number;
  /** What the group holds, without its number. */
  readonly content: string;
}

function notesIn(text: string, from: number): readonly Note[] {
  const notes: Note[] = [];
  for (const { 0: opening, index } of text.matchAll(/\{\\(?:\*\\)?footnote(?:\\ftnalt)?(?![a-z]) ?/g)) {
    if (index < from || index < (notes.at(-1)?.end ?? 0)) continue;
    const end = groupEnd(text, index);
    const content = text.slice(index + opening.length, end - 1).replace(/\\chftn(?![a-z]) ?/g, '');
    notes.push({ start: index, end, content });
  }
  return notes;
}

function withoutPictures(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  const text = asBytes(bytes);
  for (const { index } of text.matchAll(/\{\\(?:\*\\shppict|nonshppict|pict|\*\\objdata)\b/g))
    copy.fill(0x20, index, groupEnd(text, index));
  return copy;
}

/** Behind the brace that closes the group that begins at `start`. */
function groupEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}
