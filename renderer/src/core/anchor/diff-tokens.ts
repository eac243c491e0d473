/** A text in tokens, for a comparison. */
export interface Tokens {
  /** Same number, same token, in both texts. */
  readonly ids: Int32Array;
  /** Where each begins; one more at the end. */
  readonly starts: Int32Array;
}

/** A sign that words are made of. */
const wordSign = /[\p{L}\p{M}\p{N}]/u;
/** Words whole; all else sign by sign. By hand, since a match of a regular expression costs more than its token. */
export function tokensOf(text: string, numbers: Map<string, number>): Tokens {
  const ids = new Int32Array(text.length);
  const starts = new Int32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const start = at;
    if (isOfWord(text, at)) {
      do at += signLength(text, at);
      while (at < text.length && isOfWord(text, at));
    } else at += signLength(text, at);
    const found = text.slice(start, at);
    let id = numbers.get(found);
    if (id === undefined) {
      id = numbers.size;
      numbers.set(found, id);
    }
    ids[count] = id;
    starts[count] = start;
    count += 1;
  }
  starts[count] = text.length;
  return { ids: ids.subarray(0, count), starts: starts.subarray(0, count + 1) };
}

/** What is known of each UTF-16 unit: 0 not yet, 1 no, 2 yes. */
const known = new Uint8Array(0x10000);

function isOfWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff)
    return wordSign.test(String.fromCodePoint(text.codePointAt(at) ?? unit));
  const state = known[unit] ?? 0;
  if (state !== 0) return state === 2;
  const isIt = wordSign.test(String.fromCharCode(unit));
  known[unit] = isIt ? 2 : 1;
  return isIt;
}

function signLength(text: string, at: number): 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}
