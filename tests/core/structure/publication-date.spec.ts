import { parseStructure } from '@core/structure/parse-structure';
import { expect, test } from '@playwright/test';

const headline = 'Council of Harn hears its pilots on the lamp';
const story = [
  'The council of the port met to hear its pilots, who asked for a new lamp before the winter sets in.',
  'No year was named. The harbour master said the money was there and the mast was not.',
].join('\n\n');

/** `quoted`: the words that say it. */
interface Row {
  readonly name: string;
  readonly text: string;
  readonly date?: { readonly value: string; readonly precision: string; readonly confidence: number };
  readonly quoted?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'a month in a line of its own',
    text: `${headline}\n\nMarch 2031\n\n${story}`,
    date: { value: '2031-03', precision: 'month', confidence: 0.7 },
    quoted: ['March 2031'],
  },
  {
    name: 'a month that says what it is',
    text: `${headline}\n\nPublished: March 2031\n\n${story}`,
    date: { value: '2031-03', precision: 'month', confidence: 0.7 },
    quoted: ['March 2031'],
  },
  {
    name: 'a month below the text',
    text: `${headline}\n\n${story}\n\nHarn, March 2031`,
    date: { value: '2031-03', precision: 'month', confidence: 0.7 },
    quoted: ['March 2031'],
  },
  {
    name: 'a dateline with a month',
    text: `${headline}\n\nHARN, March 2031 (VERA) -- ${story}`,
    date: { value: '2031-03', precision: 'month', confidence: 0.7 },
    quoted: ['March 2031'],
  },
  {
    name: 'a month that gives the day of the dateline its year',
    text: `${headline}\n\nMarch 2031\n\nHARN, March 13. /VERA/. ${story}`,
    date: { value: '2031-03-13', precision: 'day', confidence: 0.95 },
    quoted: ['March 13', 'March 2031'],
  },
  {
    name: 'a month of another dateline',
    text: `${headline}\n\nApril 2031\n\nHARN, March 13. /VERA/. ${story}`,
    date: { value: '2031-04', precision: 'month', confidence: 0.7 },
    quoted: ['April 2031'],
  },
  { name: 'a month that a headline is about', text: `The vote in Marsk, March 2031\n\n${story}` },
  { name: 'a month within the text', text: `${headline}\n\n${story} That was in March 2031.` },
];

for (const { name, text, date, quoted } of rows)
  test(`date of publication: ${name}`, () => {
    const { values } = parseStructure(text, { icu: '', pathName: 'report.txt' });
    const found = values.date;
    const { evidence, state, ...said } = found ?? {};
    expect(found === undefined ? undefined : said).toEqual(date);
    expect(evidence?.map(([start, end]) => text.slice(start, end))).toEqual(quoted);
    expect(state).toBe(date === undefined ? undefined : 'suggested');
  });
