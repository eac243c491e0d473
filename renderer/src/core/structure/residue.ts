import type { ParagraphFacts } from './paragraph-facts';
import { type ResidueRule, residueRules } from './residue-phrases';

const rulesByPhrase = new Map(
  residueRules.flatMap((rule) => rule.phrases.map((phrase): [string, ResidueRule] => [phrase, rule])),
);
const longestPhrase = Math.max(...[...rulesByPhrase.keys()].map((phrase) => phrase.length));
/** In words. */
const longestLink = 25;
const mostLinks = 40;

/**
 * Which paragraphs are residue of the page a text was copied from, by index. `isCredit` tells lines that may stand
 * among it. When nothing else would be left, nothing is residue: then it is what the text is about.
 */
export function findResidue(
  paragraphs: readonly ParagraphFacts[],
  isCredit: (at: number) => boolean,
): ReadonlySet<number> {
  const rules = paragraphs.map((paragraph) => ruleFor(paragraph));
  const residue = new Set<number>();
  for (const [at, rule] of rules.entries())
    if (rule?.place === 'anywhere' || paragraphs[at]?.role === 'residue') residue.add(at);
  for (const at of leadingEdge(rules)) residue.add(at);
  for (const at of trailingEdge(paragraphs, rules, isCredit)) residue.add(at);
  return residue.size === paragraphs.length ? new Set() : residue;
}

function ruleFor(paragraph: ParagraphFacts): ResidueRule | undefined {
  if (!paragraph.whole || paragraph.head.length > longestPhrase + 4) return undefined;
  return rulesByPhrase.get(paragraph.head.toLowerCase().replace(/[\s.:»→›>…]+$/u, ''));
}

function leadingEdge(rules: readonly (ResidueRule | undefined)[]): readonly number[] {
  const length = rules.indexOf(undefined);
  const edge = rules.slice(0, Math.max(length, 0));
  return edge.some((rule) => rule?.place !== 'beside') ? [...edge.keys()] : [];
}

/** Everything from the first phrase on after which nothing is text; links and form fields fill the gaps. */
function trailingEdge(
  paragraphs: readonly ParagraphFacts[],
  rules: readonly (ResidueRule | undefined)[],
  isCredit: (at: number) => boolean,
): readonly number[] {
  let first = paragraphs.length;
  let open = 0;
  for (let at = paragraphs.length - 1; at >= 0; at -= 1) {
    const paragraph = paragraphs[at];
    const rule = rules[at];
    if (paragraph === undefined) break;
    if (rule !== undefined) {
      // Lines between are links only where a phrase that heads links comes before them.
      if (open > 0 && rule.heads === undefined) break;
      first = at;
      open = 0;
    } else if (open < mostLinks && (isCredit(at) || isLink(paragraph))) open += isCredit(at) ? 0 : 1;
    else break;
  }
  const edge = [...paragraphs.keys()].slice(first).filter((at) => rules[at] !== undefined || !isCredit(at));
  return edge.some((at) => rules[at] !== undefined && rules[at].place !== 'beside') ? edge : [];
}

function isLink(paragraph: ParagraphFacts): boolean {
  return !paragraph.ended && paragraph.words() <= longestLink;
}
