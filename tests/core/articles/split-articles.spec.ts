import { articleDocument } from '@core/articles/article-document';
import { splitArticles } from '@core/articles/split-articles';
import { expect, test } from '@playwright/test';
import {
  factivaCodes,
  factivaPlain,
  factivaPrinted,
  lexisNexis,
  nexisPrinted,
  nexisUni,
  printedArticles,
  proQuest,
} from '../../support/archive-downloads';
import { archiveLanguages, factivaIn, nexisIn } from '../../support/archive-languages';

const asParagraphs = (lines: readonly string[]) => lines.map((text) => ({ text, role: 'text' as const }));

const body = [
  'The council of the port of Harn met on Friday to hear its pilots.',
  'They asked for a new lamp before the winter. Length: two hours, said one.',
];
const ferryBody = ['The ferry to Aune sails again from Monday.', 'It had been laid up since the ice came.'];

interface Layout {
  readonly name: string;
  readonly lines: readonly string[];
  readonly section?: string;
  readonly place?: string;
  /** As the archive prints it with the articles. */
  readonly languages: readonly (string | undefined)[];
  /** First of the lines that go to no article. */
  readonly front?: string;
}

const layouts: readonly Layout[] = [
  {
    name: 'Nexis Uni',
    lines: nexisUni,
    place: 'HARN',
    section: 'NEWS; Pg. 3',
    front: 'User Name: M. Castellane',
    languages: [undefined, 'ENGLISH'],
  },
  { name: 'LexisNexis', lines: lexisNexis, section: 'NEWS; Pg. 3', languages: ['ENGLISH', undefined] },
  { name: 'Factiva', lines: factivaCodes, section: 'News', languages: ['English', undefined] },
  { name: 'Factiva', lines: factivaPlain, section: 'News', languages: ['English', 'English'] },
  { name: 'ProQuest', lines: proQuest, section: 'NEWS', languages: ['English', undefined] },
];

for (const { name, lines, place, section, front, languages } of layouts)
  test(`splitting a download of ${name} that begins “${lines[0] ?? ''}”`, () => {
    const split = splitArticles(asParagraphs(lines));
    expect(split?.archive).toBe(name);
    expect(split?.articles.map(({ title }) => title)).toEqual([
      'Council of Harn hears its pilots',
      'Ferry to Aune sails again',
    ]);
    expect(split?.articles.map((article) => article.body.map(({ text }) => text))).toEqual([body, ferryBody]);
    const articles = split?.articles ?? [];
    const [first, second] = articles.map((article) => articleDocument(article).values);
    expect(first).toMatchObject({
      publisher: { value: expect.stringMatching(/^The Harn Herald/) },
      date: { value: '2031-03-21', precision: 'day' },
      stated_length: { value: 412 },
      byline: { value: 'Mira Castellane' },
      ...(section === undefined ? {} : { section: { value: section } }),
      ...(place === undefined ? {} : { place: { value: place } }),
    });
    expect(second).toMatchObject({ publisher: { value: 'Aune Post' }, date: { value: '2031-03-24' } });
    expect([first?.language?.value, second?.language?.value]).toEqual(languages);
    if (front !== undefined) expect(split?.leftOut[0]).toMatchObject({ reason: 'front', first: front });
  });

for (const [name, lines, articles] of [
  ['Nexis Uni', nexisPrinted, printedArticles],
  ['Factiva', factivaPrinted, printedArticles.filter((_, at) => at !== 1)],
] as const)
  test(`splitting a printed download of ${name}: lists, pages and other languages`, () => {
    const split = splitArticles(asParagraphs(lines));
    const documents = split?.articles.map(articleDocument) ?? [];
    expect(
      documents.map(({ title, values, paragraphs }) => [
        title,
        values.publisher?.value,
        values.date?.value,
        paragraphs.slice(1).map(({ text }) => text),
      ]),
    ).toEqual(articles);
    const german = documents.at(-2)?.values;
    expect(german).toMatchObject({ byline: { value: expect.stringMatching(/Mira Castellane$/) } });
    expect(german).toMatchObject({ stated_length: { value: 412 } });
    expect(documents[0]?.values.byline).toBeUndefined();
  });

for (const language of archiveLanguages)
  for (const [archive, print] of [
    ['Nexis Uni', nexisIn],
    ['Factiva', factivaIn],
  ] as const)
    test(`splitting a download of ${archive} with labels in ${language.name}`, () => {
      const split = splitArticles(asParagraphs(print(language)));
      expect(split?.archive).toBe(archive);
      const documents = split?.articles.map(articleDocument) ?? [];
      const whole = { title: expect.stringMatching(/^(?:Faro|Barco)/) };
      expect(documents).toMatchObject([whole, whole]);
      expect(documents.map(({ paragraphs }) => paragraphs.slice(1).map(({ text }) => text))).toEqual([
        language.text,
        language.text,
      ]);
      expect(documents.map(({ values }) => values)).toMatchObject([
        {
          publisher: { value: 'El Heraldo de Harn' },
          date: { value: '2031-03-21' },
          byline: { value: 'Mira Castellane' },
          stated_length: { value: 1412 },
          ...(archive === 'Factiva' ? {} : { section: { value: 'Puerto; 3' } }),
        },
        { publisher: { value: 'Aune Post' }, date: { value: '2031-04-01' }, stated_length: { value: 96 } },
      ]);
      expect(split?.leftOut).toEqual([]);
    });

test('of a printed download all that went to no article is named', () => {
  expect(splitArticles(asParagraphs(nexisPrinted))?.leftOut).toEqual([
    { reason: 'front', first: 'User Name: M. Castellane', lines: 16 },
    { reason: 'no-text', first: 'Notice without a text', lines: 6 },
  ]);
  expect(splitArticles(asParagraphs(factivaPrinted))?.leftOut).toEqual([
    { reason: 'front', first: 'Dow Jones Factiva', lines: 5 },
    { reason: 'front', first: 'Search Summary', lines: 3 },
  ]);
});

test('an article without a text is left out and named, and so is what stands around the articles', () => {
  const split = splitArticles(asParagraphs(nexisUni));
  expect(split?.leftOut).toEqual([
    { reason: 'front', first: 'User Name: M. Castellane', lines: 12 },
    { reason: 'no-text', first: 'Notice without a text', lines: 6 },
  ]);
  expect(splitArticles(asParagraphs(factivaCodes))?.leftOut).toEqual([
    { reason: 'front', first: 'Search Summary', lines: 2 },
  ]);
});

const others: readonly (readonly [name: string, lines: readonly string[]])[] = [
  ['a report', ['Council of Harn hears its pilots', 'HARN, March 21. /VERA/. The council met.', ...body]],
  ['a report that speaks of an end', ['End of Document', 'The archive was closed on Friday.']],
  ['a glossary of codes', ['HD', 'Hard disk', 'TD', 'Transmitted data']],
  ['a form', ['Publication date: Mar 21, 2031', 'Section: NEWS', 'Word count: 412']],
  ['a minute sheet', ['1 of 2 DOCUMENTS', 'The council met.']],
  ['nothing', []],
];
for (const [name, lines] of others)
  test(`splitting leaves ${name} alone`, () => {
    expect(splitArticles(asParagraphs(lines))).toBeNull();
  });
