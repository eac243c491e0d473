import { isDeepStrictEqual } from 'node:util';
import { exportCsv } from '@core/exchange/export-csv';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { generateProject, smallProject } from '../../support/generate-project';
import { drill, recordDrill, trials } from '../../support/trials';
import { sample, sampleTexts, text, uuid } from './sample-project';

/** As the interface names them: an API. */
const promised =
  'annotation_id, document_id, document, path, coder, code_id, code, code_path, start, end, start_codepoint, end_codepoint, quote, prefix, suffix, memo, created_at, modified_at, text_sha256, coding_id, level, coder_id, round, code_key, code_rev, certainty, stance, speaker, voice, block_kind, paragraph, sentence, words, origin, review, copy_group, copied_from, coding_memo, project, document_order, escaped';

type Row = Readonly<Record<string, string>>;

function rowsOf(csv: string, delimiter = ','): readonly Row[] {
  const { data, errors } = Papa.parse<Row>(csv, {
    header: true,
    delimiter,
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

const rows = rowsOf(exportCsv(sample, sampleTexts, { exact: true }));
const cells = (...names: string[]): string[][] => rows.map((row) => names.map((name) => row[name] ?? '?'));

test('columns are the promised ones in order, then attributes and properties by key', () => {
  const header = exportCsv(sample, sampleTexts).split('\r\n')[0];
  expect(header).toBe(
    [...promised.split(', '), 'attr.agency', 'attr.topics', 'prop.source', 'prop.strength'].join(','),
  );
});

test('a row per annotation and coding, in the order of text and codebook', () => {
  expect(cells('annotation_id', 'code_path', 'level')).toEqual([
    [uuid('a', 3), 'Order', 'document'],
    [uuid('a', 2), '', 'passage'],
    [uuid('a', 1), 'Denial', 'passage'],
    [uuid('a', 1), 'Order > Restored', 'passage'],
    [uuid('a', 5), 'Order', 'passage'],
    [uuid('a', 4), 'Order', 'passage'],
  ]);
});

test('both counts of characters reach the quote, also behind emoji', () => {
  const points = Array.from(text);
  for (const row of rows.filter(({ level }) => level === 'passage')) {
    expect(text.slice(Number(row['start']), Number(row['end']))).toBe(row['quote']);
    expect(points.slice(Number(row['start_codepoint']), Number(row['end_codepoint'])).join('')).toBe(
      row['quote'],
    );
  }
  expect(cells('start', 'start_codepoint').at(-1)).toEqual(['91', '90']);
});

test('a document-level row has no place', () => {
  for (const name of ['start', 'end', 'start_codepoint', 'end_codepoint', 'quote', 'sentence', 'words']) {
    expect(rows[0]?.[name]).toBe('');
  }
});

test('block, paragraph, sentence and words say where a passage stands', () => {
  expect(cells('quote', 'block_kind', 'paragraph', 'sentence', 'words').slice(1)).toEqual([
    ['😀 again', 'headline', '1', '1', '1'],
    ['Order was restored. The envoy', 'body', '2', '2', '5'],
    ['Order was restored. The envoy', 'body', '2', '2', '5'],
    ['=Café', 'body', '3', '4', '1'],
    ['👩‍👩‍👧 was', 'body', '3', '4', '1'],
  ]);
});

test('who, how and why stand in the row', () => {
  expect(rows[2]).toMatchObject({
    ...{ coder: 'Ada', round: '1', code_key: 'denial', code_rev: '1', stance: 'affirms', certainty: '' },
    ...{ speaker: 'Embassy > Envoy', voice: 'reported', review: 'to_review', origin: 'suggestion' },
    ...{ memo: 'Why here', coding_memo: '+1 more', project: 'Harbour', document_order: '0' },
    ...{ copy_group: '', copied_from: '', 'attr.agency': '-3', 'attr.topics': 'port; order' },
    ...{ 'prop.source': 'Envoy', 'prop.strength': '' },
  });
  expect(rows[3]).toMatchObject({ certainty: 'unsure', coding_memo: '', 'prop.strength': '2' });
  expect(rows[1]).toMatchObject({ code_id: '', code: '', coding_id: '', origin: 'hand', memo: '' });
});

test('a safe export guards formulas, names them, and leaves plain numbers', () => {
  const safe = rowsOf(exportCsv(sample, sampleTexts));
  expect(safe.map(({ escaped }) => escaped)).toEqual([
    'document',
    'document suffix', // the text goes on with a line feed
    'document coding_memo',
    'document',
    'document quote',
    'document coder',
  ]);
  expect(safe[4]).toMatchObject({ document: "'=Harbour", quote: "'=Café", 'attr.agency': '-3' });
  expect(rows.every(({ escaped }) => escaped === '')).toBe(true);
});

test('for Excel: a mark and semicolons, the same cells', () => {
  const csv = exportCsv(sample, sampleTexts, { exact: true, bom: true, delimiter: ';' });
  expect(csv.startsWith('\ufeffannotation_id;document_id;')).toBe(true);
  expect(rowsOf(csv, ';')).toEqual(rows);
});

test('without a text what is computed from it is empty, and the rest is there', () => {
  const bare = rowsOf(exportCsv(sample, new Map(), { exact: true }));
  expect(bare).toHaveLength(rows.length);
  expect(bare[2]).toMatchObject({ quote: 'Order was restored. The envoy', start_codepoint: '', words: '' });
});

test('an annotation that reaches past its text does not stop the export', () => {
  const [first] = sample.annotations.filter(({ target }) => target.kind === 'passage');
  if (first?.target.kind !== 'passage') throw new Error('The sample has a passage');
  const torn = { ...first, target: { ...first.target, start: 5000, end: 5001 } };
  const [row] = rowsOf(exportCsv({ ...sample, annotations: [torn] }, sampleTexts, { exact: true }));
  expect(row).toMatchObject({ start: '5000', start_codepoint: '', paragraph: '' });
});

test('a project without annotations gives the header alone', () => {
  expect(exportCsv({ ...sample, annotations: [] }, sampleTexts).split('\r\n')).toHaveLength(2);
});

test(
  drill('every generated project has a row for every coding, with the right places, read by another parser'),
  () => {
    const projects = trials(60, 1000);
    for (let seed = 1; seed <= projects; seed++) {
      const { snapshot, texts } = generateProject(seed, smallProject);
      const all = rowsOf(exportCsv(snapshot, texts, { exact: true }));
      const expected = snapshot.annotations.reduce(
        (sum, { codings }) => sum + Math.max(1, codings.length),
        0,
      );
      const wrong = all.filter((row) => {
        if (row['level'] !== 'passage') return row['quote'] !== '';
        const points = Array.from(texts.get(row['text_sha256'] ?? '') ?? '?');
        const found = points.slice(Number(row['start_codepoint']), Number(row['end_codepoint']));
        return found.join('') !== row['quote'];
      });
      expect([all.length, wrong]).toEqual([expected, []]);
      // The safe form, with what it says of itself taken back, has the same cells.
      const safe = rowsOf(exportCsv(snapshot, texts)).map(({ escaped = '', ...row }) => {
        const guarded = new Set(escaped.split(' '));
        return Object.fromEntries(
          Object.entries(row).map(([name, cell]) => [name, guarded.has(name) ? cell.slice(1) : cell]),
        );
      });
      const exact = all.map(({ escaped: _, ...row }) => row);
      expect(isDeepStrictEqual(safe, exact), `seed ${seed}`).toBe(true);
    }
    recordDrill({ trials: projects, lost: 0 });
  },
);
