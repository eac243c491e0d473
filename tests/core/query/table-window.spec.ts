import { windowItems } from '@core/query/window-items';
import { expect, test } from '@playwright/test';
import { placeByKey, scrolledTo } from '@renderer/passages/table-place';

const drawn = (count: number, window: readonly [number, number], held: number | null): string =>
  windowItems(count, window, held)
    .map((item) => (item.kind === 'item' ? String(item.at) : `(${item.size} from ${item.from})`))
    .join(' ');

const windows: readonly (readonly [
  what: string,
  count: number,
  window: readonly [number, number],
  held: number | null,
  items: string,
])[] = [
  ['all', 3, [0, 3], 1, '0 1 2'],
  ['those in sight between gaps', 100, [40, 43], 41, '(40 from 0) 40 41 42 (57 from 43)'],
  ['one held above', 100, [40, 42], 3, '(3 from 0) 3 (36 from 4) 40 41 (58 from 42)'],
  ['one held below, the last', 100, [0, 2], 99, '0 1 (97 from 2) 99'],
  ['none held', 10, [4, 6], -1, '(4 from 0) 4 5 (4 from 6)'],
  ['more in sight than there are', 2, [0, 12], null, '0 1'],
  ['nothing', 0, [0, 6], 0, ''],
];

for (const [what, count, window, held, items] of windows) {
  test(`draws ${what}`, () => {
    expect(drawn(count, window, held)).toBe(items);
  });
}

const press = (key: string, ctrlKey = false) => ({
  ...{ key, ctrlKey, metaKey: false, altKey: false, shiftKey: false },
});
const last = { row: 11, column: 4 };
const keys: readonly (readonly [
  string,
  boolean,
  readonly [number, number],
  readonly [number, number] | null,
])[] = [
  ['ArrowDown', false, [0, -1], [1, -1]],
  ['ArrowDown', false, [11, 2], [11, 2]],
  ['ArrowUp', false, [0, 2], [0, 2]],
  ['ArrowRight', false, [3, -1], [3, 0]],
  ['ArrowRight', false, [3, 4], [3, 4]],
  ['ArrowLeft', false, [3, 0], [3, -1]],
  ['PageDown', false, [2, 1], [7, 1]],
  ['PageUp', false, [2, 1], [0, 1]],
  ['Home', false, [6, 3], [6, -1]],
  ['End', false, [6, 1], [6, 4]],
  ['Home', true, [6, 3], [0, -1]],
  ['End', true, [6, 1], [11, 4]],
  ['ArrowDown', true, [6, 1], [11, 1]],
  ['x', false, [6, 1], null],
];

for (const [key, far, [row, column], to] of keys) {
  test(`${far ? 'Ctrl+' : ''}${key} leads from ${row}, ${column} to ${to?.join(', ') ?? 'nowhere'}`, () => {
    const place = placeByKey(press(key, far), { row, column }, last, 5);
    expect(place === null ? null : [place.row, place.column]).toEqual(to);
  });
}

test('scrolls no further than it must', () => {
  expect([
    scrolledTo(100, 200, 50, 80),
    scrolledTo(100, 200, 150, 180),
    scrolledTo(100, 200, 290, 330),
  ]).toEqual([50, 100, 130]);
});
