import { exportCsv } from '@core/exchange/export-csv';
import { exportJson } from '@core/exchange/export-json';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { createProject, stampOfTest, summary } from '../../support/exchange-project';
import { oddNames } from '../../support/odd-names';
import { sample, sampleTexts, uuid } from './sample-project';

const [whole] = sample.documents;
if (whole === undefined) throw new Error('The sample has a document');

/** A document of each name, and a code. */
const documents = oddNames.map((name, at) => ({
  ...whole,
  ...{ id: uuid('d', 100 + at), path: `wire/${name}`, title: name.slice(0, -4), order: at, values: {} },
}));
const structures = documents.flatMap(({ id }) =>
  sample.structures.slice(0, 1).map((structure) => ({ ...structure, document_id: id })),
);
const annotations = documents.flatMap(({ id }, at) =>
  sample.annotations.slice(0, 1).map((annotation) => ({
    ...annotation,
    ...{ id: uuid('a', 100 + at), document_id: id },
    codings: annotation.codings.map((coding) => ({ ...coding, id: uuid('c', 100 + at) })),
  })),
);
const project: ProjectSnapshot = {
  ...sample,
  ...{ documents, structures, annotations, memos: [], links: [], passes: [] },
};

test('eighty odd names are exported as JSON and come back as they were', () => {
  expect(new Set(oddNames).size).toBe(80);
  const other = createProject();
  const staged = other.import(exportJson(project, sampleTexts, stampOfTest));
  expect(summary(staged, 'document')).toEqual(['added: 80']);
  const back = other.snapshot().documents.toSorted((one, two) => one.order - two.order);
  // A path that is read from a file may be one of another system: it is taken apart as one of any.
  const paths = oddNames.map((name) => `wire/${name}`.replaceAll(/[\\/]+/g, '/'));
  expect(back.map(({ path }) => path)).toEqual(paths);
  expect(back.map(({ title }) => title)).toEqual(documents.map(({ title }) => title));
});

for (const exact of [true, false]) {
  test(`eighty odd names in CSV, ${exact ? 'exact' : 'safe for spreadsheets'}, as another parser reads them`, () => {
    const csv = exportCsv(project, sampleTexts, { exact });
    const { data, errors } = Papa.parse<Readonly<Record<string, string>>>(csv, {
      ...{ header: true, newline: '\r\n', skipEmptyLines: true },
    });
    expect(errors).toEqual([]);
    const titles = new Map(data.map((row) => [row['path'], row['document'] ?? '?']));
    expect([...titles.keys()]).toEqual(oddNames.map((name) => `wire/${name}`));
    for (const { path, title } of documents) {
      const cell = titles.get(path) ?? '?';
      expect(exact ? cell : cell.replace(/^'/u, '')).toBe(exact ? title : title.replace(/^'/u, ''));
      // A plain number is no formula.
      if (!exact && !/^[+-]?\d+$/u.test(cell)) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
    }
  });
}
