import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJson } from '@core/exchange/export-json';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { stampOfTest } from '../support/exchange-project';
import { generateProject } from '../support/generate-project';
import { launchWorkbench } from '../support/launch';

test('the dialog writes the chosen documents, codes, coders and rounds alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-part-'));
  const at = (name: string): string => join(folder, name);
  const { snapshot, texts } = generateProject(3, {
    ...{ documents: 4, annotationsPerDocument: 12, codes: 4, paragraphsPerDocument: 3, plain: true },
  });
  const [document] = snapshot.documents;
  const [coder] = snapshot.coders;
  const [code] = snapshot.codes;
  if (document === undefined || coder === undefined || code === undefined) throw new Error('A whole project');
  const documents = snapshot.documents.map((each, n) => ({ ...each, title: `Report ${n}` }));
  const codes = snapshot.codes.map((each, n) => ({
    ...{ ...each, name: `Frame ${n}`, parent_id: null, kind: 'code' as const },
  }));
  const second = { document_id: document.id, coder_id: coder.id, round: 2, state: 'open' as const };
  const passes = [{ ...second, id: '10000000-0000-4000-8000-000000000001', code_ids: 'all' as const }].map(
    (pass) => ({ ...pass, codebook_rev: 1, scope_rev: 1, started_at: '2026-05-01T10:00:00.000Z' }),
  );
  writeFileSync(at('in.json'), exportJson({ ...snapshot, documents, codes, passes }, texts, stampOfTest));
  const {
    app,
    window: page,
    close,
  } = await launchWorkbench({
    switches: ['--coder=Bench', `--import=${at('in.json')}`],
  });
  try {
    await expect(page.getByRole('listbox', { name: 'Documents' }).getByRole('option')).toHaveCount(4);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, at('out.csv'));
    await page.getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: /^CSV/ }).check({ force: true });
    const part = dialog.getByRole('region', { name: 'Part of the project' });
    for (const [list, kept] of [
      ['Documents', /^Report [0-2]$/],
      ['Codes', /^Frame [01]$/],
      ['Coders', /^Ada Ferris$/],
      ['Rounds', /^Round 2$/],
    ] as const) {
      const chooser = part.getByRole('group').filter({ hasText: new RegExp(`^${list}`) });
      await chooser.locator('summary').click();
      for (const box of await chooser.getByRole('checkbox').all()) {
        const name = await box.evaluate((node) => node.closest('label')?.textContent ?? '');
        if (/^(Report|Frame|Ada|Round)/.test(name) ? !kept.test(name) : !/^All|^Every/.test(name))
          await box.uncheck({ force: true });
      }
    }
    await page.screenshot({ path: process.env['PART_PICTURE'] ?? at('dialog.png') });
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    const { data } = Papa.parse<Record<string, string>>(readFileSync(at('out.csv'), 'utf8').trim(), {
      header: true,
    });
    const values = (name: string) => new Set(data.map((row) => row[name] ?? ''));
    expect(data.length).toBeGreaterThan(0);
    expect([...values('round')]).toEqual(['2']);
    expect([...values('coder')]).toEqual(['Ada Ferris']);
    expect([...values('code')].every((name) => /^Frame [01]$/.test(name))).toBe(true);
    expect([...values('document')].every((name) => /^Report [0-2]$/.test(name))).toBe(true);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
