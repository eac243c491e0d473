import { mkdtempSync, rmSync } from 'node:fs';
import { test } from '@playwright/test';
import { createTexts } from '@main/texts';
import { open, valueOf } from './journal-fixture';
test('bench', async () => {
  test.setTimeout(300000);
  const folder = mkdtempSync('/tmp/fwb-');
  const journal = valueOf(await open(folder));
  const times: number[] = [];
  for (let i = 0; i < 3000; i += 1) {
    const t = performance.now();
    valueOf(await journal.append([{ id: `i${i}`, payload: 'x'.repeat(600) }]));
    times.push(performance.now() - t);
  }
  times.sort((a, b) => a - b);
  console.log('append p50', times[1500], 'p99', times[2970], 'max', times[2999]);
  const ann = (n: number) => ({ id: crypto.randomUUID(), v: 1, at: new Date().toISOString(), kind: 'annotation.added', n, data: { annotation: { target: { start: n, end: n + 100, quote: 'So said the ministry on Tuesday, adding nothing. '.repeat(6) } } } });
  for (let k = 0; k < 100; k++) valueOf(await journal.append(Array.from({ length: 2000 }, (_, i) => ann(i))));
  await journal.close();
  const { size } = (await import('node:fs')).statSync(`${folder}/000001.fwj`);
  for (let k = 0; k < 2; k++) {
    const t0 = performance.now();
    const again = valueOf(await open(folder));
    const t1 = performance.now();
    let n = 1; let c = 0;
    while (n <= again.head.seq) { const got = valueOf(await again.read(n, again.head.seq)).flat(); n = (got.at(-1) as any).seq + 1; c++; }
    console.log('open', (size / 1e6).toFixed(0), 'MB', t1 - t0, 'ms; read all', performance.now() - t1, 'in', c);
    await again.close();
  }
  for (const at of [1, 8, 100]) {
    const texts = createTexts(`${folder}/p${at}`);
    const all = Array.from({ length: 1000 }, (_, i) => `text ${at} ${i} `.repeat(200));
    const t0 = performance.now();
    for (let i = 0; i < all.length; i += at) {
      if (at === 8) await Promise.all(all.slice(i, i + at).map((x) => texts.storeTexts([x])));
      else valueOf(await texts.storeTexts(all.slice(i, i + at)));
    }
    const t1 = performance.now();
    const { createHash } = await import('node:crypto');
    const hs = all.map((x) => createHash('sha256').update(x).digest('hex'));
    const t2 = performance.now();
    const back = await texts.readTexts(hs);
    console.log('1000 texts by', at, t1 - t0, 'read', performance.now() - t2, back.filter((b) => b.text === null).length);
  }
  rmSync(folder, { recursive: true });
});
