import { offerFiles } from '../support/version-files';
import { expect, test } from './workbench-fixture';

const body = 'The lamp\u200B of Harn \u202Ewas lit\u202C at dusk.';
const text = `Lamp of Harn lit by pilots\n\n${body}\n\nNothing is hid\u00ADden here.`;

test('characters that are not seen are counted above the text, and shown where they stand; the text stays as it is', async ({
  desk,
  page,
}) => {
  await offerFiles(
    desk,
    { 'a/lamp.txt': text, 'b/plain.txt': 'Quay of Aune closed\n\nIt opens in May.' },
    true,
  );
  await desk.open(/^Lamp of Harn/);
  const badge = page.getByRole('button', { name: '4 hidden characters' });
  await expect(badge).toBeVisible();
  const signs = page.getByTitle(/U\+[0-9A-F]{4}\)/);
  await expect(signs).toHaveCount(0);

  await badge.click();
  await expect(signs).toHaveText(['ZWSP', 'RLO', 'PDF', 'SHY']);
  // Each at the line of its paragraph.
  const [first, last] = await Promise.all([signs.first().boundingBox(), signs.last().boundingBox()]);
  expect(last?.y ?? 0).toBeGreaterThan((first?.y ?? 0) + 20);
  const line = await page.locator('article [data-line="1"]').boundingBox();
  expect(first?.x ?? 0).toBeGreaterThan(line?.x ?? 0);
  expect(first?.x ?? 0).toBeLessThan((line?.x ?? 0) + (line?.width ?? 0) / 2);
  expect((await desk.paragraphs())[1]).toBe(body);

  // The command does the same; another text has none, and says nothing.
  await page.keyboard.press('Control+K');
  await page.keyboard.type('hidden char');
  await page.keyboard.press('Enter');
  await expect(signs).toHaveCount(0);
  await desk.open(/^Quay of Aune/);
  await expect(page.getByRole('button', { name: /hidden character/ })).toHaveCount(0);
});
