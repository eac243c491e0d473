import type { AttributeValue } from '../model/attribute';
import { fail, type Result, succeed } from '../result';
import { findDates, isoDate } from './dates';

/** A date as a value: "2022-01-19", "2022-01" or "2022", as precise as it was written. */
export interface DateValue {
  readonly value: string;
  readonly precision: NonNullable<AttributeValue['precision']>;
}

/** `not-date`: the words are no date; `ambiguous-date`: 3/4/2022 is a day in March or in April. */
export type DateProblem = 'not-date' | 'ambiguous-date';

export function dateValue({
  year,
  month,
  day,
}: {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}): DateValue {
  const precision = month === undefined ? 'year' : day === undefined ? 'month' : 'day';
  return { value: isoDate(year, month, day), precision };
}

/** Words that are a date and nothing else: 2022-01-19, 2022-01 or 2022, or as news text writes it. */
export function readDateValue(words: string): Result<DateValue, DateProblem> {
  const text = words.trim();
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text) ?? [];
  if (year !== undefined) return existing(Number(year), numberOf(month), numberOf(day));
  const [found, ...others] = findDates(text, { start: 0, end: text.length });
  const isWhole = found !== undefined && found.start === 0 && found.end === text.length;
  if (!isWhole || others.length > 0 || found.year === undefined) return fail('not-date');
  return found.ambiguous === true ? fail('ambiguous-date') : existing(found.year, found.month, found.day);
}

const numberOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

function existing(year: number, month?: number, day?: number): Result<DateValue, DateProblem> {
  const isMonth = month === undefined || (month >= 1 && month <= 12);
  // Day 0 of the next month is the last of this one; a four-digit year keeps out of the century rule of Date.
  const days = month === undefined ? 0 : new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const isDay = day === undefined || (day >= 1 && day <= days);
  if (year < 1 || !isMonth || !isDay) return fail('not-date');
  return succeed(
    dateValue({
      year,
      ...(month === undefined ? {} : { month }),
      ...(day === undefined ? {} : { day }),
    }),
  );
}
