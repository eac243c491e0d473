import { archiveDate } from '@core/articles/archive-date';
import { expect, test } from '@playwright/test';

const printed: readonly (readonly [line: string, value: string | undefined, precision?: string])[] = [
  ['March 21, 2031 Friday', '2031-03-21', 'day'],
  ['21 March 2031', '2031-03-21', 'day'],
  ['21. März 2031 Freitag', '2031-03-21', 'day'],
  ['1er avril 2031 mardi', '2031-04-01', 'day'],
  ['Mar 2031', '2031-03', 'month'],
  ['março de 2031', '2031-03', 'month'],
  ['Frühjahr, März 2031', '2031-03', 'month'],
  ['2031', '2031', 'year'],
  ['2031-03', '2031-03', 'month'],
  ['Winter 2031', undefined],
  ['34. März 2031', undefined],
  ['', undefined],
];

for (const [line, value, precision] of printed)
  test(`date of an archive: ${line}`, () => {
    expect(archiveDate(line)).toEqual(value === undefined ? undefined : { value, precision });
  });
