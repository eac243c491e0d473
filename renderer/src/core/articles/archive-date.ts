import { type DateValue, dateValue, readDateValue } from '../structure/date-value';
import { findDates, hasYear, isFull } from '../structure/dates';

/**
 * Months as archives print them in a date of its own, beside those that texts are searched for: in a line that is a
 * date, no word can be meant otherwise. A new language is a row; January comes first.
 */
const months: readonly (readonly string[])[] = [
  'januar februar märz april mai juni juli august september oktober november dezember'.split(' '),
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' '),
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' '),
];
const written = /(?<![\d\p{L}])(?:(\d{1,2})(?:\.|er)?\s+(?:de\s+)?)?(\p{L}+)\s+(?:de\s+)?(\d{4})(?!\d)/gu;

/** The day that a line of an archive names, else the month or the year, as precise as it is printed. */
export function archiveDate(line: string): DateValue | undefined {
  const dates = findDates(line, { start: 0, end: line.length }).filter(hasYear);
  const date = dates.find(isFull);
  if (date !== undefined) return dateValue(date);
  for (const [, day, name = '', year = ''] of line.matchAll(written)) {
    const month = months.map((names) => names.indexOf(name.toLowerCase())).find((at) => at >= 0);
    if (month === undefined || (day !== undefined && (Number(day) < 1 || Number(day) > 31))) continue;
    return dateValue({
      ...{ year: Number(year), month: month + 1 },
      ...(day === undefined ? {} : { day: Number(day) }),
    });
  }
  const [first] = dates;
  if (first !== undefined) return dateValue(first);
  const whole = readDateValue(line);
  return whole.ok ? whole.value : undefined;
}
