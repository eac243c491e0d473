/** Milliseconds in which a word is seen at all, and what each character takes a slow reader beyond that. */
const shortest = 2_400;
const each = 60;
const longest = 9_000;

/** How long a message stays in sight: a sentence that says what to do next must be read to its end, in milliseconds. */
export function readingTime(text: string): number {
  return Math.min(longest, Math.max(shortest, text.length * each));
}
