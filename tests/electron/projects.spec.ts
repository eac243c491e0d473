import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Bridge } from '@preload/contract';
import { launchWorkbench, runWorkbench, type Workbench } from '../support/launch';
import { readBelow } from '../support/words-below';
import { workbenchPage } from '../support/workbench-page';

declare global {
  interface Window {
    readonly framewright: Bridge;
  }
}

let folder = '';
let userData = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-projects-'));
  userData = join(folder, 'profile');
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const isShown = (page: Page): boolean => /\/index\.html/.test(page.url()) && !page.isClosed();

/** The window that takes the place of another one. */
async function windowAfter(app: ElectronApplication, old: Page, act: () => Promise<unknown>): Promise<Page> {
  await act();
  await expect.poll(() => app.windows().filter((page) => page !== old && isShown(page)).length).toBe(1);
  const page = app.windows().find((each) => each !== old && isShown(each));
  if (page === undefined) throw new Error('unreachable');
  await expect.poll(() => old.isClosed()).toBe(true);
  return page;
}

const projectButton = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function choose(page: Page, item: string | RegExp): Promise<void> {
  await projectButton(page, /^Project: /).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function newProject(app: ElectronApplication, page: Page, name: string): Promise<Page> {
  await choose(page, 'New project…');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  return windowAfter(app, page, () => page.getByRole('button', { name: 'Create' }).click());
}

function corpusOf(texts: readonly string[]): string {
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus, { recursive: true });
  for (const [n, text] of texts.entries()) {
    writeFileSync(join(corpus, `report-${n}.txt`), `Report ${n}\n\n${text}\n`);
  }
  return corpus;
}

/** Folders and files below the data folder that have these words in their names. */
function placesOf(words: string): readonly string[] {
  const places = readdirSync(userData, { recursive: true }).map(String);
  return places.filter((place) => place.includes(words));
}

/** Folders and files below the data folder that others than their owner may look into. */
function openToOthers(): readonly string[] {
  if (process.platform === 'win32') return [];
  return (
    ['', ...readdirSync(userData, { recursive: true }).map(String)]
      .map((name) => ({ name, stat: lstatSync(join(userData, name), { throwIfNoEntry: false }) }))
      .filter(({ stat }) => stat !== undefined && !stat.isSymbolicLink() && (stat.mode & 0o077) !== 0)
      .map(({ name }) => name)
      // The engine's own: a number by chance, in a folder that nobody else may enter; the port of these tests' driver.
      .filter((name) => name !== join('Crashpad', 'client_id') && name !== 'DevToolsActivePort')
  );
}

const coderOf = (page: Page) =>
  page.evaluate(async () => (await window.framewright.startup()).coder?.name).catch(() => undefined);

async function openAgain(): Promise<Workbench> {
  return launchWorkbench({ userData });
}

test('the sample opens from the first screen, coded, and once only', async () => {
  const { app, window, close } = await launchWorkbench({ userData });
  try {
    const name = window.getByRole('textbox', { name: 'Your name' });
    // Left empty it would look as if nobody coded.
    await name.fill('');
    await name.press('Enter');
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await name.fill('Mara Kolt');
    const page = await windowAfter(app, window, () =>
      window.getByRole('button', { name: 'Try the sample project' }).click(),
    );
    const desk = workbenchPage(page);
    await expect(desk.documents.getByRole('option')).toHaveCount(18);
    await expect(desk.article).toHaveAccessibleName(/^Dalanov asks allies/);
    await expect(projectButton(page, 'Project: Sample: the November crisis in Tarsenia')).toBeVisible();
    await expect(desk.annotations.getByRole('listitem')).not.toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
    await desk.saved();
    // The name was given in the project before, and is the one that codes here.
    const coder = await coderOf(page);
    expect(coder).toBe('Mara Kolt');

    // What a code says of itself fits its panel, however long the titles of its examples are.
    await desk.codes.getByRole('row', { name: /^External interference/ }).click();
    const details = page.getByRole('region', { name: 'Examples' }).locator('xpath=ancestor::*[@id][1]');
    const [content, room] = await details.evaluate(({ scrollWidth, clientWidth }) => [
      scrollWidth,
      clientWidth,
    ]);
    expect(content).toBe(room);
    // And the window stays where it is: its frame does not scroll.
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);

    const empty = await windowAfter(app, page, () => choose(page, /^My project/));
    await expect(empty.getByRole('button', { name: 'Try the sample project' })).toBeVisible();
    await expect(empty.getByRole('textbox', { name: 'Your name' })).toHaveCount(0);
    const again = await windowAfter(app, empty, () => choose(empty, 'Open the sample project'));
    await expect(workbenchPage(again).documents.getByRole('option')).toHaveCount(18);
    expect(readdirSync(join(userData, 'projects'))).toHaveLength(2);
  } finally {
    await close();
  }
});

test('projects are created, kept apart, switched, renamed and found again', async () => {
  const corpus = corpusOf(['Order was restored in the district.', 'The mandate stays limited.']);
  const first = await launchWorkbench({
    userData,
    switches: ['--coder=Mara Kolt', '--project=Harbour', `--corpus=${corpus}`],
  });
  try {
    const { app } = first;
    const harbour = workbenchPage(first.window);
    await expect(harbour.documents.getByRole('option')).toHaveCount(2);
    await harbour.keys('d');
    await harbour.code('order restored');

    const capital = await newProject(app, first.window, 'Capital');
    await expect(capital.getByRole('button', { name: 'Open corpus…' })).toBeVisible();
    await choose(capital, 'New project…');
    await capital.getByRole('textbox', { name: 'Name' }).fill(' Harbour ');
    await capital.getByRole('button', { name: 'Create' }).click();
    await expect(capital.getByText('There is a project of this name already')).toBeVisible();
    await capital.keyboard.press('Escape');

    await choose(capital, 'Rename…');
    await capital.getByRole('textbox', { name: 'Name' }).fill('العاصمة');
    await capital.keyboard.press('Enter');
    await expect(projectButton(capital, 'Project: العاصمة')).toBeVisible();
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.getTitle())),
      )
      .toContain('العاصمة - Framewright');
    await capital.getByRole('button', { name: 'Undo' }).click();
    await expect(projectButton(capital, 'Project: Capital')).toBeVisible();
    await capital.getByRole('button', { name: 'Redo' }).click();
    await expect(projectButton(capital, 'Project: العاصمة')).toBeVisible();

    // A name is given once, for every project of this device, and opening one is no step of undo.
    await capital.keyboard.press('Control+,');
    await capital.getByRole('dialog').getByRole('textbox', { name: 'Your name' }).fill('Mara Reil');
    await capital.keyboard.press('Enter');
    await expect.poll(() => coderOf(capital)).toBe('Mara Reil');
    await capital.keyboard.press('Escape');

    const back = await windowAfter(app, capital, () => choose(capital, /^Harbour/));
    await expect(workbenchPage(back).documents.getByRole('option')).toHaveCount(2);
    await expect(workbenchPage(back).annotations.getByRole('listitem')).toHaveCount(1);
    await expect.poll(() => coderOf(back)).toBe('Mara Reil');
    await workbenchPage(back).keys(']');
    await expect(back.getByRole('region', { name: 'Annotation in hand' })).toContainText('Mara Reil');
    await back.getByRole('button', { name: 'Undo' }).click();
    await expect(workbenchPage(back).annotations.getByRole('listitem')).toHaveCount(0);
  } finally {
    await first.close();
  }
  const second = await openAgain();
  try {
    await expect(projectButton(second.window, 'Project: Harbour')).toBeVisible();
    await projectButton(second.window, 'Project: Harbour').click();
    await expect(second.window.getByRole('menuitem', { name: /العاصمة/ })).toBeVisible();
  } finally {
    await second.close();
  }
});

test('of a deleted project no word stays below the data folder, which is its owner’s alone', async () => {
  const canary = (n: number): string => `Canary-${n}-${'quartz'.repeat(2)}-${n * 7919}`;
  const canaries = Array.from({ length: 50 }, (_, n) => canary(n));
  const [project = '', code = '', memo = '', query = '', other = ''] = canaries;
  // The others: in the name, the title and the text of fifteen files.
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  for (let n = 5; n < 50; n += 3) {
    const words = `${canary(n + 1)} is told\n\nThe envoy said ${canary(n + 2)} before the council met.\n`;
    writeFileSync(join(corpus, `${canary(n)}.txt`), words);
  }
  const first = await launchWorkbench({
    userData,
    switches: ['--coder=Mara Kolt', `--project=${project}`, `--corpus=${corpus}`],
  });
  try {
    const { window } = first;
    const desk = workbenchPage(window);
    await expect(desk.documents.getByRole('option')).toHaveCount(15);
    await desk.keys('d', 'd');
    await desk.code(code);
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
    await desk.keys('m');
    await expect(window.getByRole('textbox', { name: 'Memo' })).toBeFocused();
    await window.keyboard.type(memo);
    await window.keyboard.press('Escape');
    await desk.keys('Control+f');
    await window.keyboard.type(query);
    await window.keyboard.press('Escape');
    await desk.keys('s');
    await desk.code(other);
    await desk.saved();
  } finally {
    await first.close();
  }
  // Its end has left a snapshot, which is packed.
  const { app, window, close } = await launchWorkbench({ userData });
  try {
    const desk = workbenchPage(window);
    await expect(desk.documents.getByRole('option')).toHaveCount(15);
    await desk.saved();
    // All but what is searched for is kept somewhere; and what is packed is found too (of tables: restore.spec.ts).
    const before = readBelow(userData);
    for (const word of canaries.filter((each) => each !== query)) {
      expect(before(word).length, word).toBeGreaterThan(0);
    }
    const packedIn = new Set(
      canaries
        .flatMap((word) => before(word))
        .flatMap(({ path, isPlain }) => (isPlain ? [] : [extname(path)])),
    );
    expect([...packedIn]).toEqual(['.fws']);
    expect(openToOthers()).toEqual([]);

    const { id } = (await window.evaluate(() => globalThis.window.framewright.startup())).project;
    await choose(window, 'Delete…');
    const dialog = window.getByRole('dialog', { name: new RegExp(project) });
    await expect(dialog).toContainText('15 documents');
    await expect(dialog).toContainText('2 annotations with their codes and memos');
    await expect(dialog).toContainText('15 texts and 15 imported files');
    const button = dialog.getByRole('button', { name: 'Delete project' });
    await expect(button).toBeDisabled();
    await dialog.getByRole('textbox').fill(project);
    const next = await windowAfter(app, window, () => button.click());
    await expect(projectButton(next, 'Project: My project')).toBeVisible();
    await expect(next.getByText(`“\u2068${project}\u2069” was deleted.`)).toBeAttached();
    const after = readBelow(userData);
    for (const word of canaries) expect(after(word), word).toEqual([]);
    // An empty folder is left, for what the session may still keep open: the next start takes it away.
    expect(placesOf(id)).toEqual([join('projects', `deleted-${id}`)]);
  } finally {
    await close();
  }
  const closed = readBelow(userData);
  for (const word of canaries) expect(closed(word), word).toEqual([]);
  await (await openAgain()).close();
  expect(readdirSync(join(userData, 'projects'))).toHaveLength(1);
  expect(readdirSync(join(userData, 'Partitions'))).toHaveLength(1);
  expect(placesOf('deleted-')).toEqual([]);
});

test('a second start hands over what it asks for', async () => {
  const corpus = corpusOf(['Order was restored.', 'The mandate stays limited.', 'The envoy left.']);
  const { app, window, close } = await launchWorkbench({
    userData,
    switches: ['--coder=Mara Kolt', '--project=Harbour'],
  });
  try {
    const handed = await runWorkbench([`--corpus=${corpus}`, `--export=${folder}/out.csv`], { userData });
    expect(handed).toMatchObject({ code: 0, stdout: '' });
    expect(handed.stderr).toContain('does what the command line asks for');
    await expect(workbenchPage(window).documents.getByRole('option')).toHaveCount(3);
    await expect.poll(() => existsSync(join(folder, 'out.csv'))).toBe(true);

    const other = await windowAfter(app, window, () =>
      runWorkbench(['--project=Capital', `--corpus=${corpus}`], { userData }),
    );
    await expect(projectButton(other, 'Project: Capital')).toBeVisible();
    await expect(workbenchPage(other).documents.getByRole('option')).toHaveCount(3);

    await runWorkbench(['--coder=Tomas Reil'], { userData });
    await expect.poll(() => coderOf(other)).toBe('Tomas Reil');
    await expect(workbenchPage(other).documents.getByRole('option')).toHaveCount(3);
  } finally {
    await close();
  }
});

test('a start after a kill always comes up', async () => {
  for (let n = 0; n < 6; n += 1) {
    const { window, killGroup } = await launchWorkbench({ userData, switches: ['--coder=Mara Kolt'] });
    await expect(window.getByRole('button', { name: 'Open corpus…' })).toBeVisible();
    await killGroup();
  }
});

test('the window comes back where it stood, under its project’s name', async () => {
  const wanted = { x: 60, y: 40, width: 1010, height: 640 };
  const bounds = (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) => {
      const [shown] = BrowserWindow.getAllWindows().filter((each) => each.isVisible());
      return shown?.getBounds();
    });
  const first = await launchWorkbench({ userData });
  await expect.poll(() => bounds(first.app)).toBeDefined();
  await first.app.evaluate(({ BrowserWindow }, given) => {
    for (const each of BrowserWindow.getAllWindows()) if (each.isVisible()) each.setBounds(given);
  }, wanted);
  await expect.poll(() => bounds(first.app)).toEqual(wanted);
  await first.close();
  const second = await openAgain();
  try {
    await expect.poll(() => bounds(second.app)).toEqual(wanted);
    await second.window.getByRole('button', { name: 'Open corpus…' }).waitFor();
    const titles = await second.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().flatMap((each) => (each.isVisible() ? [each.getTitle()] : [])),
    );
    expect(titles).toEqual(['My project - Framewright']);
    const other = await newProject(second.app, second.window, 'Second');
    await expect(projectButton(other, 'Project: Second')).toBeVisible();
    expect(await bounds(second.app)).toEqual(wanted);
  } finally {
    await second.close();
  }
});

test('keys of the menu that mean nothing in a field act through it', async () => {
  const { app, window, close } = await launchWorkbench({ userData, switches: ['--coder=Mara Kolt'] });
  try {
    await expect(window.getByRole('button', { name: 'Open corpus…' })).toBeVisible();
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = (...given: readonly unknown[]) => {
        Object.assign(globalThis, { asked: given.at(-1) });
        return Promise.resolve({ canceled: true, filePaths: [] });
      };
    });
    const press = (keyCode: string, modifiers: readonly ('control' | 'shift')[]) =>
      app.evaluate(
        ({ BrowserWindow }, given) => {
          const [shown] = BrowserWindow.getAllWindows().filter((each) => each.isVisible());
          shown?.focus();
          shown?.webContents.sendInputEvent({
            ...{ type: 'keyDown', keyCode: given.keyCode, modifiers: [...given.modifiers] },
          });
        },
        { keyCode, modifiers },
      );
    const asked = () =>
      app.evaluate(() =>
        JSON.stringify((globalThis as { asked?: { properties?: unknown } }).asked?.properties),
      );
    await press('O', ['control']);
    await expect.poll(asked).toBe('["openDirectory"]');
    await press('O', ['control', 'shift']);
    await expect.poll(asked).toBe('["openFile","multiSelections"]');
    await press('E', ['control']);
    await expect(window.getByRole('dialog', { name: 'Export' })).toBeVisible();
  } finally {
    await close();
  }
});

test('a backup becomes a project of its own, with its history; a check finds what is wrong on the disk', async () => {
  const corpus = corpusOf(['The pilots left. The narrows stayed open. Nobody was turned away.']);
  const first = await launchWorkbench({
    userData,
    switches: ['--project=Harbour', '--coder=Mara', `--corpus=${corpus}`],
  });
  const coding = workbenchPage(first.window);
  await coding.article.waitFor();
  await coding.keys('d', 'd');
  await coding.code('order restored');
  await coding.saved();
  // Closing makes a backup.
  await first.close();

  const { app, window: shown, close } = await launchWorkbench({ userData });
  try {
    const desk = workbenchPage(shown);
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
    // It begins where one read last: the sentence before that.
    await desk.keys('s');
    await desk.code('withdrawal');
    await desk.keys('d');
    await desk.code('withdrawal');
    await desk.saved();
    await choose(shown, 'Backups…');
    const backups = shown.getByRole('dialog', { name: 'Backups' });
    await expect(backups.getByRole('option')).toHaveCount(1);
    await expect(backups.locator('dl')).toContainText('1 passage1 fewer than now');
    await backups.getByRole('textbox', { name: 'Name of the new project' }).fill('Harbour as it was');
    const page = await windowAfter(app, shown, () =>
      backups.getByRole('button', { name: 'Restore as a new project' }).click(),
    );
    await expect(projectButton(page, 'Project: Harbour as it was')).toBeVisible();
    const old = workbenchPage(page);
    await expect(old.annotations.getByRole('listitem')).toHaveCount(1);
    await expect(old.annotations).toContainText('order restored');
    // Its history came with it: the name that it was given here, then the coding, are taken back.
    await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
    await old.keys('Control+z', 'Control+z');
    await expect(old.annotations.getByRole('listitem')).toHaveCount(0);
    await old.keys('Control+Shift+z', 'Control+Shift+z');
    await expect(old.annotations.getByRole('listitem')).toHaveCount(1);
    await expect(projectButton(page, 'Project: Harbour as it was')).toBeVisible();

    const checked = page.getByRole('dialog', { name: 'Check project' });
    await choose(page, 'Check project…');
    await expect(checked.getByRole('status')).toHaveText('All of it is what it was.');
    await page.keyboard.press('Escape');
    const listed = await page.evaluate(() => window.framewright.listProjects());
    const names = listed.ok ? listed.value.map(({ name }) => name) : [];
    expect(names.toSorted()).toEqual(['Harbour', 'Harbour as it was']);
    const { id } = await page.evaluate(async () => (await window.framewright.startup()).project);
    const texts = join(userData, 'projects', id, 'texts');
    const text = readdirSync(texts, { recursive: true, withFileTypes: true }).find((each) => each.isFile());
    const path = join(text?.parentPath ?? '', text?.name ?? '');
    const bytes = readFileSync(path);
    // Another file in its place: the other project keeps its own.
    rmSync(path);
    writeFileSync(path, bytes.subarray(1));
    await choose(page, 'Check project…');
    await expect(checked.getByRole('listitem').filter({ hasText: 'not in order' })).toContainText(
      /^Textsnot in order1 text is missing or changed: /,
    );
    await page.keyboard.press('Escape');

    const back = await windowAfter(app, page, () => choose(page, /^Harbour(?! as)/));
    await expect(workbenchPage(back).annotations.getByRole('listitem')).toHaveCount(2);
    await choose(back, 'Check project…');
    await expect(back.getByRole('dialog').getByRole('status')).toHaveText('All of it is what it was.');
  } finally {
    await close();
  }
});
