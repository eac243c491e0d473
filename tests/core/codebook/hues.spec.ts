import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { appearance, hueOf, hues, markOf, marks, nextAppearance } from '@core/codebook/hues';
import { expect, test } from '@playwright/test';
import { contrast, distance, linear, type visions } from './colour-vision';

const tokens = readFileSync(resolve(import.meta.dirname, '../../../renderer/src/ui/tokens.css'), 'utf8');
const darkFrom = tokens.indexOf('prefers-color-scheme: dark');
const themes = { light: tokens.slice(0, darkFrom), dark: tokens.slice(darkFrom) };

function colour(theme: string, name: string) {
  const hex = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme)?.[1];
  if (hex === undefined) throw new Error(`tokens.css has no --${name}`);
  return linear(hex);
}

for (const [name, theme] of Object.entries(themes)) {
  const colours = hues.map((hue) => [hue, colour(theme, `hue-${hue}`)] as const);

  for (const vision of [
    'trichromat',
    'protanope',
    'deuteranope',
    'tritanope',
  ] as const satisfies readonly (keyof typeof visions)[]) {
    // Twice as far for most eyes; 12 is several times what can just be told apart side by side.
    const least = vision === 'trichromat' ? 24 : 12;
    test(`${name}: every two hues stay tellable for a ${vision}`, () => {
      const near = colours.flatMap(([a, first], at) =>
        colours
          .slice(at + 1)
          .map(([b, second]) => ({ pair: `${a} ${b}`, apart: distance(first, second, vision) }))
          .filter(({ apart }) => apart < least),
      );
      expect(near).toEqual([]);
    });
  }

  test(`${name}: lines of every hue stand out from all grounds`, () => {
    const grounds = ['ground', 'panel', 'raised'].map((ground) => colour(theme, ground));
    const faint = colours.filter(([, line]) => grounds.some((ground) => contrast(line, ground) < 3));
    expect(faint.map(([hue]) => hue)).toEqual([]);
  });
}

test('no appearance comes twice among the first seventy codes', () => {
  const used: { color: string; mark: string }[] = [];
  for (let n = 0; n < hues.length * marks.length; n++) {
    const next = nextAppearance(used);
    expect(next).toEqual(appearance(n));
    used.push(next);
  }
  expect(nextAppearance(used)).toEqual(appearance(0));
});

test('a free hue comes before a free mark on a hue in use', () => {
  expect(nextAppearance([{ color: 'blue', mark: 'dashed' }])).toEqual({ color: 'orange', mark: 'solid' });
  const all = hues.map((color) => ({ color, mark: 'solid' }));
  expect(nextAppearance(all.filter(({ color }) => color !== 'rose'))).toEqual({
    color: 'rose',
    mark: 'solid',
  });
  expect(nextAppearance(all)).toEqual({ color: 'blue', mark: 'dashed' });
});

test('names of another version read as something that can be shown', () => {
  expect(hueOf('ultraviolet')).toBe('slate');
  expect(hueOf('teal')).toBe('teal');
  expect(markOf('embossed')).toBe('solid');
  expect(markOf('wavy')).toBe('wavy');
});
