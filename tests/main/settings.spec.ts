import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { parameters } from '@main/schemas';
import { openSettings } from '@main/settings';
import { expect, test } from '@playwright/test';
import type { KeptSettings, ViewSettings } from '@preload/contract';
import * as v from 'valibot';
import { atEachOperation, faultyFiles } from './faulty-files';
import { errorOf, inFolder, successOf } from './journal-fixture';

const now = new Date('2026-01-31T09:30:00Z');
const ada = '22222222-2222-4222-8222-222222222222';
const ben = '33333333-3333-4333-8333-333333333333';

const view: ViewSettings = {
  theme: 'dark',
  text_step: 3,
  measure: 'wide',
  line_height: 'loose',
  typeface: 'sans',
  motion: 'reduce',
  single_keys: false,
  hidden_panels: ['corpus'],
  panel_sizes: { sidebar: 280, inspector: 400, corpus: 30, list: 70 },
  export_options: { format: 'json', exact: true },
  table_columns: [{ columns: ['Text'], text: 'Text' }],
};
const pins = { keys: { 'code-1': 1 }, refused: ['code-2'] };
const place = { document_id: '44444444-4444-4444-8444-444444444444', offset: 120 };
const kept: KeptSettings = { coder_id: ada, view, pins, place };

const open = (userData: string) => openSettings(userData, now);

test('settings are a coder’s in every project, keys of codes and the place of reading a coder’s in one', () =>
  inFolder(async (userData) => {
    const { store, broken } = await open(userData);
    expect(broken).toBeNull();
    expect(store.of('one')).toEqual({ coders: {}, pins: {}, places: {} });
    successOf(await store.keep('one', kept));
    successOf(
      await store.keep('two', { coder_id: ben, view: { ...view, theme: 'light' }, pins, place: null }),
    );
    const again = (await open(userData)).store;
    expect(again.of('one')).toEqual({
      coders: { [ada]: view, [ben]: { ...view, theme: 'light' } },
      pins: { [ada]: pins },
      places: { [ada]: place },
    });
    expect(again.of('two').pins).toEqual({ [ben]: pins });
    expect(again.of('two').places).toEqual({});
    successOf(await again.forgetProject('two'));
    expect((await open(userData)).store.of('two').pins).toEqual({});
    expect((await open(userData)).store.of('one').pins).toEqual({ [ada]: pins });
    successOf(await again.forgetProject('one'));
    expect(readFileSync(`${userData}/settings.json`, 'utf8')).not.toContain(place.document_id);
    if (process.platform !== 'win32') expect(statSync(`${userData}/settings.json`).mode & 0o777).toBe(0o600);
  }));

test('what this version does not know is kept, what makes no sense has its default', () =>
  inFolder(async (userData) => {
    const path = `${userData}/settings.json`;
    const coders = { [ada]: { theme: 'dark', text_step: 'huge', measure: 'wide', glow: 7 }, bad: 4 };
    writeFileSync(path, JSON.stringify({ version: 2, coders, later: { a: [1] } }));
    const { store, broken } = await open(userData);
    expect(broken).toBeNull();
    expect(store.of('one').coders).toEqual({ [ada]: { theme: 'dark', measure: 'wide' } });
    successOf(await store.keep('one', kept));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      version: 2,
      coders: { [ada]: { ...view, glow: 7 }, bad: 4 },
      later: { a: [1] },
    });
  }));

const unusable: readonly (readonly [name: string, content: string])[] = [
  ['cut off', '{"coders": {"'],
  ['empty', ''],
  ['a list', '[]'],
  ['too large', ' '.repeat(4 * 1024 * 1024 + 1)],
];

for (const [name, content] of unusable) {
  test(`a file that is ${name} is set aside, and the defaults serve`, () =>
    inFolder(async (userData) => {
      writeFileSync(`${userData}/settings.json`, content);
      const { store, broken } = await open(userData);
      expect(broken).toBe(`${userData}/settings.json.broken-20260131T093000`);
      expect(store.of('one')).toEqual({ coders: {}, pins: {}, places: {} });
      expect(readFileSync(broken ?? '', 'utf8')).toBe(content);
      successOf(await store.keep('one', kept));
      expect((await open(userData)).store.of('one').coders).toEqual({ [ada]: view });
    }));
}

test('a folder in its place is set aside too', () =>
  inFolder(async (userData) => {
    mkdirSync(`${userData}/settings.json`);
    const { store } = await open(userData);
    successOf(await store.keep('one', kept));
    expect(readdirSync(userData).sort()).toEqual(['settings.json', 'settings.json.broken-20260131T093000']);
  }));

test('a failure at any operation of keeping leaves the file whole: the old or the new', async () => {
  const operations = await atEachOperation((first) =>
    inFolder(async (userData) => {
      successOf(await (await open(userData)).store.keep('one', kept));
      const { files, count } = faultyFiles(first, 1, 'ENOSPC');
      const { store } = await openSettings(userData, now, files);
      const next = await store.keep('one', { ...kept, view: { ...view, theme: 'contrast' } });
      const reached = count() >= first;
      if (reached) expect(errorOf(next).code).toBe('disk-full');
      expect(store.of('one').coders[ada]?.theme).toBe('contrast');
      const { store: again, broken } = await open(userData);
      expect(broken).toBeNull();
      expect(['dark', 'contrast']).toContain(again.of('one').coders[ada]?.theme);
      return reached;
    }),
  );
  expect(operations).toBeGreaterThan(2);
});

const long = 'x'.repeat(1001);
const refused: readonly (readonly [what: string, given: unknown])[] = [
  ['a theme that is none', { ...kept, view: { ...view, theme: 'pink' } }],
  ['a field that is missing', { coder_id: ada, view: { theme: 'dark' }, pins, place }],
  ['a place before the text', { ...kept, place: { ...place, offset: -1 } }],
  ['a place in no document', { ...kept, place: { ...place, document_id: '../x' } }],
  ['a field too many', { ...kept, view: { ...view, more: 1 } }],
  ['a coder that is no id', { ...kept, coder_id: '../x' }],
  [
    'a size beyond any screen',
    { ...kept, view: { ...view, panel_sizes: { ...view.panel_sizes, list: 101 } } },
  ],
  ['a key beyond 9', { ...kept, pins: { keys: { a: 10 }, refused: [] } }],
  ['a name too long', { ...kept, pins: { keys: {}, refused: [long] } }],
  ['options too many', { ...kept, view: { ...view, export_options: { a: 'x'.repeat(10_000) } } }],
  ['columns that are no list', { ...kept, view: { ...view, table_columns: {} } }],
  ['panels that are none', { ...kept, view: { ...view, hidden_panels: ['reader'] } }],
];

test('the bridge takes settings as they are and nothing else', () => {
  expect(v.is(parameters.keepSettings, [kept])).toBe(true);
  for (const [what, given] of refused) expect(v.is(parameters.keepSettings, [given]), what).toBe(false);
});
