import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { nexisUni } from '../support/archive-downloads';
import { epub, mail, xlsx } from '../support/data-files';
import { launchWorkbench } from '../support/launch';
import { docx, docxParts, odt, rtf, zip } from '../support/office-files';
import { pdf, pdfLines } from '../support/pdf-file';
import { workbenchPage } from '../support/workbench-page';

const report = 'The lamp of Harn was lit at dusk.';
const sound = docx([report]);
const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>';

/** One file of every kind and of every hostile class, and the row of the report that it has; null for none. */
const files: readonly (readonly [name: string, content: string | Uint8Array, row: RegExp | null])[] = [
  ['a.txt', report, null],
  ['b.md', `# Lamp\n\n${report}`, null],
  ['c.html', `<html><body><p>${report}</p></body></html>`, null],
  ['d.docx', sound, null],
  ['e.odt', odt(`<text:p>${report}</text:p>`), null],
  ['f.rtf', rtf([report]), null],
  ['g.pdf', pdf([pdfLines([report], 60, 700)]), null],
  ['h.epub', epub({ 'a.xhtml': `<p>${report}</p>` }), null],
  ['i.eml', mail, /Imported, with a note 1 attachment was left out: lamp\.pdf/],
  [
    'j.docx',
    docx(nexisUni),
    /Several documents A download of Nexis Uni, split into 2 documents.*1 article has no text/,
  ],
  ['k.csv', `title,text\nLamp,${report}\nFerry,It sails.\n`, /Several documents A table: 2 rows/],
  [
    'l.xlsx',
    xlsx([
      ['Title', 'Text'],
      ['Lamp', report],
    ]),
    /Only the first sheet.*1 row is a document/,
  ],
  ['m.json', JSON.stringify([{ text: report }]), /1 row is a document/],
  ['n.jsonl', JSON.stringify({ text: report }), /1 row is a document/],
  ['o.pdf', pdf([pdfLines([report], 60, 700), []]), /1 page holds no text/],
  [
    'x/bomb.docx',
    zip({ ...docxParts([report]), 'word/x.xml': new Uint8Array(30_000_000) }),
    /unpacks to far more/,
  ],
  ['x/cut.docx', sound.slice(0, -40), /is damaged/],
  ['x/doctype.docx', zip({ ...docxParts([]), 'word/document.xml': laughs }), /made to do harm/],
  ['x/deep.odt', odt(`${'<text:p>'.repeat(900)}${'</text:p>'.repeat(900)}`), /made to do harm/],
  ['x/escape.docx', zip({ ...docxParts([report]), '../a.xml': '<a/>' }), /leads elsewhere/],
  ['x/figures.csv', 'a,b\n1,2\n', /no column is the text/],
  ['x/locked.pdf', pdf([pdfLines([report], 60, 700)], { locked: true }), /locked with a password/],
  ['x/picture.docx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), /is not text/],
  ['x/scan.pdf', pdf([[]]), /only pictures of its pages/],
];

test('a folder with a file of every kind and every hostile class: each row of the report says what came of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-formats-'));
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const workbench = await launchWorkbench({ switches: [`--corpus=${folder}`] });
  try {
    const dialog = workbench.window.getByRole('dialog', { name: 'Import report' });
    await expect(dialog).toBeVisible({ timeout: 45_000 });
    const told = files.flatMap(([name, , row]) => (row === null ? [] : [[name, row] as const]));
    await expect(dialog.getByRole('row')).toHaveCount(told.length + 1);
    const rows = await dialog.getByRole('row').allTextContents();
    const foundIn = told.map(
      ([name, row]) => [name, rows.find((each) => each.startsWith(name)), row] as const,
    );
    expect(foundIn.filter(([, found, row]) => !row.test(found ?? ''))).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    const options = workbench.window.getByRole('listbox', { name: 'Documents' }).getByRole('option');
    // Fifteen files came in; two of them as two documents.
    await expect(options).toHaveCount(17);
    await expect(workbench.window.getByRole('status', { name: 'Saving' })).toHaveText('Saved');
  } finally {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a file that was changed after it was coded: the passages go over, and what is not certain stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-versions-'));
  const corpus = join(folder, 'wire');
  const userData = join(folder, 'profile');
  const switches = ['--coder=Mara Kolt', `--corpus=${corpus}`];
  const text = (body: string): string => `Lamp of Harn is lit again\n\n${body}\n`;
  mkdirSync(corpus);
  writeFileSync(
    join(corpus, '1.txt'),
    text('The lamp was lit at dusk by its pilots. Nobody saw the ferry of Aune leave.'),
  );
  try {
    const begun = await launchWorkbench({ userData, switches });
    const desk = workbenchPage(begun.window);
    await desk.keys('d');
    await desk.code('order restored');
    await desk.keys('d', '1');
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(2);
    await desk.saved();
    await begun.close();

    writeFileSync(
      join(corpus, '1.txt'),
      text('Corrected. The lamp was lit at dusk by its pilots. The quay was empty.'),
    );
    const again = await launchWorkbench({ userData, switches });
    const later = workbenchPage(again.window);
    const report = again.window.getByRole('dialog', { name: 'Import report' });
    await expect(report.getByRole('row', { name: /^1\.txt/ })).toContainText('New version');
    await report.getByRole('button', { name: '1.txt' }).click();
    await expect(later.annotations.getByRole('listitem')).toHaveCount(0);
    await again.window.getByRole('button', { name: 'Details of the document' }).click();
    const details = again.window.getByRole('dialog', { name: 'Document details' });
    await expect(details).toContainText('2 annotations of yours');
    await details.getByRole('button', { name: 'Carry them over' }).click();
    await expect(details).toContainText('1 annotation of yours');
    await details.getByRole('button', { name: 'Close' }).click();
    expect(await later.quotes()).toEqual(['The lamp was lit at dusk by its pilots.']);
    await later.saved();
    await again.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
