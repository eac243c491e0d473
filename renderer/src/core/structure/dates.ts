import type { Span } from '../model/span';
import { monthNames } from './month-names';

/** A date as it stands in a text. Without a year it is not yet a value. */
export interface FoundDate extends Span {
  readonly year?: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day?: number;
  /** Written in digits with slashes so that day and month could be the other way round. */
  readonly ambiguous?: true;
}

/** A date with a year: of a day, or of a month. */
export interface DatedDate extends FoundDate {
  readonly year: number;
}

/** A date with a year and a day. */
export interface FullDate extends DatedDate {
  readonly day: number;
}

const monthByName = new Map(
  monthNames.flatMap(({ month, names }) =>
    names.flatMap((name) => [name, name.toUpperCase()].map((form): [string, number] => [form, month])),
  ),
);
const month = [...monthByName.keys()].sort((a, b) => b.length - a.length).join('|');
const space = '[ \\t\\n\\u00A0\\u2009\\u202F]';
const day = '\\d{1,2}';
const year = '\\d{4}(?!\\d)';
const ordinal = '(?:st|nd|rd|th)?';

/** Ways to write a date, the longer before its beginning; groups named y, m, d, and n for a month's name; `inside` needs no word's edge. */
const forms: readonly { readonly source: string; readonly slashed?: true; readonly inside?: true }[] = [
  {
    source: '(?<![\\p{L}\\p{N}])(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})(?:(?=T\\d)|(?!-\\d|[\\p{L}\\p{N}]))',
    inside: true,
  },
  { source: '(?:(?<y>\\d{4})年)?(?<m>\\d{1,2})月(?<d>\\d{1,2})日', inside: true },
  { source: `(?<d>${day})\\.(?<m>${day})\\.(?<y>${year})(?!\\.\\d)` },
  { source: `(?<d>${day})/(?<m>${day})/(?<y>${year})(?!/)`, slashed: true },
  { source: `(?<d>${day})${ordinal}(?:${space}of)?${space}(?<n>${month})(?:\\.?,?${space}(?<y>${year}))?` },
  { source: `(?<n>${month})\\.?${space}(?<d>${day})${ordinal}(?!\\d)(?:,?${space}{1,2}(?<y>${year}))?` },
  { source: `(?<n>${month})\\.?,?${space}(?<y>${year})` },
];
const patterns = forms.map(({ source, slashed, inside }) => ({
  pattern: new RegExp(inside === true ? source : `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu'),
  slashed,
}));

/** A day and month, with or without a year, or a month of a year, for use inside a larger pattern. Captures nothing. */
export const dateSource = `(?:(?:${month})\\.?${space}${day}(?!\\d)(?:,${space}${year})?|${day}${space}(?:${month})\\.?(?:,?${space}${year}(?:${space}?г(?:ода|\\.))?)?|(?:${month})\\.?,?${space}${year})`;

/**
 * All dates in a stretch of text, in text order. Digits with full stops are read day first, with slashes too
 * unless only month first makes a date. Years from 1500 to 2199.
 */
export function findDates(text: string, span: Span): readonly FoundDate[] {
  const found: FoundDate[] = [];
  const content = text.slice(span.start, span.end);
  for (const { pattern, slashed } of patterns) {
    for (const match of content.matchAll(pattern)) {
      const date = toDate(match, span.start, slashed === true);
      if (date !== undefined) found.push(date);
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = span.start;
  return found.filter((date) => {
    if (date.start < end) return false;
    end = date.end;
    return true;
  });
}

export function hasYear(date: FoundDate): date is DatedDate {
  return date.year !== undefined;
}

export function isFull(date: FoundDate): date is FullDate {
  return date.year !== undefined && date.day !== undefined;
}

/** "2022-01-19", "2022-01" or "2022", as far as the parts go. */
export function isoDate(year: number, month?: number, day?: number): string {
  const parts = [String(year).padStart(4, '0')];
  if (month !== undefined) parts.push(String(month).padStart(2, '0'));
  if (month !== undefined && day !== undefined) parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}

/** Days since 1970-01-01; no clock and no time zone are asked. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

function toDate(match: RegExpMatchArray, offset: number, slashed: boolean): FoundDate | undefined {
  const groups: Partial<Record<string, string>> = match.groups ?? {};
  const start = offset + (match.index ?? 0);
  const span = { start, end: start + match[0].length };
  const year = groups['y'] === undefined ? undefined : Number(groups['y']);
  let day = groups['d'] === undefined ? undefined : Number(groups['d']);
  let month = groups['n'] === undefined ? Number(groups['m']) : (monthByName.get(groups['n']) ?? 0);
  if (slashed && month > 12 && day !== undefined) [day, month] = [month, day];
  const ambiguous = slashed && month <= 12 && day !== undefined && day <= 12 && day !== month;
  if (!exists(year, month, day)) return undefined;
  return {
    ...span,
    month,
    ...(year === undefined ? {} : { year }),
    ...(day === undefined ? {} : { day }),
    ...(ambiguous ? { ambiguous } : {}),
  };
}

function exists(year: number | undefined, month: number, day: number | undefined): boolean {
  if (year !== undefined && (year < 1500 || year > 2199)) return false;
  if (month < 1 || month > 12) return false;
  // Any leap year allows 29 February while the year is unknown.
  const days = new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
  return day === undefined || (day >= 1 && day <= days);
}
