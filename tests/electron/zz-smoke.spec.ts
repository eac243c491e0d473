import { mkdtempSync, writeFileSync, mkdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { launchWorkbench } from '../support/launch';

test('smoke', async () => {
  const dir = mkdtempSync('/tmp/fwc-');
  mkdirSync(`${dir}/sub`);
  writeFileSync(`${dir}/a2.txt`, 'Hello there. World.\n');
  writeFileSync(`${dir}/a10.txt`, 'Hello there again. World.\n');
  writeFileSync(`${dir}/sub/b.txt`, 'Deeper. World.\n');
  writeFileSync(`${dir}/x.pdf`, 'Deeper. World.\n');
  const w = await launchWorkbench({ switches: [`--corpus=${dir}`, '--coder=Ana'] });
  w.window.on('console', (m) => console.log('console', m.text()));
  const result = await w.window.evaluate(async () => {
    const b = (window as any).framewright;
    const s = await b.startup();
    const out: any = { s };
    out.list = await b.listCorpus(s.tasks[0].grant.token);
    const t0 = performance.now();
    out.frozen = out.list.ok && (window as any).full ? await Promise.all(out.list.value.files.map((f: any) => b.freezeFile(f.token))) : null;
    out.ms = performance.now() - t0;
    out.append = await b.appendCommit([{ id: 'x', kind: 'y' }, { id: 'z' }]);
    out.read = await b.readCommits(1, 5);
    out.bad = await b.appendCommit('nonsense');
    out.badStart = await b.startup(1).catch((e: Error) => e.message);
    out.texts = await b.storeTexts(['hallo']);
    out.back = await b.readTexts([...out.texts.value, '0'.repeat(64)]);
    b.setUndo('a & b', null);
    const times = [];
    for (let i = 0; i < 500; i++) { const t = performance.now(); await b.appendCommit([{ id: String(i), payload: 'x'.repeat(600) }]); times.push(performance.now() - t); }
    times.sort((a, b) => a - b);
    out.p50 = times[250]; out.p99 = times[495];
    return out;
  });
  console.log(JSON.stringify(result, null, 1).slice(0, 6000));
  console.log(w.output.stderr.slice(0, 1500));
  expect(result.append.ok).toBe(true);
  await w.close();
});
