import { alignWords } from './align-words';
import { type FoldedWord, foldedWords } from './folded-words';
import type { TextStretch } from './project-span';

/** A piece of a copy as it reads beside another: `gone` stands only in the other, `new` only in the copy. */
export interface Difference {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** What a copy says otherwise, word by word, with the marks and spaces behind each word. */
export function wordDifferences(other: TextStretch, copy: TextStretch): readonly Difference[] {
  const left = foldedWords(other.text, other.span);
  const right = foldedWords(copy.text, copy.span);
  const pairs = alignWords(
    left.map(({ word }) => word),
    right.map(({ word }) => word),
  );
  const pieces: { kind: Difference['kind']; text: string }[] = [];
  const put = (kind: Difference['kind'], text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') pieces.push({ kind, text });
  };
  put('same', copy.text.slice(copy.span.start, right[0]?.start ?? copy.span.end));
  let [atLeft, atRight] = [0, 0];
  for (const [nextLeft, nextRight] of [...pairs, [left.length, right.length] as const]) {
    for (; atLeft < nextLeft; atLeft += 1) put('gone', wordWithTail(other, left, atLeft));
    for (; atRight < nextRight; atRight += 1) put('new', wordWithTail(copy, right, atRight));
    if (nextRight < right.length) put('same', wordWithTail(copy, right, nextRight));
    [atLeft, atRight] = [nextLeft + 1, nextRight + 1];
  }
  return pieces;
}

function wordWithTail({ text, span }: TextStretch, words: readonly FoldedWord[], at: number): string {
  return text.slice(words[at]?.start ?? span.end, words[at + 1]?.start ?? span.end);
}
