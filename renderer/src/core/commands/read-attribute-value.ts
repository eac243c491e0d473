import type { Attribute, AttributeValue } from '../model/attribute';
import { fail, type Result, succeed } from '../result';
import { findDates, isoDate } from '../structure/dates';

/** Why what was typed is no value of the attribute. */
export type ValueProblem =
  | 'not-integer'
  | 'not-number'
  | 'not-date'
  /** 3/4/2022 is a day in March or in April. */
  | 'ambiguous-date'
  | 'not-boolean'
  | 'not-a-choice'
  | 'too-long';

/** Longest text of a value, in UTF-16 units. */
export const valueLength = 2000;

export type TypedValue = Pick<AttributeValue, 'value' | 'precision'>;

/**
 * What was typed as a value of the attribute's type; null where nothing was. A number may be grouped by blanks or
 * thin spaces and takes a point or, where it cannot be read otherwise, a comma; a date is written as 2022-01-19,
 * 2022-01 or 2022, or in words, and is as precise as it was written.
 */
export function readAttributeValue(
  { type, choices = [] }: Pick<Attribute, 'type' | 'choices'>,
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
      return succeed({ value: text });
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
      return dateIn(text);
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

function dateIn(text: string): Result<TypedValue, ValueProblem> {
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text) ?? [];
  if (year !== undefined) return dated(Number(year), numberOf(month), numberOf(day));
  const [found, ...others] = findDates(text, { start: 0, end: text.length });
  const isWhole = found !== undefined && found.start === 0 && found.end === text.length;
  if (!isWhole || others.length > 0 || found.year === undefined) return fail('not-date');
  return found.ambiguous === true ? fail('ambiguous-date') : dated(found.year, found.month, found.day);
}

const numberOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

function dated(year: number, month?: number, day?: number): Result<TypedValue, ValueProblem> {
  const isMonth = month === undefined || (month >= 1 && month <= 12);
  // Day 0 of the next month is the last of this one; a four-digit year keeps out of the century rule of Date.
  const days = month === undefined ? 0 : new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const isDay = day === undefined || (day >= 1 && day <= days);
  if (year < 1 || !isMonth || !isDay) return fail('not-date');
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  return succeed({ value: isoDate(year, month, day), precision });
}
