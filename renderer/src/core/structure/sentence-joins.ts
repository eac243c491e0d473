import type { Span } from '../model/span';
import { type AbbreviationRule, abbreviations, afterTimeOfDay, sentenceStarters } from './abbreviations';
import { attributionVerbs } from './attribution-words';

const ruleByForm = new Map(
  abbreviations.flatMap(({ rule, forms }) => forms.map((form): [string, AbbreviationRule] => [form, rule])),
);
/** UTF-16 units looked at on each side of a boundary. */
const reach = 60;
/** UTF-16 units below which "At 6 p.m." or "В 2022 г." is the beginning of a sentence rather than all of it. */
const fragment = 20;

const lastWord = /(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{M}.-]*)\.$/u;
const lastTwoWords = /(?<![\p{L}\p{N}])(\p{L}+\. ?\p{L}+)\.$/u;
const initials = /^(?:\p{Lu}\.-?)*\p{Lu}$/u;
const endOfQuestion = /[?!…]["'”’»]?$/u;
const endOfQuotedQuestion = /[?!…]["'”’»]$/u;
const lowerCase = /^(?:[—–-]\s*)?\p{Ll}/u;
const attributed = new RegExp(
  `^(?:\\p{Lu}[\\p{L}.’'-]*\\s+){0,3}(?:${attributionVerbs.join('|').replaceAll(' ', '\\s+')})(?!\\p{L})`,
  'u',
);

/** Whether two neighbouring stretches that Unicode takes for two sentences are one. */
export function joinsSentences(content: string, first: Span, second: Span): boolean {
  const before = content.slice(Math.max(first.start, first.end - reach), first.end).trimEnd();
  const after = content.slice(second.start, Math.min(second.end, second.start + reach)).trimStart();
  if (!/[\p{L}\p{N}]/u.test(after) && second.end - second.start <= reach) return true;
  if (first.end - first.start <= reach && isMarkOnly(before)) return true;
  if (before.endsWith('.')) return joinsAfterStop(before, after, first.end - first.start < fragment);
  if (endOfQuestion.test(before) && lowerCase.test(after)) return true;
  return endOfQuotedQuestion.test(before) && attributed.test(after);
}

/** The number of an item, or nothing but marks, at the head of a block. */
function isMarkOnly(stretch: string): boolean {
  return !/\p{L}/u.test(stretch) && /^\D*(?:\d{1,3}[.)])?$/u.test(stretch.trim());
}

function joinsAfterStop(before: string, after: string, isFragment: boolean): boolean {
  const word = lastWord.exec(before)?.[1];
  if (word === undefined) return false;
  const next = /^["'“«(]*([\p{L}\p{M}’'-]+)/u.exec(after)?.[1] ?? '';
  const startsSentence = sentenceStarters.has(next);
  // "г. Москва" is a city; "2022 г. Москва" may be the end of a sentence.
  if (word === 'г') return isFragment || !/\d\s*г\.$/u.test(before);
  const rule = ruleByForm.get(word) ?? ruleByForm.get(lastTwoWords.exec(before)?.[1] ?? '');
  switch (rule) {
    case 'title':
      return true;
    case 'number':
      return /^\d/.test(after);
    case 'open':
      return !startsSentence;
    case 'time':
      return isFragment || afterTimeOfDay.test(after);
    case undefined:
      return initials.test(word) && !startsSentence;
  }
}
