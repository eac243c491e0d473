/** Parts of indicator words: each line, and what commas or semicolons part. */
const between = /[,;\n]+/;
const operators = /^(?:AND|OR|NOT|NEAR(?:\/\d*)?)$/;
/** What a query would not take for one word. */
const beyondWord = /[\s():/“”]|^-/;

/**
 * The indicator words of a code as a query that finds any of them: words, phrases, and words with `*`. Empty where
 * there are none.
 */
export function indicatorQuery(indicators: string): string {
  const parts = indicators
    .split(between)
    .map((part) => part.replace(/["“”]/g, ' ').replace(/\s+/g, ' ').trim())
    .filter((part) => /[\p{L}\p{N}\p{S}]/u.test(part));
  return [...new Set(parts)]
    .map((part) => (beyondWord.test(part) || operators.test(part) ? `"${part}"` : part))
    .join(' OR ');
}
