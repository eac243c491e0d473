/** Where words begin and end in folded text. */

const wordSign = /^[\p{L}\p{M}\p{N}_]$/u;
/** Scripts that put no blanks between words: whole words cannot be told there without a dictionary. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const combining = /^\p{M}$/u;

function isAsciiWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95
  );
}

function pointBefore(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  const isLow = code >= 0xdc00 && code <= 0xdfff && at > 1;
  return isLow ? (text.codePointAt(at - 2) ?? code) : code;
}

function joins(one: number, other: number): boolean {
  if (one < 0x80 && other < 0x80) return isAsciiWord(one) && isAsciiWord(other);
  const [left, right] = [String.fromCodePoint(one), String.fromCodePoint(other)];
  return wordSign.test(left) && wordSign.test(right) && !unspaced.test(left) && !unspaced.test(right);
}

/** Whether no word goes on across this place. */
export function isWordEdge(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  return !joins(pointBefore(text, at), text.codePointAt(at) ?? 0);
}

/** Whether a combining mark stands here: what ends before it would be half a character. */
export function isInsideCharacter(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x300 && combining.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
