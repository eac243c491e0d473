import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { excelCsv, plainCsv } from '@core/exchange/csv';
import { exportTables } from '@core/exchange/export-tables';
import { expect, test } from '@playwright/test';
import { stampOfTest } from '../../support/exchange-project';
import { sample, sampleTexts } from './sample-project';

const has = (command: string): boolean => spawnSync(command, ['--version']).status === 0;
const python = ['python3', 'python'].find(has);

/** Writes the tables into a folder, does something there, and takes the folder away. */
function inFolder<T>(csv: typeof plainCsv, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-tables-'));
  try {
    for (const { name, content } of exportTables(sample, sampleTexts, { ...stampOfTest, ...csv })) {
      writeFileSync(join(folder, name), content);
    }
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const quotes = sample.annotations.flatMap(({ target }) => (target.kind === 'passage' ? [target.quote] : []));

const question = `
import json, load
tables = load.load()
print(json.dumps({name: len(rows) for name, rows in tables.items()}))
print(json.dumps([[row["quote"], row["start"], row["start_codepoint"]] for row in tables["annotations"]]))
`;

for (const [name, csv] of [
  ['plain', plainCsv],
  ['for Excel', excelCsv],
] as const) {
  test(`load.py reads tables ${name}`, () => {
    test.skip(python === undefined, 'Python is not here');
    const { stdout, stderr } = inFolder(csv, (cwd) =>
      spawnSync(python ?? '', ['-c', question], {
        cwd,
        encoding: 'utf8',
        env: { PYTHONIOENCODING: 'utf-8', PATH: process.env['PATH'] },
      }),
    );
    expect(stderr).toBe('');
    const [counts = '', rows = ''] = stdout.trim().split('\n');
    expect(JSON.parse(counts)).toMatchObject({ documents: 6, codebook: sample.codes.length });
    const found: unknown = JSON.parse(rows);
    for (const quote of quotes) expect(JSON.stringify(found)).toContain(JSON.stringify(quote).slice(1, -1));
  });
}

/** Bytes, so that the locale of the machine has no say in what comes back. */
const askedOfR = `
source("load.R")
tables <- load_tables()
cat(nrow(tables$documents), nrow(tables$codebook), "\n")
writeLines(enc2utf8(tables$annotations$quote), useBytes = TRUE)
`;

for (const [name, csv] of [
  ['plain', plainCsv],
  ['for Excel', excelCsv],
] as const) {
  test(`load.R reads tables ${name}`, () => {
    test.skip(!has('Rscript'), 'R is not here');
    const { status, stdout, stderr } = inFolder(csv, (cwd) =>
      spawnSync('Rscript', ['-e', askedOfR], { cwd, encoding: 'utf8' }),
    );
    expect([status, stderr]).toEqual([0, '']);
    const [counts, ...lines] = stdout.split('\n');
    expect(counts?.trim()).toBe(`6 ${sample.codes.length}`);
    for (const quote of quotes) expect(lines.join('\n')).toContain(quote);
  });
}
