import type { Attribute, AttributeValue } from '../model/attribute';
import { fail, type Result, succeed } from '../result';
import { type DateProblem, readDateValue } from '../structure/date-value';
import { languageCalled } from '../structure/language-names';
import { languageKey } from '../structure/parsed-structure';

/** Why what was typed is no value of the attribute. */
export type ValueProblem =
  | 'not-integer'
  | 'not-number'
  | DateProblem
  | 'not-boolean'
  | 'not-a-choice'
  | 'too-long';

/** Longest text of a value, in UTF-16 units. */
export const valueLength = 2000;

export type TypedValue = Pick<AttributeValue, 'value' | 'precision'>;

/**
 * What was typed as a value of the attribute's type; null where nothing was. A number may be grouped by blanks or
 * thin spaces and takes a point or, where it cannot be read otherwise, a comma; a date is written as 2022-01-19,
 * 2022-01 or 2022, or in words, and is as precise as it was written; a language may be typed as a tag or in its own words.
 */
export function readAttributeValue(
  { key, type, choices = [] }: Pick<Attribute, 'type' | 'choices'> & Partial<Pick<Attribute, 'key'>>,
  typed: string | readonly string[],
): Result<TypedValue | null, ValueProblem> {
  if (typeof typed !== 'string') {
    const chosen = [...new Set(typed)];
    if (chosen.some((one) => !choices.includes(one))) return fail('not-a-choice');
    return succeed(chosen.length === 0 ? null : { value: choices.filter((one) => chosen.includes(one)) });
  }
  const text = typed.trim();
  if (text === '') return succeed(null);
  if (text.length > valueLength) return fail('too-long');
  switch (type) {
    case 'text':
      return succeed({ value: (key === languageKey ? languageCalled(text) : undefined) ?? text });
    case 'integer': {
      const number = numberIn(text);
      return number !== null && Number.isSafeInteger(number)
        ? succeed({ value: number })
        : fail('not-integer');
    }
    case 'number': {
      const number = numberIn(text);
      return number === null ? fail('not-number') : succeed({ value: number });
    }
    case 'date':
      return readDateValue(text);
    case 'boolean':
      return text === 'true' || text === 'false' ? succeed({ value: text === 'true' }) : fail('not-boolean');
    case 'choice':
      return choices.includes(text) ? succeed({ value: text }) : fail('not-a-choice');
    case 'choices':
      return readAttributeValue({ type, choices }, [text]);
  }
}

function numberIn(text: string): number | null {
  const plain = text.replace(/(?<=\d)[\s\u00A0\u2009\u202F](?=\d{3}(?!\d))/gu, '').replace(/^\u2212/, '-');
  // 1,250 and 1,250.5 are grouped; 1,5 is not.
  const grouped = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  const pointed = grouped ? plain.replaceAll(',', '') : plain.replace(/^([-+]?\d+),(\d+)$/, '$1.$2');
  return /^[-+]?(\d+(\.\d+)?|\.\d+)(e[-+]?\d+)?$/i.test(pointed) && Number.isFinite(Number(pointed))
    ? Number(pointed)
    : null;
}
