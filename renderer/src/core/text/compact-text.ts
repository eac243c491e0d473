/** Beyond this a unit needs two bytes. */
const beyondByte = /[^\0-\xff]/;
/** Units that are put together at a time. */
const chunk = 4_096;

/**
 * The same text in half the memory, where every unit fits into a byte: engines keep what was once cut from a text with
 * a curly quotation mark in two bytes a unit, also where none is left in it.
 */
export function compactText(text: string): string {
  if (beyondByte.test(text)) return text;
  const parts: string[] = [];
  const units = new Uint8Array(chunk);
  for (let from = 0; from < text.length; from += chunk) {
    const length = Math.min(chunk, text.length - from);
    for (let at = 0; at < length; at += 1) units[at] = text.charCodeAt(from + at);
    parts.push(String.fromCharCode(...units.subarray(0, length)));
  }
  return parts.join('');
}
