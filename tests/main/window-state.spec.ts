import { writeFileSync } from 'node:fs';
import { type Area, fitWindow, readWindowState, type WindowState } from '@main/window-state';
import { expect, test } from '@playwright/test';
import { inFolder } from './journal-fixture';

const laptop: Area = { x: 0, y: 0, width: 1366, height: 738 };
const beside: Area = { x: 1366, y: 0, width: 1920, height: 1080 };
const above: Area = { x: 0, y: -1080, width: 1920, height: 1080 };
const at = (x: number, y: number, width: number, height: number, maximized = false): WindowState => ({
  ...{ x, y, width, height, maximized },
});

const table: readonly (readonly [
  what: string,
  stored: WindowState | null,
  areas: readonly Area[],
  expected: readonly [x: number | null, y: number | null, width: number, height: number],
])[] = [
  ['first start, no larger than the display', null, [laptop], [null, null, 1366, 738]],
  ['first start on a large display', null, [beside], [null, null, 1440, 900]],
  ['where it stood', at(40, 30, 1000, 600), [laptop], [40, 30, 1000, 600]],
  ['pushed back in from the left and above', at(-200, -50, 1000, 600), [laptop], [0, 0, 1000, 600]],
  ['pushed back in from the right and below', at(1000, 500, 1000, 600), [laptop], [366, 138, 1000, 600]],
  ['shrunk to a smaller display', at(0, 0, 1920, 1080), [laptop], [0, 0, 1366, 738]],
  ['on the second display', at(1500, 100, 1200, 800), [laptop, beside], [1500, 100, 1200, 800]],
  ['the second display is gone', at(1500, 100, 1000, 600), [laptop], [183, 69, 1000, 600]],
  ['larger, and its display is gone', at(1500, 100, 1800, 1000), [laptop], [0, 0, 1366, 738]],
  ['a display above', at(100, -900, 1200, 800), [laptop, above], [100, -900, 1200, 800]],
  ['across two displays without a gap', at(1200, 0, 600, 700), [laptop, beside], [1200, 0, 600, 700]],
  ['across two of unlike height', at(1000, 0, 1200, 900), [laptop, beside], [1366, 0, 1200, 900]],
  ['no display is known', at(5, 5, 800, 600), [], [null, null, 1440, 900]],
];

for (const [what, stored, areas, [x, y, width, height]] of table) {
  test(`places the window: ${what}`, () => {
    expect(fitWindow(stored, areas)).toEqual({
      ...{ width, height, maximized: false },
      at: x === null || y === null ? null : { x, y },
    });
  });
}

test('stays maximised, and remembers the size below it', () => {
  expect(fitWindow(at(10, 10, 900, 600, true), [laptop])).toEqual({
    ...{ width: 900, height: 600, maximized: true },
    at: { x: 10, y: 10 },
  });
});

test('what cannot be read says nothing', () =>
  inFolder(async (folder) => {
    const path = `${folder}/window.json`;
    expect(readWindowState(path)).toBeNull();
    for (const content of ['', '[]', '{"x":1}', '{"x":0,"y":0,"width":-5,"height":1e9,"maximized":false}']) {
      writeFileSync(path, content);
      expect(readWindowState(path)).toBeNull();
    }
    writeFileSync(path, JSON.stringify(at(1, 2, 800, 600)));
    expect(readWindowState(path)).toEqual(at(1, 2, 800, 600));
    await Promise.resolve();
  }));
