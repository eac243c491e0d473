import { formatFromName, formatFromWord } from '@core/exchange/export-options';
import { expect, test } from '@playwright/test';

test('a name’s ending says the format', () => {
  const known = {
    'out.csv': 'csv',
    '/home/m.k/Round 1/OUT.CSV': 'csv',
    'C:\\data\\project.json': 'json',
    'a.b.jsonl': 'jsonl',
    'project.qdpx': 'qdpx',
    'codes.QDC': 'qdc',
    'a.jsonld': 'w3c',
    'report.html': 'report',
    'codes.md': 'markdown',
    'tables/': 'tables',
    'C:\\tables\\': 'tables',
    'project.csv/': 'tables',
  };
  for (const [name, format] of Object.entries(known)) {
    expect(formatFromName(name), name).toEqual({ ok: true, value: format });
  }
});

test('an ending that is not known is told, never guessed', () => {
  const unknown = {
    'project.docx': 'docx',
    project: '',
    '.csv': '',
    'm.k/project': '',
    'a.tables': 'tables',
    'a.': '',
  };
  for (const [name, ending] of Object.entries(unknown)) {
    expect(formatFromName(name), name).toEqual({ ok: false, error: { code: 'unknown-format', ending } });
  }
});

test('--format takes the names themselves', () => {
  expect(formatFromWord('matrix')).toEqual({ ok: true, value: 'matrix' });
  expect(formatFromWord('Tables')).toEqual({ ok: true, value: 'tables' });
  expect(formatFromWord('xml')).toEqual({ ok: false, error: { code: 'unknown-format', ending: 'xml' } });
});
