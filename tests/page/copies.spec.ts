import type { Locator, Page } from '@playwright/test';
import { fictionalReports } from '../core/copies/fictional-reprints';
import { selectWords } from '../support/select-words';
import { type WorkbenchPage, workbenchPage } from '../support/workbench-page';
import { expect, test } from './workbench-fixture';

const files = Object.entries(fictionalReports).map(([name, text], at) => ({
  path: `${at + 1}-${name}.txt`,
  text,
}));
const fourth = (files.at(-1)?.text ?? '').replace('HOLM, March 19.', 'TARN, March 20.');
const titles = {
  first: /^Compact’s pilots kept/,
  second: /^Pilots go home/,
  third: /^3-third/,
} as const;

async function openReprints(page: Page, url: string): Promise<WorkbenchPage> {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto(url);
  await page.waitForFunction(() => 'workbenchHarness' in globalThis);
  await page.evaluate((offered) => window.workbenchHarness.offer(offered), files);
  await page.getByRole('button', { name: 'Open corpus…' }).click();
  const desk = workbenchPage(page);
  await desk.article.waitFor();
  await expect(desk.article).toHaveAccessibleName(titles.first);
  return desk;
}

const region = (page: Page): Locator => page.getByRole('region', { name: 'Copies', exact: true });
const rows = (page: Page): Locator =>
  region(page).getByRole('list', { name: 'Places where it is reprinted' }).getByRole('listitem');
const marks = (page: Page): Locator =>
  page.getByRole('list', { name: 'Reprinted passages' }).getByRole('button');

test('reprinted stretches are marked; the mark shows where they stand, earliest first, and opens them', async ({
  page,
  served,
}) => {
  const desk = await openReprints(page, served.url);
  await expect(marks(page)).toHaveCount(3);
  const mark = marks(page).filter({ hasNotText: 'x' }).last();
  await expect(mark).toHaveAccessibleName('also in 2 documents');
  await mark.click();
  await expect(region(page)).toContainText('also in 2 documents');
  // The second is dated six days before the third, and holds the run in pieces; a short sentence parts none.
  const places = rows(page).getByRole('button');
  await expect(places.first()).toHaveAccessibleName(/^Open Pilots go home/);
  await expect(places.last()).toHaveAccessibleName(/^Open 3-third/);
  await expect(rows(page).first()).toContainText('13 Mar 2031');
  await expect(rows(page).last()).toContainText('97 % alike');
  await expect(rows(page).last().locator('ins')).toContainText('How many were hurt is not known.');
  // At the end of a text the cursor stands behind its last sentence, and means it.
  await desk.keys('Escape');
  await expect(region(page)).toHaveCount(0);
  await desk.keys('Control+End', 'k');
  await expect(region(page)).toContainText('also in 2 documents');
  await places.last().click();
  await expect(desk.article).toHaveAccessibleName(titles.third);
  await expect(marks(page).first()).toHaveAccessibleName('also in 2 documents');
  await page.keyboard.press('Escape');
});

test('a coded passage has its copies coded by one key where all say the same; undo takes all back', async ({
  page,
  served,
}) => {
  const desk = await openReprints(page, served.url);
  await expect(marks(page)).toHaveCount(3);
  await selectWords(desk, 'two grain stores were burnt down');
  await desk.code('unrest');
  await desk.saved();
  await expect(region(page)).toContainText('also in 2 documents');
  await expect(page.getByText(/k codes the copies/)).toBeAttached();
  await desk.keys('k');
  await expect(page.getByText('2 copies coded.')).toBeAttached();
  await desk.saved();
  await expect(desk.codes.getByRole('row', { name: /^unrest/ })).toContainText('3 · 1');
  await region(page).getByRole('button', { name: 'Show' }).click();
  await expect(rows(page).filter({ hasText: 'coded' })).toHaveCount(2);
  await page.keyboard.press('Escape');
  await desk.open(titles.second);
  await expect.poll(() => desk.quotes()).toEqual(['two grain stores were burnt down']);
  // A copy in hand tells of its original and of the others, and offers to code neither.
  await desk.annotations.getByRole('button', { name: 'two grain stores were burnt down' }).click();
  await expect(region(page)).toContainText('also in 2 documents');
  await desk.keys('k');
  await expect(rows(page).filter({ hasText: 'the original' })).toHaveText(/Compact’s pilots kept/);
  await expect(rows(page).filter({ hasText: 'coded' })).toHaveText(/third/);
  await expect(region(page).getByRole('button', { name: /^(Code|Apply|Detach)/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await desk.saved();
  await expect.poll(() => desk.quotes()).toEqual([]);
  await expect(desk.codes.getByRole('row', { name: /^unrest/ })).not.toContainText('·');
});

test('before copies were looked for the key waits a moment: those of a small corpus are found by then', async ({
  page,
  served,
}) => {
  // A window that never rests begins to look for them when it is asked.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const desk = await openReprints(page, served.url);
  await selectWords(desk, 'two grain stores were burnt down');
  await desk.code('unrest');
  await desk.keys('k');
  await expect(page.getByText('2 copies coded.')).toBeAttached();
});

test('a copy that differs has to be ticked, one that lacks the words cannot be; copies follow and are detached', async ({
  page,
  served,
}) => {
  const desk = await openReprints(page, served.url);
  await expect(marks(page)).toHaveCount(3);
  await selectWords(desk, 'began the gradual return of its pilots');
  await desk.code('withdrawal');
  await desk.saved();
  await expect(region(page)).toBeVisible();
  await desk.keys('k');
  const boxes = rows(page).getByRole('checkbox');
  await expect(boxes).toHaveCount(2);
  await expect(boxes.first()).not.toBeChecked();
  await expect(rows(page).first()).toContainText('worded differently');
  await expect(rows(page).first().locator('ins').first()).toHaveText(/^a\s*$/);
  await boxes.first().check();
  await region(page).getByRole('button', { name: 'Code 2 copies' }).click();
  await desk.saved();
  await expect(rows(page).filter({ hasText: 'coded' })).toHaveCount(2);

  // What is changed on the passage is brought to the copies, but not to one that was detached.
  await rows(page)
    .first()
    .getByRole('button', { name: /^Detach/ })
    .click();
  await expect(rows(page).first()).toContainText('detached');
  await desk.code('calm');
  await desk.saved();
  await region(page).getByRole('button', { name: 'Apply to 1 copy' }).click();
  await desk.saved();
  await expect(desk.codes.getByRole('row', { name: /^calm/ })).toContainText('2 · 1');

  // A detached copy is coded for itself, but never over what it was copied from.
  await desk.open(titles.second);
  await desk.annotations.getByRole('button', { name: 'began a gradual return of its pilots' }).click();
  await expect(rows(page).filter({ hasText: 'the original' })).toHaveText(/Compact’s pilots kept/);
  await expect(rows(page).getByRole('checkbox')).toHaveCount(1);
  await desk.open(titles.first);

  await selectWords(desk, 'after the island council turned to the Compact for help');
  await desk.code('request');
  await desk.saved();
  await expect(rows(page).filter({ hasText: 'not in this copy' })).toHaveCount(1);
  await expect(rows(page).filter({ hasText: 'not in this copy' }).getByRole('checkbox')).toBeDisabled();
  await expect(
    rows(page).getByRole('button', { name: /^Open the nearest sentence of Pilots go home/ }),
  ).toHaveCount(1);
});

test('documents that come later offer their copies of what was coded; one step codes them, and undo takes it back', async ({
  page,
  served,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(served.url);
  await page.waitForFunction(() => 'workbenchHarness' in globalThis);
  const bring = async (from: number, to: number): Promise<void> => {
    await page.evaluate((offered) => window.workbenchHarness.offer(offered), files.slice(from, to));
    await page.getByRole('button', { name: 'Open corpus…' }).click();
  };
  await bring(0, 1);
  const desk = workbenchPage(page);
  await desk.article.waitFor();
  const offer = page.getByRole('region', { name: 'Copies in new documents' });
  for (const [quote, code] of [
    // Stands in no other report.
    ['The ferries are running', 'calm'],
    ['The pilots came from Tarn, Holm, Novar', 'pilots'],
    ['two grain stores were burnt down', 'unrest'],
  ] as const) {
    await selectWords(desk, quote);
    await desk.code(code);
    await desk.saved();
  }
  await expect(offer).toHaveCount(0);

  await bring(1, 2);
  await expect(offer).toContainText('2 passages you coded appear word for word in 1 new document.');
  await expect(region(page)).toContainText('also in 1 document');
  await bring(2, 3);
  await expect(offer).toContainText('2 passages you coded appear word for word in 2 new documents.');
  await expect(region(page)).toContainText('also in 2 documents');
  // What is gone again is offered no more.
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(offer).toContainText('in 1 new document.');
  await expect(region(page)).toContainText('also in 1 document');
  await page.getByRole('button', { name: 'Redo' }).press('Enter');
  await expect(offer).toContainText('in 2 new documents.');
  // What comes with a project is new as well.
  const brought = {
    format: 'framewright',
    version: 1,
    documents: [{ id: 'd4', path: 'in/fourth.txt', text: fourth }],
  };
  await page.evaluate((json) => {
    window.workbenchHarness.bridge.offerImport('colleague.json', json);
    window.workbenchHarness.bridge.menu('import');
  }, JSON.stringify(brought));
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(offer).toContainText('in 3 new documents.');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(offer).toContainText('in 2 new documents.');
  // The text and what is in hand stay where they are.
  await expect(desk.article).toHaveAccessibleName(titles.first);
  await offer.getByRole('button', { name: 'Code them there' }).click();
  await desk.saved();
  await expect(offer).toHaveCount(0);
  await expect(desk.codes.getByRole('row', { name: /^unrest/ })).toContainText('3 · 1');
  await expect(desk.codes.getByRole('row', { name: /^pilots/ })).toContainText('3 · 1');
  await desk.open(titles.third);
  await expect
    .poll(() => desk.quotes())
    .toEqual(['two grain stores were burnt down', 'The pilots came from Tarn, Holm, Novar']);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await desk.saved();
  await expect.poll(() => desk.quotes()).toEqual([]);
  await expect(desk.codes.getByRole('row', { name: /^unrest/ })).not.toContainText('·');
});

test('of hundreds of copies only the rows in sight are in the page; the focus is kept wherever it is scrolled to', async ({
  page,
  served,
}) => {
  const boilerplate =
    'Crowds blocked the harbour of Port Vess, and two grain stores were burnt down in the night.';
  const many = Array.from({ length: 221 }, (_, at) => ({
    path: `${String(at).padStart(3, '0')}.txt`,
    text: `${boilerplate}\n\nShip ${at} came in.\n`,
  }));
  await page.goto(served.url);
  await page.waitForFunction(() => 'workbenchHarness' in globalThis);
  await page.evaluate((offered) => window.workbenchHarness.offer(offered), many);
  const letTextsGo = await page.evaluateHandle(() => {
    const gate = Promise.withResolvers<null>();
    const { bridge } = window.workbenchHarness;
    const read = bridge.readTexts.bind(bridge);
    // The document that is opened is read alone, the corpus in hundreds.
    bridge.readTexts = async (hashes) => {
      if (hashes.length > 1) await gate.promise;
      return read(hashes);
    };
    return () => gate.resolve(null);
  });
  await page.getByRole('button', { name: 'Open corpus…' }).click();
  const desk = workbenchPage(page);
  await desk.article.waitFor();
  // Asked before any text was read nothing is said of where the words stand.
  await selectWords(desk, 'two grain stores were burnt down');
  await desk.code('unrest');
  await desk.keys('k');
  await expect(page.getByText('Copies are still being looked for.')).toBeAttached();
  await letTextsGo.evaluate((go) => go());
  await expect(marks(page)).toHaveAccessibleName('also in 220 documents');
  await expect(region(page)).toContainText('Code 220 copies');
  await desk.keys('k');
  await expect(page.getByText('220 copies coded.')).toBeAttached();
  // Nor are hundreds of links drawn with every key that is pressed.
  const removals = page.getByRole('button', { name: /^Remove link to/ });
  await expect(removals).toHaveCount(5);
  await page.getByRole('button', { name: 'Show all 220 links' }).click();
  await expect(removals).toHaveCount(220);
  await marks(page).click();
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', '220');
  expect(await rows(page).count()).toBeLessThan(60);
  const first = rows(page).first().getByRole('button');
  await first.focus();
  await rows(page)
    .first()
    .evaluate((row) => row.closest('div')?.scrollTo({ top: 1e6 }));
  await expect(rows(page).last()).toHaveAttribute('aria-posinset', '220');
  await expect(first).toBeFocused();
  expect(await rows(page).count()).toBeLessThan(60);
});

test('where the worker that finds copies fails, the key says so and the corpus is searched all the same', async ({
  page,
  served,
}) => {
  await page.addInitScript(() => {
    const { Worker: Real } = globalThis;
    globalThis.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (String(url).includes('copy-index'))
          setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'no room' })), 0);
      }
    };
  });
  const desk = await openReprints(page, served.url);
  await selectWords(desk, 'two grain stores were burnt down');
  await desk.code('unrest');
  await expect(async () => {
    await desk.keys('k');
    await expect(page.getByText(/^Copies could not be looked for/)).toBeAttached({ timeout: 500 });
  }).toPass();
  await page.getByRole('radiogroup', { name: 'View' }).getByText('Search').click();
  await page.getByRole('searchbox', { name: 'Search the corpus' }).fill('grain stores');
  await expect(page.getByRole('grid', { name: 'Passages found' })).toContainText('two grain stores');
});
