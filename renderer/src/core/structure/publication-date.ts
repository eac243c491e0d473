import type { AttributeValue } from '../model/attribute';
import type { Span } from '../model/span';
import { dateValue } from './date-value';
import {
  type DatedDate,
  dayNumber,
  type FoundDate,
  type FullDate,
  findDates,
  hasYear,
  isFull,
  isoDate,
} from './dates';

/** How sure each kind of evidence is, 0 to 1. */
const confidence = {
  stated: 0.95,
  printed: 0.9,
  month: 0.7,
  ambiguous: 0.5,
  yearNear: 0.8,
  yearFar: 0.5,
} as const;
/** A dateline this close to a date of the body, in days, very likely shares its year or the turn of it. */
const near = 60;

/** A date that is written out, as evidence for when a text was published; a month alone is a date of that precision. */
export function statedDate(date: DatedDate, also: readonly Span[] = []): AttributeValue {
  return {
    ...dateValue(date),
    evidence: [date, ...also].map(({ start, end }) => [start, end] as const),
    confidence: sureness(date, also),
    state: 'suggested',
  };
}

function sureness(date: DatedDate, also: readonly Span[]): number {
  if (date.ambiguous === true) return confidence.ambiguous;
  if (also.length > 0) return confidence.stated;
  return date.day === undefined ? confidence.month : confidence.printed;
}

/** "March 2031" in a line of its own says in which year the dateline's "March 13" is. */
export function datelineInMonth(
  dateline: FoundDate | undefined,
  line: DatedDate,
): AttributeValue | undefined {
  if (line.day !== undefined || dateline?.day === undefined || dateline.month !== line.month)
    return undefined;
  return statedDate({ ...dateline, year: line.year }, [line]);
}

/**
 * The dateline's day with a year from the body: the year that brings the dateline closest to the dates written out
 * there, by the votes of those dates. Without such a date there is no value: no clock is asked.
 */
export function datelineDate(text: string, dateline: FoundDate, body: Span): AttributeValue | undefined {
  if (hasYear(dateline)) return statedDate(dateline);
  const { day, month } = dateline;
  if (day === undefined) return undefined;
  const votes = new Map<number, { count: number; distance: number; evidence: FullDate }>();
  for (const date of findDates(text, body).filter(isFull)) {
    const known = dayNumber(date.year, date.month, date.day);
    const candidates = [date.year - 1, date.year, date.year + 1].map((year) => ({
      year,
      distance: Math.abs(dayNumber(year, month, day) - known),
    }));
    const best = candidates.reduce((a, b) => (b.distance < a.distance ? b : a));
    const vote = votes.get(best.year);
    if (vote === undefined) votes.set(best.year, { count: 1, distance: best.distance, evidence: date });
    else {
      vote.count += 1;
      if (best.distance < vote.distance) Object.assign(vote, { distance: best.distance, evidence: date });
    }
  }
  const isNear = (vote: { distance: number }): boolean => vote.distance <= near;
  const [winner] = [...votes].sort(
    ([yearA, a], [yearB, b]) => Number(isNear(b)) - Number(isNear(a)) || b.count - a.count || yearB - yearA,
  );
  if (winner === undefined) return undefined;
  const [year, { distance, evidence }] = winner;
  return {
    value: isoDate(year, month, day),
    precision: 'day',
    evidence: [dateline, evidence].map(({ start, end }) => [start, end] as const),
    confidence: distance <= near ? confidence.yearNear : confidence.yearFar,
    state: 'suggested',
  };
}
