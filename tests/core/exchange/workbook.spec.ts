import { defaultExportOptions } from '@core/exchange/export-options';
import { childOf, childrenOf, type XmlElement } from '@core/exchange/refi/xml-element';
import { exportWorkbook } from '@core/exchange/workbook/export-workbook';
import { columnName, sheetText } from '@core/exchange/workbook/write-sheet';
import { writeExport } from '@core/exchange/write-export';
import { expect, test } from '@playwright/test';
import { readXml } from '@renderer/parsing/read-xml';
import { stampOfTest } from '../../support/exchange-project';
import { generateProject } from '../../support/generate-project';
import { sample, sampleTexts } from './sample-project';

function partsOf(...given: Parameters<typeof exportWorkbook>): ReadonlyMap<string, XmlElement> {
  const files = exportWorkbook(...given);
  if (!files.ok) throw new Error(files.error);
  return new Map(
    files.value.map(({ name, content }) => {
      const xml = readXml(content);
      if (!xml.ok) throw new Error(`${name}: ${JSON.stringify(xml.error)}`);
      expect(xml.value.removed, name).toBe(0);
      return [name, xml.value.root] as const;
    }),
  );
}

const cellsOf = (sheet: XmlElement | undefined): readonly XmlElement[] =>
  childrenOf(childOf(sheet, 'sheetData'), 'row').flatMap((row) => childrenOf(row, 'c'));
const textOf = (cell: XmlElement): string => childOf(childOf(cell, 'is'), 't')?.text ?? '';

test('four sheets with frozen, filtered headers, well-formed whatever the project holds', () => {
  for (let seed = 0; seed < 15; seed++) {
    const { snapshot, texts } = generateProject(seed);
    const parts = partsOf(snapshot, texts);
    const names = childrenOf(childOf(parts.get('xl/workbook.xml'), 'sheets'), 'sheet');
    expect(names.map(({ attributes }) => attributes['name'])).toEqual([
      ...['annotations', 'documents', 'codes', 'codes by document'],
    ]);
    for (let n = 1; n <= 4; n++) {
      const sheet = parts.get(`xl/worksheets/sheet${n}.xml`);
      expect(sheet?.children.map(({ name }) => name)).toEqual([
        'sheetViews',
        'cols',
        'sheetData',
        'autoFilter',
      ]);
      const places = cellsOf(sheet).map(({ attributes }) => attributes['r']);
      expect(new Set(places).size).toBe(places.length);
    }
  }
});

test('nothing is a formula; text that begins like one is text, as it stands', () => {
  const parts = partsOf(sample, sampleTexts);
  const cells = [1, 2, 3, 4].flatMap((n) => cellsOf(parts.get(`xl/worksheets/sheet${n}.xml`)));
  expect(cells.flatMap((cell) => childrenOf(cell, 'f'))).toEqual([]);
  expect(cells.map(textOf)).toContain('=Harbour');
});

test('times are dates, counts are numbers', () => {
  const cells = cellsOf(partsOf(sample, sampleTexts).get('xl/worksheets/sheet1.xml'));
  const head = cells.filter(({ attributes }) => /^[A-Z]+1$/.test(attributes['r'] ?? ''));
  const columnOf = (name: string): string =>
    head.find((cell) => textOf(cell) === name)?.attributes['r']?.replace(/\d/g, '') ?? '';
  const at = (name: string) => cells.find(({ attributes }) => attributes['r'] === `${columnOf(name)}2`);
  // 2026-03-01 10:00 is so many days after 1899-12-30.
  expect(childOf(at('created_at'), 'v')?.text).toBe('46082.41666667');
  expect(at('created_at')?.attributes['s']).toBe('3');
  expect(childOf(at('round'), 'v')?.text).toBe('1');
});

test('columns are named as in a spreadsheet; long and odd texts fit into a cell', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  expect(sheetText('a_x0041_b\u0001<&')).toBe('a_x005F_x0041_b\u2401&lt;&amp;');
  const long = sheetText('😀'.repeat(20_000));
  expect(long.length).toBeLessThanOrEqual(32_767);
  expect(long).toMatch(/😀… \[cut here/);
});

test('it is written as one archive', () => {
  const written = writeExport(sample, sampleTexts, { ...defaultExportOptions, format: 'xlsx' }, stampOfTest);
  expect(written).toMatchObject({ ok: true, value: { as: 'archive' } });
});
