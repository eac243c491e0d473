import { exportCooccurrence } from '@core/exchange/counts/export-cooccurrence';
import { exportMatrix } from '@core/exchange/counts/export-matrix';
import { exportReliability } from '@core/exchange/counts/export-reliability';
import { defaultMatrix, type MatrixOptions } from '@core/exchange/counts/matrix-options';
import { plainCsv } from '@core/exchange/csv';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { sha256 } from '../../support/generate-project';

/*
 * Two documents, two coders, three codes; every table below was counted by hand.
 *
 * one: "Rain fell. The mayor spoke 😀 twice. All news"     two: "Calm."
 *       s1           s2                      residue              s1
 * Ada, done:  "Rain fell." order; "fell. The" blame; "mayor spoke 😀" order > law      Ada, two: done, nothing
 * Bo, open:   "The mayor" order                                                      Bo, two: no pass
 */
const text = 'Rain fell. The mayor spoke 😀 twice.\nAll news';
const other = 'Calm.';
const at = '2026-03-01T10:00:00.000Z';
const dated = { created_at: at, modified_at: at };
const documentOf = (id: string, own: string, order: number) => ({
  ...{ id, title: id, order, path: `${id}.txt`, text_sha256: sha256(own), raw_sha256: sha256(own) },
  ...{ encoding: 'utf-8', length: own.length, words: 1, imported_at: at, values: {} },
});
const block = (id: string, start: number, end: number, in_scope: boolean) => ({
  ...{ id, start, end, in_scope, kind: in_scope ? ('body' as const) : ('residue' as const) },
  ...{ source: 'rule' as const, rule_rev: 1 },
});
const segmenter = { icu: 'test', rules_rev: 1 };
const code = (key: string, parent_id: string | null, added_in: number) => ({
  ...{ id: `c-${key}`, key, name: key, parent_id, order: added_in, kind: 'code' as const, color: 'blue' },
  ...{ mark: 'solid', description: '', include: '', exclude: '', examples: [], rev: 1, added_in },
});
let made = 0;
const passage = (coder_id: string, quote: string, keys: readonly string[]) => {
  made += 1;
  const start = text.indexOf(quote);
  return {
    ...{ id: `a-${made}`, document_id: 'one', text_sha256: sha256(text), coder_id, round: 1 },
    target: { kind: 'passage' as const, start, end: start + quote.length, quote, prefix: '', suffix: '' },
    codings: keys.map((key) => ({
      ...{ id: `k-${made}-${key}`, code_id: `c-${key}`, code_rev: 1, origin: 'hand' as const, ...dated },
    })),
    ...{ origin: 'hand' as const, ...dated },
  };
};
const pass = (document_id: string, coder_id: string, state: 'open' | 'done') => ({
  ...{ id: `p-${document_id}-${coder_id}`, document_id, coder_id, round: 1, code_ids: 'all' as const },
  ...{ codebook_rev: 3, scope_rev: 1, state, started_at: at },
});
const project: ProjectSnapshot = {
  project: { id: 'p', name: 'Port', created_at: at, codebook_rev: 4, scope_rev: 1 },
  coders: [
    { id: 'ada', name: 'Ada', created_at: '2026-01-01T00:00:00.000Z' },
    { id: 'bo', name: 'Bo', created_at: '2026-01-02T00:00:00.000Z' },
  ],
  documents: [documentOf('one', text, 0), documentOf('two', other, 1)],
  structures: [
    {
      document_id: 'one',
      blocks: [block('b1', 0, 36, true), block('b2', 37, 45, false)],
      sentences: [
        [0, 10],
        [11, 36],
        [37, 45],
      ],
      segmenter,
    },
    { document_id: 'two', blocks: [block('b3', 0, 5, true)], sentences: [[0, 5]], segmenter },
  ],
  ...{ attributes: [], properties: [], actors: [], memos: [], links: [] },
  // "late" came after the passes were made.
  codes: [code('order', null, 1), code('law', 'c-order', 2), code('blame', null, 3), code('late', null, 4)],
  annotations: [
    passage('ada', 'Rain fell.', ['order']),
    passage('ada', 'fell. The', ['blame']),
    passage('ada', 'mayor spoke 😀', ['law']),
    passage('bo', 'The mayor', ['order']),
  ],
  passes: [pass('one', 'ada', 'done'), pass('one', 'bo', 'open'), pass('two', 'ada', 'done')],
};
const texts = new Map([text, other].map((each) => [sha256(each), each]));

function matrix(options: Partial<MatrixOptions>): readonly string[] {
  const csv = exportMatrix(project, texts, { ...defaultMatrix, ...options }, plainCsv);
  const { data } = Papa.parse<Record<string, string>>(csv.trim(), { header: true });
  return data.map((row) =>
    [
      row['unit_id'],
      row['coder'],
      ...['order', 'law', 'blame', 'late'].map((key) => row[`code.${key}`]),
    ].join(' '),
  );
}

test('sentences: 0 where a pass is done, NA where none is, where the code came later, and out of scope', () => {
  expect(matrix({})).toEqual([
    'one/s1 Ada 1 0 1 NA',
    'one/s1 Bo NA NA NA NA',
    'one/s2 Ada 0 1 1 NA',
    'one/s2 Bo 1 NA NA NA',
    'one/s3 Ada NA NA NA NA',
    'one/s3 Bo NA NA NA NA',
    'two/s1 Ada 0 0 0 NA',
    'two/s1 Bo NA NA NA NA',
  ]);
});

test('half the words: a word at the edge is not enough', () => {
  // "fell. The" covers one of two words of s1 and one of four of s2; "mayor spoke" two of four, "The mayor" two.
  expect(matrix({ projection: 'half' }).slice(0, 4)).toEqual([
    'one/s1 Ada 1 0 1 NA',
    'one/s1 Bo NA NA NA NA',
    'one/s2 Ada 0 1 0 NA',
    'one/s2 Bo 1 NA NA NA',
  ]);
});

test('children rolled up, counts and characters in code points', () => {
  expect(matrix({ rollUp: true })[2]).toBe('one/s2 Ada 1 1 1 NA');
  expect(matrix({ measure: 'counts', unit: 'document', rollUp: true })).toEqual([
    'one Ada 2 1 1 NA',
    'one Bo 1 NA NA NA',
    'two Ada 0 0 0 NA',
    'two Bo NA NA NA NA',
  ]);
  // "The" is three, "mayor spoke 😀" thirteen code points.
  expect(matrix({ measure: 'characters' })[2]).toBe('one/s2 Ada 0 13 3 NA');
});

test('paragraphs and annotations as units', () => {
  expect(matrix({ unit: 'paragraph' }).slice(0, 2)).toEqual(['one/p1 Ada 1 1 1 NA', 'one/p1 Bo 1 NA NA NA']);
  expect(matrix({ unit: 'annotation' })).toEqual([
    'a-1 Ada 1 0 0 0',
    'a-2 Ada 0 0 1 0',
    'a-4 Bo 1 0 0 0',
    'a-3 Ada 0 1 0 0',
  ]);
});

test('reprints count once: one row for the copies of a sentence, with what any of them carries', () => {
  // The residue of "one" is a copy of the only sentence of "two"; its first sentence is a copy of nothing else.
  const group = { id: 'g' };
  const places = new Map([
    ['one', new Map([[2, group]])],
    ['two', new Map([[0, group]])],
  ]);
  const rows = (unit: MatrixOptions['unit']): readonly string[] => {
    const options = { ...defaultMatrix, unit, distinct: true };
    const csv = exportMatrix(project, texts, options, plainCsv, (id) => places.get(id) ?? new Map());
    const { data } = Papa.parse<Record<string, string>>(csv.trim(), { header: true });
    return data.map((row) =>
      [
        row['unit_id'],
        row['coder'],
        row['copies'],
        ...['order', 'late'].map((key) => row[`code.${key}`]),
      ].join(' '),
    );
  };
  expect(rows('sentence')).toEqual([
    'one/s1 Ada distinct 1 NA',
    'one/s1 Bo distinct NA NA',
    'one/s2 Ada distinct 0 NA',
    'one/s2 Bo distinct 1 NA',
    // Out of scope here, looked at there.
    'one/s3 Ada distinct 0 NA',
    'one/s3 Bo distinct NA NA',
  ]);
  // "one" has sentences of its own, so that it is no copy of "two".
  expect(rows('document')).toHaveLength(4);
});

test('the rule stands in the file', () => {
  const csv = exportMatrix(project, texts, { ...defaultMatrix, projection: 'half', rollUp: true }, plainCsv);
  const [row] = Papa.parse<Record<string, string>>(csv, { header: true }).data;
  expect(row).toMatchObject({
    unit: 'sentence',
    measure: 'presence',
    projection: 'half',
    children: 'rolled-up',
  });
});

test('co-occurrence: units with both, with each, and what they share of either', () => {
  const csv = exportCooccurrence(project, texts, defaultMatrix, plainCsv);
  const { data } = Papa.parse<Record<string, string>>(csv.trim(), { header: true });
  expect(
    data.map((row) => ['code_a', 'code_b', 'both', 'a', 'b', 'jaccard'].map((key) => row[key]).join(' ')),
  ).toEqual([
    'order law 0 2 1 0',
    'order blame 1 2 2 0.333333',
    'order late 0 2 0 0',
    'law blame 1 1 2 0.5',
    'law late 0 1 0 0',
    'blame late 0 2 0 0',
  ]);
});

test('reliability: long, bare tables by code, and stretches on the text in scope', () => {
  const files = new Map(
    exportReliability(project, texts, defaultMatrix, plainCsv).map(({ name, content }) => [name, content]),
  );
  expect([...files.keys()]).toEqual([
    ...['long.csv', 'units.csv', 'coders.csv', 'unitised.csv'],
    ...['code-order.csv', 'code-law.csv', 'code-blame.csv', 'code-late.csv'],
  ]);
  expect(files.get('code-order.csv')).toBe('1,NA\r\n0,1\r\n0,NA\r\n');
  expect(files.get('units.csv')?.match(/one\/s\d|two\/s\d/g)).toEqual(['one/s1', 'one/s2', 'two/s1']);
  expect(files.get('long.csv')?.split('\r\n')[1]).toBe(
    'one/s1,Ada,1,order,1,sentence,presence,one-word,ada,',
  );
  const { data } = Papa.parse<Record<string, string>>(files.get('unitised.csv')?.trim() ?? '', {
    header: true,
  });
  // The text in scope has 35 code points; the emoji is one of them.
  expect(
    data.map((row) => ['length', 'coder', 'start', 'end', 'code'].map((key) => row[key]).join(' ')),
  ).toEqual(['35 Ada 0 10 order', '35 Ada 5 14 blame', '35 Bo 11 20 order', '35 Ada 15 28 law']);
});

test('two coders of one name are told apart wherever a name stands', () => {
  const namesakes = { ...project, coders: project.coders.map((coder) => ({ ...coder, name: 'Ada' })) };
  const files = exportReliability(namesakes, texts, defaultMatrix, plainCsv);
  for (const name of ['long.csv', 'coders.csv', 'unitised.csv']) {
    const content = files.find((file) => file.name === name)?.content ?? '';
    const { data } = Papa.parse<Record<string, string>>(content.trim(), { header: true });
    expect(new Set(data.map(({ coder, coder_id }) => `${coder} ${coder_id}`)), name).toEqual(
      new Set(['Ada ada', 'Ada bo']),
    );
  }
});
