import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { makeBenchProject } from './support/bench-project';
import { keepFigure, median, quantile, size, spread, times } from './support/figures';
import { fillProfile, sha256 } from './support/fill-profile';
import { keepFilterFigure, timeFilter } from './support/filter-list';
import { drive, emptyWindowFolder, runToEnd } from './support/program';
import { paintSpans } from './support/span-page';
import { installStopwatch, timeKey } from './support/stopwatch';

test('next: the next document in a large corpus', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const articles = size(10_000);
  const project = makeBenchProject(
    Array.from({ length: articles }, () => ({ words: 400, annotations: 20 })),
    sha256,
  );
  await fillProfile(userData, project);
  const rebuilt = await runToEnd(userData, []);
  const { documents, annotations } = project.snapshot;
  const taken: number[] = [];
  let filtering: readonly number[] = [];
  const { page, close } = await drive({ userData });
  try {
    const article = page.getByRole('region', { name: 'Reader' }).getByRole('article');
    await article.waitFor({ timeout: 120_000 });
    await installStopwatch(page);
    await article.focus();
    for (let at = 1; at <= times(40); at += 1) {
      const shown = { kind: 'document', title: documents[at]?.title ?? '', painted: true } as const;
      taken.push((await timeKey(page, 'Alt+ArrowDown', shown)).painted);
      await page.waitForTimeout(100);
    }
    filtering = await timeFilter(page, {
      ...{ field: 'Filter documents', list: '[role=listbox][aria-label=Documents]', letter: 'j' },
      times: times(40),
    });
  } finally {
    await close();
    rmSync(userData, { recursive: true, force: true });
  }
  keepFilterFigure('next', `${articles} documents`, filtering);
  const plain = await drive({ folder: emptyWindowFolder });
  try {
    const text = project.texts.get(documents[1]?.text_sha256 ?? '') ?? '';
    const own = annotations.filter(({ document_id }) => document_id === documents[1]?.id);
    const spans = await paintSpans(plain.page, text, own, times(20));
    keepFigure({
      row: 'next',
      what: `next of ${articles} articles with 20 passages each, Alt+Down to painted, median`,
      unit: 'ms',
      value: median(taken),
      yardstick: { what: 'one such text in plain DOM, spans, set to painted', value: median(spans) },
      bar: '100 ms',
      reached: median(taken) <= 100,
      note: `${taken.length} steps, ${spread(taken)} ms, p95 ${Math.round(quantile(taken, 0.95))}; first opening with the store built from ${annotations.length} annotations took ${Math.round(rebuilt.took)} ms`,
    });
  } finally {
    await plain.close();
  }
});
