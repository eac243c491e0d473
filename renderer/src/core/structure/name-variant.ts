import { foldName, foldWords } from '../codebook/fold-name';

/** Letters of a name that stands alone: a shorter one says too little. */
const leastAlone = 3;

/**
 * Whether one name may be another way to write the other: the surname alone, initials for given names, one of them left
 * out, accents, an article or a hyphen more. It is a guess, to be offered and never applied unasked.
 */
export function isNameVariant(one: string, other: string): boolean {
  if (foldName(one) === foldName(other)) return false;
  const [shorter, longer] = [partsOf(one), partsOf(other)].sort((a, b) => a.length - b.length);
  if (shorter === undefined || longer === undefined) return false;
  if (shorter.join('') === longer.join('')) return shorter.length > 0;
  const surname = shorter.at(-1);
  if (surname === undefined || surname.length < 2 || surname !== longer.at(-1)) return false;
  if (shorter.length === 1) return surname.length >= leastAlone;
  return areGivenNames(shorter.slice(0, -1), longer.slice(0, -1));
}

/** "The J.P. Al-Talvik" is "j", "p", "al", "talvik". */
function partsOf(name: string): readonly string[] {
  return foldWords(name)
    .replace(/^the /, '')
    .split(/[\s.,’'\p{Pd}]+/u)
    .filter((part) => part !== '');
}

/** Whether each of the fewer names is met, in order, by one of the others: by itself or its first letter. */
function areGivenNames(fewer: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) {
    const wanted = fewer[at];
    if (wanted !== undefined && isSameGiven(wanted, other)) at += 1;
  }
  return at === fewer.length;
}

function isSameGiven(one: string, other: string): boolean {
  const isInitial = one.length === 1 || other.length === 1;
  return isInitial ? one.charAt(0) === other.charAt(0) : one === other;
}
