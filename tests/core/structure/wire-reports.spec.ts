import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BlockKind } from '@core/model/block';
import { parseStructure } from '@core/structure/parse-structure';
import type { FieldKey } from '@core/structure/parsed-structure';
import { canonicalText } from '@core/text/canonical-text';
import { expect, test } from '@playwright/test';

const folder = resolve(import.meta.dirname, '../../fixtures/wire');

interface Expected {
  readonly file: string;
  readonly title: string;
  /** Kind and beginning of every block. */
  readonly blocks: readonly (readonly [kind: BlockKind, beginning: string])[];
  readonly sentences: number;
  readonly values: { readonly [K in FieldKey]?: readonly [value: string, ...evidence: string[]] };
}

const table: readonly Expected[] = [
  {
    file: '01-all-news-and-deck.txt',
    title: 'Compact’s harbour pilots leave Keldova after keeping every port open — liaison',
    blocks: [
      ['residue', 'All news'],
      ['headline', 'Compact’s'],
      ['deck', '“Not one ship'],
      ['dateline', 'TOLVEK, March 21. /VERA/. '],
      ['body', 'Harbour pilots'],
      ['body', 'He put'],
      ['body', '“Not one ship'],
      ['body', '“Whoever'],
      ['subhead', 'Strike at'],
      ['background', 'Crane drivers'],
      ['background', 'Under article'],
      ['background', 'The harbour board'],
    ],
    sentences: 10,
    values: {
      date: ['2031-03-21', 'March 21', 'March 8, 2031'],
      agency: ['VERA', 'VERA'],
      place: ['TOLVEK', 'TOLVEK'],
    },
  },
  {
    file: '02-no-break-space-subhead.txt',
    title: 'Compact’s first pilots sail for their own harbours, secretary says',
    blocks: [
      ['residue', 'All news'],
      ['headline', 'Compact’s'],
      ['deck', 'Nobody was told'],
      ['dateline', 'HARN, March 14. /VERA/. '],
      ['body', 'The first pilots'],
      ['body', '“Did anybody'],
      ['body', 'Nobody was told'],
      ['body', 'The others'],
      ['subhead', 'Compact\u00A0pilots in Keldova'],
      ['background', 'Sixty pilots'],
      ['background', 'They were posted'],
    ],
    sentences: 11,
    values: {
      date: ['2031-03-14', 'March 14', 'March 8, 2031'],
      agency: ['VERA', 'VERA'],
      place: ['HARN', 'HARN'],
    },
  },
  {
    file: '03-site-copy-with-form.txt',
    title: 'Lender of Pilots Praises Keldova for Calm Narrows',
    blocks: [
      ['headline', 'Lender'],
      ['body', 'The head'],
      ['caption', 'Picture: VERA Images'],
      ['body', '“A pilot'],
      ['body', 'On March 2'],
      ['body', 'Marsk called'],
      ['body', '“Who ordered'],
      ['credit', 'Coast Herald, 04.03.2031\u00A0'],
      ['credit', 'Source: VERA\u00A0'],
      ['residue', 'Related Posts'],
      ['residue', 'Grain quay'],
      ['residue', 'Leave a Reply'],
      ['residue', 'Your email'],
    ],
    sentences: 11,
    values: {
      date: ['2031-03-04', '04.03.2031'],
      agency: ['VERA', 'VERA'],
      publisher: ['Coast Herald', 'Coast Herald'],
    },
  },
  {
    file: '04-date-before-text.txt',
    title: '04-date-before-text.txt',
    blocks: [
      ['residue', ' date 2031-03-21 '],
      ['dateline', 'LISKE, March 21. /VERA/. '],
      ['body', 'The lightship'],
      ['body', '“Sixty pilots'],
      ['body', 'Rook stressed'],
      ['background', 'Crane drivers'],
      ['background', 'The Compact’s council'],
      ['background', 'On March 14'],
    ],
    sentences: 10,
    values: {
      date: ['2031-03-21', '2031-03-21', 'March 21'],
      agency: ['VERA', 'VERA'],
      place: ['LISKE', 'LISKE'],
    },
  },
  {
    file: '05-embassy-statement.txt',
    title: 'Embassy of Keldova in Ostmark publishes statement on harbour dispute',
    blocks: [
      ['headline', 'Embassy'],
      ['body', 'Several'],
      ['body', 'The council'],
      ['body', 'Those pilots'],
      ['body', 'Ships have been'],
      ['residue', 'Source :'],
      ['residue', 'Leave a Reply'],
      ['residue', 'Your email'],
    ],
    sentences: 8,
    values: { issuer: ['Embassy of Keldova in Ostmark', 'Embassy of Keldova in Ostmark'] },
  },
  {
    file: '06-brackets-and-byline.txt',
    title: 'Keldovan harbour board signs truce with crane drivers',
    blocks: [
      ['headline', 'Keldovan'],
      ['credit', 'By Mira'],
      ['dateline', 'Published: 3 April'],
      ['dateline', 'LISKE, April 3 (Norden) - '],
      ['body', 'Crane drivers'],
      ['body', 'The paper'],
      ['body', '“We can live'],
      ['credit', '(Reporting by'],
    ],
    sentences: 5,
    values: {
      date: ['2031-04-03', '3 April 2031', 'April 3'],
      agency: ['Norden', 'Norden'],
      place: ['LISKE', 'LISKE'],
      byline: ['Mira Castellane and Jonas Ruud', 'Mira Castellane and Jonas Ruud'],
    },
  },
  {
    file: '07-russian-dateline.txt',
    title: 'Лоцманы Договора покинули гавани Кельдовы, сообщил их старшина',
    blocks: [
      ['residue', 'Все новости'],
      ['headline', 'Лоцманы'],
      ['dateline', 'ТОЛВЕК, 21 марта. /ВЕРА/. '],
      ['body', 'Последняя смена'],
      ['body', '«Кто сказал'],
      ['body', 'В 2031 г.'],
      ['residue', 'Читайте также'],
      ['residue', 'Зерновой причал'],
    ],
    sentences: 6,
    values: {
      date: ['2031-03-21', '21 марта', '8 марта 2031'],
      agency: ['ВЕРА', 'ВЕРА'],
      place: ['ТОЛВЕК', 'ТОЛВЕК'],
    },
  },
  {
    file: '08-agency-without-date.txt',
    title: '08-agency-without-date.txt',
    blocks: [
      ['dateline', 'HARN, Keldova (AP) — '],
      ['body', 'The lightship'],
      ['body', 'Nobody'],
      ['body', 'The harbour board'],
    ],
    sentences: 5,
    values: { agency: ['AP', 'AP'], place: ['HARN, Keldova', 'HARN, Keldova'] },
  },
  {
    file: '09-hard-wrapped.txt',
    title: 'Pilots of the Compact publish their logs',
    blocks: [
      ['headline', 'Pilots'],
      ['dateline', 'TOLVEK, 2 April 2031. /VERA/. '],
      ['body', 'The pilots lent to Keldova this spring have\nput'],
      ['body', 'Every entry'],
      ['body', 'The display'],
    ],
    sentences: 5,
    values: { date: ['2031-04-02', '2 April 2031'], agency: ['VERA', 'VERA'], place: ['TOLVEK', 'TOLVEK'] },
  },
  {
    file: '10-publisher-above.txt',
    title: 'Why the narrows of Keldova matter to its neighbours',
    blocks: [
      ['credit', 'Harbour Gazette, 05.04.2031'],
      ['headline', 'Why the narrows'],
      ['body', 'Three quarters'],
      ['body', 'That is why'],
      ['credit', '© 2031'],
    ],
    sentences: 3,
    values: { date: ['2031-04-05', '05.04.2031'], publisher: ['Harbour Gazette', 'Harbour Gazette'] },
  },
];

for (const { file, title, blocks, sentences, values } of table) {
  test(`wire report: ${file}`, () => {
    const { text } = canonicalText(readFileSync(resolve(folder, file), 'utf8'));
    const found = parseStructure(text, { icu: '78', pathName: `a folder/${file}` });
    expect(found.title).toBe(title);
    const beginnings = found.blocks.map(({ kind, start, end }, at) => {
      const length = blocks[at]?.[1].length ?? 20;
      return [kind, text.slice(start, Math.min(end, start + length))];
    });
    expect(beginnings).toEqual(blocks);
    expect(found.sentences).toHaveLength(sentences);
    const said = Object.entries(found.values).map(([key, { value, evidence = [], state }]) => {
      expect(state).toBe('suggested');
      return [key, [value, ...evidence.map(([start, end]) => text.slice(start, end))]];
    });
    expect(Object.fromEntries(said)).toEqual(values);
  });
}
