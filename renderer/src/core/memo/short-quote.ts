/** Longest label of a link, in UTF-16 units. */
const longest = 60;

/** A text on one line, cut after a word where it is long: what a link to a passage is called. */
export function shortQuote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const word = cut.lastIndexOf(' ');
  // A script without blanks is cut where it is, but never within a pair of surrogates.
  const kept = word > longest / 2 ? cut.slice(0, word) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`;
}
