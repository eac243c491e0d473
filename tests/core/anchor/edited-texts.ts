/** Texts with a script of edits, which knows for every place where it went. */

/** mulberry32: the same numbers on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const syllables = [
  'ha',
  'rn',
  'vel',
  'da',
  'au',
  'ne',
  'mi',
  'ra',
  'to',
  'ken',
  'lam',
  'por',
  'ти',
  'ра',
  'é',
  '😀',
];
const common = ['the', 'of', 'and', 'a', 'in', 'to', 'said'];

export function makeText(random: () => number, words: number): string {
  const vocabulary = Array.from({ length: 1500 }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 4) },
      () => syllables[Math.floor(random() * syllables.length)],
    ).join(''),
  );
  let text = '';
  let previous = '';
  for (let at = 0; at < words; at += 1) {
    const pool = random() < 0.35 ? common : vocabulary;
    const word = pool[Math.floor(random() * pool.length)] ?? 'x';
    text += word;
    text += random() < 0.08 ? '. ' : random() < 0.02 ? '.\n\n' : ' ';
    // News repeats itself: now and then a sentence comes again.
    if (random() < 0.003 && previous !== '') text += previous;
    if (random() < 0.02) previous = text.slice(-120);
  }
  return text.toWellFormed();
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly with: string;
}

export interface EditedText {
  readonly before: string;
  readonly after: string;
  /** Where a place between two units went: from before what was inserted there to behind it. */
  readonly moved: (place: number) => readonly [number, number];
}

/** `share`: of the words, 0 to 1, that are taken out, put in or replaced. */
export function editText(random: () => number, before: string, share: number): EditedText {
  const words = [...before.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ index, word }));
  const edits: Edit[] = [];
  for (const { index, word } of words) {
    if (random() >= share) continue;
    const kind = random();
    const added = Array.from({ length: 4 }, () => syllables[Math.floor(random() * 14)]).join('');
    if (kind < 0.35) edits.push({ start: index, end: index + word.length, with: added });
    else if (kind < 0.7) edits.push({ start: index, end: index, with: `${added} ` });
    else edits.push({ start: index, end: index + word.length, with: '' });
  }
  let after = '';
  let from = 0;
  const marks: (Edit & { readonly to: number })[] = [];
  for (const edit of edits) {
    after += before.slice(from, edit.start);
    marks.push({ ...edit, to: after.length });
    after += edit.with;
    from = edit.end;
  }
  after += before.slice(from);
  const moved = (place: number): readonly [number, number] => {
    let shift = 0;
    for (const edit of marks) {
      if (edit.start > place) break;
      if (edit.end >= place) return [edit.to, edit.to + edit.with.length];
      shift += edit.with.length - (edit.end - edit.start);
    }
    return [place + shift, place + shift];
  };
  return { before, after, moved };
}
