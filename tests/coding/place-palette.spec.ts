import { expect, test } from '@playwright/test';
import { placePalette } from '@renderer/coding/place-palette';

const cases = [
  ['below where it fits', { top: 100, bottom: 140 }, 330, 900, { top: 146, room: 330 }],
  ['above where only that fits', { top: 600, bottom: 640 }, 330, 900, { top: 264, room: 330 }],
  [
    'below, lower than it is, in a low window',
    { top: 150, bottom: 190 },
    330,
    560,
    { top: 196, room: 358 - 28 },
  ],
  [
    'above, lower than it is, where that is roomier',
    { top: 300, bottom: 340 },
    330,
    560,
    { top: 6, room: 288 },
  ],
  ['within the window, of a passage below it', { top: 700, bottom: 740 }, 330, 560, { top: 224, room: 330 }],
  ['within the window, of a passage above it', { top: -90, bottom: -50 }, 330, 560, { top: 6, room: 330 }],
  ['over a passage that fills the window', { top: 20, bottom: 540 }, 330, 560, { top: 6, room: 548 }],
] as const;
for (const [what, target, height, windowHeight, place] of cases) {
  test(what, () => {
    expect(placePalette(target, height, windowHeight)).toEqual(place);
  });
}

test('it never leaves the window, nor covers the passage where a side has room for some rows', () => {
  const wrong: string[] = [];
  for (let windowHeight = 300; windowHeight <= 1200; windowHeight += 60) {
    for (let top = 0; top < windowHeight; top += 17) {
      for (const lines of [20, 60, 200, 700]) {
        const target = { top, bottom: top + lines };
        const place = placePalette(target, 330, windowHeight);
        const end = place.top + place.room;
        const isInside = place.top >= 6 && end <= windowHeight - 6;
        const roomiest = Math.max(windowHeight - target.bottom, target.top) - 12;
        const isBeside = roomiest < 120 || place.top > target.bottom || end < target.top;
        if (!isInside || !isBeside) wrong.push(JSON.stringify({ windowHeight, target, place }));
      }
    }
  }
  expect(wrong).toEqual([]);
});
