import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { makeBenchProject } from './support/bench-project';
import { keepFigure, median, size, spread, times } from './support/figures';
import { fillProfile, sha256 } from './support/fill-profile';
import { keepFilterFigure, timeFilter } from './support/filter-list';
import { drive, emptyWindowFolder, runToEnd } from './support/program';
import { paintSpans } from './support/span-page';
import { installStopwatch, timeKey } from './support/stopwatch';

/** Words that make some 125,000 characters. */
const words = size(17_900);
const textSeed = 4_711;

test('open: a long document with many annotations', async () => {
  const userData = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const small = { words: 400, annotations: 0 };
  const counts = [0, size(1_000), size(10_000)];
  // Small ones between them, so that each step opens another text.
  const sizes = counts.flatMap((annotations) => [small, { words, annotations, textSeed }]);
  const project = makeBenchProject(sizes, sha256);
  await fillProfile(userData, project);
  await runToEnd(userData, []);
  const characters = project.snapshot.documents[1]?.length ?? 0;
  const { page, close } = await drive({ userData });
  const taken = new Map<number, number[]>(counts.map((count) => [count, []]));
  let filtering: readonly number[] = [];
  try {
    const titles = project.snapshot.documents.map(({ title }) => title);
    const article = page.getByRole('region', { name: 'Reader' }).getByRole('article');
    await article.waitFor();
    await installStopwatch(page);
    await article.focus();
    for (let round = 0; round < times(7); round += 1) {
      const forth = round % 2 === 0;
      const order = titles.map((_, index) => index).slice(1);
      const targets = forth ? order : [...titles.keys()].reverse().slice(1);
      for (const target of targets) {
        const count = sizes[target]?.annotations ?? 0;
        const shown = { kind: 'document', title: titles[target] ?? '', painted: count > 0 } as const;
        const { painted } = await timeKey(page, forth ? 'Alt+ArrowDown' : 'Alt+ArrowUp', shown);
        if (target % 2 === 1) taken.get(count)?.push(painted);
        await page.waitForTimeout(150);
      }
    }
    // The one with most of them, wherever the last round ended.
    await page.getByRole('listbox', { name: 'Documents' }).getByRole('option').last().click();
    await page.getByRole('searchbox', { name: 'Filter annotations' }).waitFor();
    filtering = await timeFilter(page, {
      ...{ field: 'Filter annotations', list: 'ul[aria-label="Annotations in this document"]' },
      ...{ letter: 'j', times: times(40) },
    });
  } finally {
    await close();
    rmSync(userData, { recursive: true, force: true });
  }

  keepFilterFigure('open', `${size(10_000)} annotations`, filtering);

  const plain = await drive({ folder: emptyWindowFolder });
  try {
    const text = project.texts.get(project.snapshot.documents[1]?.text_sha256 ?? '') ?? '';
    for (const [place, count] of counts.entries()) {
      const own = project.snapshot.annotations.filter(
        ({ document_id }) => document_id === project.snapshot.documents[place * 2 + 1]?.id,
      );
      const spans = await paintSpans(plain.page, text, own, times(5));
      const measured = taken.get(count) ?? [];
      keepFigure({
        row: 'open',
        what: `open ${characters} characters with ${count} annotations, key to painted`,
        unit: 'ms',
        value: median(measured),
        yardstick: {
          what: 'the same text in plain DOM, a span per piece, set to painted',
          value: median(spans),
        },
        bar: count === 0 ? null : '100 ms',
        reached: count === 0 ? null : median(measured) <= 100,
        note: `${measured.length} openings, ${spread(measured)} ms, the first ${Math.round(measured[0] ?? 0)}`,
      });
    }
  } finally {
    await plain.close();
  }
});
