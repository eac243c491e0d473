import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { hues } from '@core/codebook/hues';
import { expect, test } from '@playwright/test';
import { highlightLooks } from '@renderer/document/highlight-styles';
import { contrast, linear } from '../codebook/colour-vision';

const tokens = readFileSync(resolve(import.meta.dirname, '../../../renderer/src/ui/tokens.css'), 'utf8');

/** What stands between two places of the file. */
function part(from: string, to: string): string {
  const start = tokens.indexOf(from);
  const end = tokens.indexOf(to, start + from.length);
  if (start < 0 || end < 0) throw new Error(`tokens.css has no part from “${from}” to “${to}”`);
  return tokens.slice(start, end);
}

const light = part('body {', '/* What holds. */');
const dark = part('@container style(--scheme: dark) {', '@container style(--contrast: more) {');
const more = part('@container style(--contrast: more) {', '@container style(--contrast: more) and');
const moreDark = part('@container style(--contrast: more) and', '--line-blue:');

/** In the order in which they are looked through. */
const looks: Readonly<Record<string, readonly string[]>> = {
  light: [light],
  dark: [dark, light],
  'high contrast': [more, light],
  'high contrast, dark': [moreDark, dark, more, light],
};

type Colour = readonly [red: number, green: number, blue: number];

function tokenOf(look: readonly string[], name: string): string {
  for (const each of look) {
    const value = new RegExp(`--${name}: ([^;]+);`).exec(each)?.[1];
    if (value !== undefined) return value;
  }
  throw new Error(`tokens.css has no --${name}`);
}

const bytes = (hex: string): Colour => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** A share of a colour, 0 to 1, over a ground; as the browser mixes them, not in linear light. */
const over = (colour: Colour, share: number, ground: Colour): string =>
  `#${colour
    .map((channel, at) => Math.round(channel * share + (ground[at] ?? 0) * (1 - share)))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;

/** "rgb(60 60 55 / 14%)". */
function layer(value: string): readonly [colour: Colour, share: number] {
  const [, red, green, blue, percent] = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(value) ?? [];
  return [[Number(red), Number(green), Number(blue)], Number(percent) / 100];
}

for (const [name, look] of Object.entries(looks)) {
  test(`${name}: text keeps 4.5 to 1 on every tint, in hand and where passages lie over each other`, () => {
    const ground = bytes(tokenOf(look, 'ground'));
    const text = linear(tokenOf(look, 'text'));
    const grounds: readonly (readonly [what: string, ground: string])[] = [
      ...(['tint', 'hand'] as const).flatMap((way) => {
        const share = Number.parseFloat(tokenOf(look, `${way}-share`)) / 100;
        return hues.map(
          (hue) => [`${way} ${hue}`, over(bytes(tokenOf(look, `hue-${hue}`)), share, ground)] as const,
        );
      }),
      ...(['overlap-2', 'overlap-3', 'uncoded', 'cursor-sentence'] as const).map((what) => {
        const [colour, share] = layer(tokenOf(look, what));
        return [what, over(colour, share, ground)] as const;
      }),
    ];
    const faint = grounds.map(([what, under]) => ({ what, is: contrast(text, linear(under)) }));
    expect(faint.filter(({ is }) => !(is >= 4.5))).toEqual([]);
    const quiet = linear(tokenOf(look, 'text-quiet'));
    expect(contrast(quiet, linear(tokenOf(look, 'ground')))).toBeGreaterThanOrEqual(4.5);
  });
}

for (const [name, look] of Object.entries(looks)) {
  test(`${name}: an underline keeps 3 to 1 on its tint, in hand and on the bare ground`, () => {
    const ground = bytes(tokenOf(look, 'ground'));
    const shareOf = (token: string): number => Number.parseFloat(tokenOf(look, token)) / 100;
    const faint = hues.flatMap((hue) => {
      const colour = bytes(tokenOf(look, `hue-${hue}`));
      const line = linear(over(colour, shareOf('line-share'), bytes(tokenOf(look, 'text'))));
      return ['tint', 'hand', null].map((way) => {
        const under = over(colour, way === null ? 0 : shareOf(`${way}-share`), ground);
        return { hue, way, is: contrast(line, linear(under)) };
      });
    });
    expect(faint).toHaveLength(hues.length * 3);
    expect(faint.filter(({ is }) => !(is >= 3))).toEqual([]);
  });
}

test('on tints all text has the colour that was measured, also what is quiet elsewhere', () => {
  const tinted = [...highlightLooks].filter(([name]) => /^fw-(tint|hand|overlap)-/.test(name));
  expect(tinted).toHaveLength(hues.length * 2 + 3);
  expect(tinted.filter(([, look]) => !look.includes(' color: var(--text);'))).toEqual([]);
});
