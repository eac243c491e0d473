import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Outcome, Problem } from '@preload/contract';
import { launchWorkbench, type Workbench } from '../support/launch';
import { freezeIn, putStandIn } from '../support/stand-in-parser';

let workbench: Workbench;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-parser-'));
  workbench = await launchWorkbench();
  await putStandIn(workbench);
});
test.afterAll(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
});

const freeze = (files: Readonly<Record<string, string>>) => freezeIn(workbench, folder, files);
const problemIn = (outcome: Outcome<unknown> | undefined): Problem | undefined =>
  outcome?.ok === false ? outcome.error : undefined;

test('a file is kept, parsed and its texts stored; one file may give several', async () => {
  const frozen = await freeze({ 'a.txt': 'Hallo Welt', 'b.txt': 'two' });
  const [a, b] = [frozen['a.txt'], frozen['b.txt']];
  expect(a).toMatchObject({
    ok: true,
    value: {
      path: 'a.txt',
      documents: [{ length: 10, encoding: { label: 'utf-8' }, structure: '{"title":"Hallo Welt"}' }],
    },
  });
  if (a?.ok !== true || b?.ok !== true) throw new Error('unreachable');
  const hashes = [...a.value.documents, ...b.value.documents].map((document) => document.text_sha256);
  const texts = await workbench.window.evaluate((asked) => window.framewright.readTexts(asked), hashes);
  expect(texts.map(({ text }) => text)).toEqual(['Hallo Welt', 'first', 'second']);
  const { project } = await workbench.window.evaluate(() => window.framewright.startup());
  const raw = a.value.raw_sha256;
  expect(existsSync(join(workbench.userData, 'projects', project.id, 'raw', raw.slice(0, 2), raw))).toBe(
    true,
  );
});

test('what a parser answers is not believed', async () => {
  const frozen = await freeze({
    'throw.txt': 'throw',
    'refuse.txt': 'refuse',
    'code.txt': 'odd code',
    'shape.txt': 'shape',
    'none.txt': 'none',
    'surrogate.txt': 'surrogate',
    'good.txt': 'good',
  });
  expect(problemIn(frozen['throw.txt'])).toMatchObject({ code: 'parse-failed', file: 'throw.txt' });
  expect(problemIn(frozen['refuse.txt'])).toEqual({ code: 'no-text', file: 'refuse.txt', detail: 'x' });
  for (const name of ['code', 'shape', 'none', 'surrogate']) {
    expect(problemIn(frozen[`${name}.txt`]), name).toEqual({ code: 'parse-failed', file: `${name}.txt` });
  }
  expect(frozen['good.txt']?.ok).toBe(true);
});

test('a parser that swells is ended, and the others go on', async () => {
  const begun = Date.now();
  const frozen = await freeze({ 'a hog.txt': 'hog', 'good.txt': 'good', 'z.txt': 'last' });
  expect(problemIn(frozen['a hog.txt'])).toMatchObject({ code: 'too-large', file: 'a hog.txt' });
  expect([frozen['good.txt']?.ok, frozen['z.txt']?.ok]).toEqual([true, true]);
  expect(Date.now() - begun).toBeLessThan(15_000);
});

test('one that swells after others is judged in a parser of its own', async () => {
  const before = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`a${n}.txt`, `before ${n}`]));
  const after = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`z${n}.txt`, `after ${n}`]));
  const frozen = await freeze({ ...before, 'm hog.txt': 'hog', ...after });
  const { 'm hog.txt': hog, ...others } = frozen;
  expect(problemIn(hog)).toMatchObject({ code: 'too-large', file: 'm hog.txt' });
  expect(Object.keys(others)).toHaveLength(10);
  expect(Object.values(others).filter((outcome) => !outcome.ok)).toEqual([]);
});

test('a parser that hangs is ended after 20 seconds, the window answering all the while', async () => {
  const answers = freeze({ 'a hang.txt': 'hang', 'good.txt': 'good' });
  const slowest = await workbench.window.evaluate(async () => {
    let slow = 0;
    for (let tries = 0; tries < 100; tries += 1) {
      const begun = performance.now();
      await window.framewright.startup();
      slow = Math.max(slow, performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return slow;
  });
  expect(slowest).toBeLessThan(1000);
  const frozen = await answers;
  expect(problemIn(frozen['a hang.txt'])).toEqual({ code: 'parse-timeout', file: 'a hang.txt' });
  expect(frozen['good.txt']?.ok).toBe(true);
});

test('a parser that dies takes one file with it', async () => {
  const answers = freeze({ 'a hang.txt': 'hang', 'good.txt': 'good' });
  const kill = () =>
    workbench.app.evaluate(({ BrowserWindow }) => {
      const parsers = BrowserWindow.getAllWindows().filter((each) =>
        each.webContents.getURL().includes('parser'),
      );
      for (const parser of parsers) parser.webContents.forcefullyCrashRenderer();
      return parsers.length;
    });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await kill()).toBeGreaterThan(0);
  const frozen = await answers;
  expect(problemIn(frozen['a hang.txt'])).toEqual({ code: 'parse-crashed', file: 'a hang.txt' });
  expect(frozen['good.txt']?.ok).toBe(true);
});

test('a parser is sandboxed, in memory, without the bridge of the window, and gives way', async () => {
  await freeze({ 'a.txt': 'keeps one open' });
  const found = await workbench.app.evaluate(async ({ BrowserWindow }) => {
    const parser = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().includes('parser'));
    if (parser === undefined) return null;
    const contents = parser.webContents;
    const asked = contents as typeof contents & { getLastWebPreferences(): Record<string, unknown> };
    const names = (await contents.executeJavaScript(
      `['framewright', 'parser', 'require', 'process'].filter((name) => name in window)`,
    )) as readonly string[];
    return {
      preferences: asked.getLastWebPreferences(),
      names,
      persistent: contents.session.isPersistent(),
      visible: parser.isVisible(),
      pid: contents.getOSProcessId(),
    };
  });
  expect(found).toMatchObject({
    preferences: {
      ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
      ...{ allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false },
    },
    names: ['parser'],
    persistent: false,
    visible: false,
  });
  if (found !== null) expect(getPriority(found.pid)).toBe(constants.priority.PRIORITY_LOW);
});

test('300 files go through in reasonable time', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => [`${n}.txt`, `text ${n} `.repeat(300)]),
  );
  const begun = Date.now();
  const frozen = await freeze(files);
  const elapsed = Date.now() - begun;
  test.info().annotations.push({ type: 'milliseconds a file', description: (elapsed / 300).toFixed(2) });
  expect(Object.values(frozen).every((outcome) => outcome.ok)).toBe(true);
  expect(elapsed).toBeLessThan(15_000);
});
