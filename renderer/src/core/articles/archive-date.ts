import { findDates, isFull, isoDate } from '../structure/dates';

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
const written = /(?<!\d)(\d{1,2})(?:\.|er)?\s+(?:de\s+)?(\p{L}+)\s+(?:de\s+)?(\d{4})(?!\d)/u;

/** The day that a line of an archive names, as "2031-03-21". */
export function archiveDate(line: string): string | undefined {
  const date = findDates(line, { start: 0, end: line.length }).find(isFull);
  if (date !== undefined) return isoDate(date.year, date.month, date.day);
  const [, day = '', name = '', year = ''] = written.exec(line) ?? [];
  const month = months.map((names) => names.indexOf(name.toLowerCase())).find((at) => at >= 0);
  const isDay = Number(day) >= 1 && Number(day) <= 31;
  return month === undefined || !isDay ? undefined : isoDate(Number(year), month + 1, Number(day));
}
