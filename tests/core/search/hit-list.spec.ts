import { plainCsv } from '@core/exchange/csv';
import { createHitList } from '@core/search/hit-list';
import { type HitGrouping, type HitSort, orderHits } from '@core/search/hit-order';
import { type HitExtent, placeOfHit } from '@core/search/hit-place';
import { hitRow } from '@core/search/hit-row';
import { hitsCsv } from '@core/search/hits-csv';
import { wordsAlone } from '@core/search/search-entry';
import type { SearchScan } from '@core/search/search-scan';
import { expect, test } from '@playwright/test';
import { attributes, codes, runSearch, searchCorpus } from './search-corpus';

function searched(query: string): SearchScan {
  const scan = runSearch(query);
  if (typeof scan === 'string') throw new Error(scan);
  return scan;
}

function listed(query: string, sort: HitSort, grouping: HitGrouping = { by: 'none' }) {
  const { hits } = searched(query);
  const { rows, groups } = orderHits(hits, sort, grouping, { attributes });
  const words = Array.from(rows, (number) => {
    const hit = hits.at(number);
    return `${hit?.entry.document.id ?? ''} ${hit?.entry.content?.text.slice(hit.start, hit.end) ?? ''}`;
  });
  return { words, groups };
}

const sorted: readonly (readonly [sort: HitSort, rows: readonly string[]])[] = [
  ['document', ['one Veldhaven', 'one Order', 'two order', 'two Veldhaven', 'three order']],
  // in; veldhaven; the; in; and
  ['left', ['three order', 'two Veldhaven', 'one Veldhaven', 'two order', 'one Order']],
  // order was; of the day; (end); the council; was restored
  ['right', ['two Veldhaven', 'two order', 'one Veldhaven', 'three order', 'one Order']],
  ['hit', ['one Order', 'two order', 'three order', 'one Veldhaven', 'two Veldhaven']],
  ['date', ['one Veldhaven', 'one Order', 'two order', 'two Veldhaven', 'three order']],
];

for (const [sort, rows] of sorted) {
  test(`hits sorted by ${sort}`, () => {
    expect(listed('order OR veldhaven', sort).words).toEqual(rows);
  });
}

test('words beside hits stand in the order of their letters, whatever marks and quotation marks they wear', () => {
  const text = 'x zebra; x «été»; x e\u0301lan; x pro\u00adtest; x „essay“; x ёлка; x яма; x ель';
  const hits = createHitList();
  const spans = [...text.matchAll(/x /g)].map(({ index }) => ({ start: index, end: index + 1 }));
  const { document } = searchCorpus().corpus.entries()[0] ?? {};
  if (document === undefined) throw new Error('no document');
  hits.add({ document, content: wordsAlone(text) }, spans);
  const { rows } = orderHits(hits, 'right', { by: 'none' }, { attributes });
  const after = (number: number): string | undefined =>
    text
      .slice(hits.at(number)?.end ?? 0)
      .normalize('NFC')
      .match(/[\p{L}\u00ad]+/u)?.[0];
  expect(Array.from(rows, after)).toEqual([
    ...['élan', 'essay', 'été', 'pro\u00adtest', 'zebra'],
    ...['ёлка', 'ель', 'яма'],
  ]);
});

test('hits are grouped by document and by value, with what each holds', () => {
  const byDocument = listed('order OR veldhaven', 'document', { by: 'document' });
  expect(byDocument.groups).toEqual([
    { key: 'one', from: 0, count: 2, documents: 1 },
    { key: 'two', from: 2, count: 2, documents: 1 },
    { key: 'three', from: 4, count: 1, documents: 1 },
  ]);
  const byAgency = listed('order OR veldhaven', 'right', { by: 'attribute', attribute_id: 'agency' });
  expect(byAgency.groups.map(({ key, count }) => [key, count])).toEqual([
    ['NORA', 2],
    ['Tar Press', 2],
    ['', 1],
  ]);
  expect(byAgency.words).toEqual([
    ...['one Veldhaven', 'one Order', 'two Veldhaven', 'two order'],
    'three order',
  ]);
});

const extents: readonly (readonly [query: string, extent: HitExtent, place: string])[] = [
  ['restored', 'hit', 'restored'],
  ['restored', 'sentence', 'Order was restored, the envoy said.'],
  ['"said. Protests"', 'sentence', 'Order was restored, the envoy said. Protests went on.'],
  ['restored', 'paragraph', 'Order was restored, the envoy said. Protests went on.'],
  ['unrest', 'sentence', 'Unrest in Veldhaven'],
  ['unrest', 'paragraph', 'Unrest in Veldhaven'],
  ['scope:all newsletter', 'sentence', 'newsletter'],
  ['scope:all newsletter', 'paragraph', 'Order our newsletter'],
];

for (const [query, extent, place] of extents) {
  test(`the ${extent} of ${query}`, () => {
    const hit = searched(query).hits.at(0);
    const content = hit?.entry.content ?? null;
    if (hit === undefined || content === null) throw new Error('Nothing was found');
    const { start, end } = placeOfHit(content, hit, extent);
    expect(content.text.slice(start, end)).toBe(place);
  });
}

test('rows show context and codes; the table holds them with the attributes', () => {
  const { passages } = searchCorpus();
  const { hits } = searched('restored OR calm');
  const rows = Array.from({ length: hits.size }, (_, number) => hits.at(number)).flatMap((hit) =>
    hit === undefined ? [] : [{ hit, row: hitRow(hit, passages, true) }],
  );
  expect(rows[0]?.row).toEqual({
    ...{ number: 0, document_id: 'one', start: 30, end: 38 },
    ...{ left: 'Unrest in Veldhaven Order was ', hit: 'restored' },
    right: ', the envoy said. Protests went on. Order our newsletter',
    ...{ code_ids: ['law'], holder: null, like: null },
  });
  const exported = rows.map(({ hit, row }) => ({
    ...row,
    document: hit.entry.document,
    codes: row.code_ids.map((id) => codes.find((code) => code.id === id)?.name ?? ''),
  }));
  const [header, first, second] = hitsCsv(exported, attributes, plainCsv).split('\r\n');
  expect(header).toBe(
    'document_id,document,path,start,end,left,hit,right,codes,attr.date,attr.agency,attr.reach',
  );
  expect(first).toBe(
    'one,Unrest in Veldhaven,one.txt,30,38,"Unrest in Veldhaven Order was ",restored,' +
      '", the envoy said. Protests went on. Order our newsletter",Law and order,2022-01-05,NORA,10',
  );
  expect(second).toMatch(/^two,Calm returns,two\.txt,0,4,,Calm,/);
});

test('a hundred thousand hits are kept and ordered', () => {
  const { corpus } = searchCorpus();
  const [entry] = corpus.entries();
  const { hits } = searched('nowhere');
  if (entry === undefined) throw new Error('The corpus is empty');
  for (let document = 0; document < 1_000; document += 1)
    hits.add(
      entry,
      Array.from({ length: 100 }, (_, at) => ({ start: at % 7, end: 8 })),
    );
  const { rows } = orderHits(hits, 'right', { by: 'none' }, { attributes });
  expect([hits.size, hits.documents, rows.length]).toEqual([100_000, 1_000, 100_000]);
  expect(hits.rangeOf(999)).toEqual([99_900, 100_000]);
  expect(hits.at(99_903)).toMatchObject({ start: 3, end: 8 });
});
