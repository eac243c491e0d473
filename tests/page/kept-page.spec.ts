import type { Page } from '@playwright/test';
import { keepPage } from '../support/kept-page';
import { expect, test } from './workbench-fixture';

const viewport = { width: 1440, height: 900 };

/** All that a test could find of the one before it. */
async function traces(page: Page): Promise<object> {
  await page.getByRole('button', { name: 'Try the sample project' }).waitFor();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('lines'))).toContain('coder.added');
  await page.evaluate(() => {
    addEventListener('keydown', ({ shiftKey }) => Object.assign(window, { shiftKey }));
    return new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
  await page.keyboard.press('Pause');
  return page.evaluate(async () => ({
    ...{
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      cookie: document.cookie,
      name: window.name,
    },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    highlights: [...CSS.highlights.keys()],
    ...{ history: history.length, wide: innerWidth, high: innerHeight, globals: 'left' in window },
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    hovered: document.querySelectorAll(':hover').length,
    shift: Reflect.get(window, 'shiftKey') as unknown,
  }));
}

test('a page that was given back is as a new one', async ({ browser, served }) => {
  const kept = keepPage(browser);
  const page = await kept.take(viewport);
  await page.goto(served.url);
  const fresh = await traces(page);

  page.on('console', () => {
    throw new Error('Heard by the listener of an earlier test');
  });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 700, height: 500 });
  await page.evaluate(async () => {
    localStorage.setItem('left', 'here');
    sessionStorage.setItem('left', 'here');
    await cookieStore.set('left', 'here');
    Object.assign(window, { left: 'here', name: 'left' });
    history.pushState(null, '', '#left');
    CSS.highlights.set('left', new Highlight());
    await caches.open('left');
    await new Promise((done) => {
      indexedDB.open('left').onsuccess = done;
    });
  });
  await page.getByRole('button', { name: 'Try the sample project' }).hover();
  await page.mouse.down();
  await page.keyboard.down('Shift');
  const left = await traces(page);
  expect(left).not.toEqual(fresh);
  await kept.giveBack();

  const next = await kept.take(viewport);
  expect(next, 'it is the same page, or nothing is shown').toBe(page);
  await next.goto(served.url);
  expect(await traces(next)).toEqual(fresh);
  await next.evaluate(() => {
    console.log('said');
  });
  await kept.close();
});

type Doing = readonly [what: string, act: (page: Page) => Promise<unknown>];
const doings: readonly Doing[] = [
  ['a script for every start', (page) => page.addInitScript(() => undefined)],
  ['a script for every start of a page', (page) => page.context().addInitScript(() => undefined)],
  ['a function that the page may call', (page) => page.exposeFunction('told', () => undefined)],
  ['a request that is answered by the test', (page) => page.route('**/none', () => undefined)],
  ['a session with the browser', (page) => page.context().newCDPSession(page)],
  ['a permission', (page) => page.context().grantPermissions(['clipboard-read'])],
  ['a second page', (page) => page.context().newPage()],
  ['its end', (page) => page.close()],
];

test('a page that something lasting was done to is not used again', async ({ browser }) => {
  const kept = keepPage(browser);
  for (const [what, act] of doings) {
    const page = await kept.take(viewport);
    await act(page);
    await kept.giveBack();
    expect(page.isClosed(), what).toBe(true);
    expect(await kept.take(viewport), what).not.toBe(page);
  }
  await kept.close();
});
