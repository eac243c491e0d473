import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { test } from '@playwright/test';
import { createTexts } from '@main/texts';
import { readGranted } from '@main/corpus';
test('bench', async () => {
  test.setTimeout(300000);
  const folder = mkdtempSync('/tmp/fwb-');
  for (const at of [8, 32, 100, 3000]) {
    const texts = createTexts(`${folder}/p${at}`);
    const all = Array.from({ length: 3000 }, (_, i) => `text ${at} ${i} `.repeat(300));
    const t0 = performance.now();
    for (let i = 0; i < all.length; i += at) {
      await Promise.all(all.slice(i, i + at).map((x) => texts.storeTexts([x])));
    }
    console.log('3000 texts singly, concurrent', at, (performance.now() - t0) / 3000, 'ms each');
  }
  for (let i = 0; i < 3000; i++) writeFileSync(`${folder}/${i}.txt`, 'x'.repeat(3000));
  const t0 = performance.now();
  await Promise.all(Array.from({ length: 3000 }, (_, i) => readGranted({ path: `${folder}/${i}.txt`, name: 'x', root: folder }, 1e9)));
  console.log('read', (performance.now() - t0) / 3000);
  rmSync(folder, { recursive: true });
});
