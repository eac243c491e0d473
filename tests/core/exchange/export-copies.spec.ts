import { choosePart, type PartChoice, wholeProject } from '@core/exchange/choose-part';
import type { CopyGroupsOf } from '@core/exchange/copy-groups-of';
import { exportCopies } from '@core/exchange/export-copies';
import { exportCsv } from '@core/exchange/export-csv';
import { exportTables } from '@core/exchange/export-tables';
import { expect, test } from '@playwright/test';
import { fictional, indexOf, spanOf } from '../copies/fictional-reprints';
import { makeAnnotation, makeCode, makeCoding, makeProject, makeSurface } from '../make-records';

const dates: Readonly<Record<string, string>> = { first: '2031-03-19', second: '2031-03-13' };
const attribute = { id: 'a-date', key: 'date', name: 'Date', type: 'date' } as const;
const index = indexOf(fictional);
const texts = new Map(fictional.map(({ id, text }) => [`hash-${id}`, text]));
const first = fictional[0];
const decision = spanOf(first, 'sixty pilots were sent to Elmara for a limited time');
const snapshot = {
  project: makeProject(),
  documents: fictional.map(({ id, text }, order) => ({
    ...makeSurface(text, []).document,
    ...{ id, order, path: `wire/${id}.txt`, text_sha256: `hash-${id}` },
    values:
      dates[id] === undefined
        ? {}
        : {
            'a-date': {
              attribute_id: 'a-date',
              document_id: id,
              value: dates[id],
              state: 'suggested' as const,
            },
          },
  })),
  structures: fictional.map(({ id, structure }) => ({
    document_id: id,
    ...structure,
    segmenter: { icu: '78', rules_rev: 1 },
  })),
  attributes: [attribute],
  ...{ coders: [], properties: [], actors: [], codes: [], memos: [], links: [], passes: [] },
  annotations: [
    makeAnnotation({
      ...{ id: 'copied', document_id: 'first', text_sha256: 'hash-first', copied_from: 'elsewhere' },
      target: { kind: 'passage', ...decision, quote: '', prefix: '', suffix: '' },
      codings: [makeCoding('order')],
    }),
  ],
};

test('copies.csv: a row for each sentence of a group, the earliest first, with its similarity to that', () => {
  const lines = exportCopies(snapshot, texts, index.groups()).trimEnd().split('\r\n');
  expect(lines[0]).toBe('copy_group,document_id,path,start,end,similarity,text');
  const rows = lines.slice(1).map((line) => line.split(',').slice(0, 6));
  expect(rows).toHaveLength(5 * 3 + 2 + 2 + 2);
  const reworded = lines.filter((line) => line.includes('gradual return')).map((line) => line.split(','));
  expect(reworded.map(([, id, path, , , similarity]) => [id, path, similarity])).toEqual([
    ['second', 'wire/second.txt', '1'],
    ['first', 'wire/first.txt', '0.82'],
    ['third', 'wire/third.txt', '0.82'],
  ]);
  for (const [group] of rows) expect(index.groups().some(({ id }) => id === group)).toBe(true);
});

test('the annotation export names the groups of a passage and what it was copied from', () => {
  const cell = (csv: string, column: string): string | undefined => {
    const [head = '', row = ''] = csv.split('\r\n');
    return row.split(',')[head.split(',').indexOf(column)];
  };
  const csv = exportCsv(snapshot, texts, {}, (id) => index.groupsOf(id));
  const sentence = first?.structure.sentences.findIndex(
    ([start, end]) => start <= decision.start && end > decision.start,
  );
  expect(cell(csv, 'copy_group')).toBe(index.groupsOf('first').get(sentence ?? -1)?.id);
  expect(cell(csv, 'copied_from')).toBe('elsewhere');
  expect(cell(exportCsv(snapshot, texts), 'copy_group')).toBe('');
});

test('codebook.csv counts what is circulated and what is distinct, also in a part of the project', () => {
  const codes = [makeCode({ id: 'order', key: 'order' }), makeCode({ id: 'law', key: 'law' })];
  const group = index
    .groups()
    .find(({ members }) => new Set(members.map((one) => one.document_id)).size === 3);
  const coded = (group?.members ?? []).map(({ document_id, sentence }) => {
    const structure = snapshot.structures.find((one) => one.document_id === document_id);
    const [start, end] = structure?.sentences[sentence] ?? [0, 0];
    return makeAnnotation({
      ...{ id: `of ${document_id}`, document_id, text_sha256: `hash-${document_id}` },
      target: { kind: 'passage', start, end, quote: '', prefix: '', suffix: '' },
      codings: [makeCoding('order')],
    });
  });
  expect(coded).toHaveLength(3);
  const all = { ...snapshot, codes, annotations: [...snapshot.annotations, ...coded] };
  const counts = (choice: PartChoice, copies?: CopyGroupsOf): readonly string[] => {
    const part = choosePart(all, choice);
    const kept = new Map(part.documents.map(({ text_sha256: hash }) => [hash, texts.get(hash) ?? '']));
    const options = { exported_at: '', generator: '', ...(copies === undefined ? {} : { copies }) };
    const file = exportTables(part, kept, options).find(({ name }) => name === 'codebook.csv');
    const [head = '', ...rows] = (file?.content ?? '').trimEnd().split('\r\n');
    const names = head.split(',');
    return rows.map((row) => {
      const cells = row.split(',');
      return ['annotations', 'annotations_distinct'].map((name) => cells[names.indexOf(name)]).join(' ');
    });
  };
  const groupsOf: CopyGroupsOf = (id) => index.groupsOf(id);
  // Three of one sentence, and one passage of another.
  expect(counts(wholeProject, groupsOf)).toEqual(['0 0', '4 2']);
  // The document that comes first in the group is not in this part.
  expect(counts({ ...wholeProject, documents: ['second', 'third'] }, groupsOf)).toEqual(['0 0', '2 1']);
  expect(counts(wholeProject)).toEqual(['0 ', '4 ']);
});
