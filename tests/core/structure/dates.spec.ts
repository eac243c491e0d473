import { findDates, isFull, isoDate } from '@core/structure/dates';
import { expect, test } from '@playwright/test';

const table: readonly (readonly [text: string, dates: readonly string[]])[] = [
  ['on January 6, 2022, the', ['2022-01-06']],
  ['10.01.2022', ['2022-01-10']],
  ['2022-01-19T10:00', ['2022-01-19']],
  ['5 Jan. 2022 and 3rd of May 2021', ['2022-01-05', '2021-05-03']],
  ['31/12/2021', ['2021-12-31']],
  ['12/31/2021 (month first, for want of a month 31)', ['2021-12-31']],
  ['03/04/2021', ['2021-04-03 ambiguous']],
  ['as of January 7', ['--01-07']],
  ['в январе; 5 января 2022 г. и 7 мая', ['2022-01-05', '--05-07']],
  ['March 2022', ['2022-03']],
  ['2022年1月10日发布，2月3日', ['2022-01-10', '--02-03']],
  ['may 5 people march 3 miles', []],
  ['February 30, 2022 and 29 February', ['--02-29']],
  ['10.01.2022.5, version 1.2.2022.1, 99.99.2022', []],
  ['Articles 4 and 5, 2022 times', []],
  ['January 450 people', []],
];

for (const [text, dates] of table) {
  test(`dates: ${text}`, () => {
    const found = findDates(text, { start: 0, end: text.length });
    const shown = found.map((date) => {
      const written = isFull(date)
        ? isoDate(date.year, date.month, date.day)
        : date.year === undefined
          ? `--${isoDate(0, date.month, date.day).slice(5)}`
          : isoDate(date.year, date.month);
      return date.ambiguous === true ? `${written} ambiguous` : written;
    });
    expect(shown).toEqual(dates);
  });
}
