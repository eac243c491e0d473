import { type Hue, hueOf, hues } from '../../codebook/hues';

/** The hues on white, as other programs are to show them. Part of the format: never to follow a change of theme. */
const hexByHue: Readonly<Record<Hue, string>> = {
  blue: '#1f52b0',
  orange: '#d57400',
  teal: '#007c7d',
  rose: '#c77673',
  olive: '#5d6800',
  purple: '#7c3383',
  sky: '#3194d3',
  brown: '#632b00',
  green: '#005e2f',
  magenta: '#e74f9b',
  sand: '#ac874b',
  indigo: '#290183',
  red: '#b1233a',
  slate: '#3d4154',
};

/** "#rrggbb" for a stored hue. */
export function hexOf(color: string): string {
  return hexByHue[hueOf(color)];
}

/** Below this a colour is a grey, and slate is ours. */
const leastChroma = 24;

function channels(hex: string): readonly [number, number, number] | null {
  const long = /^#?([0-9a-f]{6})$/i.exec(hex.trim())?.[1];
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex.trim());
  const digits =
    long ??
    short
      ?.slice(1)
      .flatMap((digit) => [digit, digit])
      .join('');
  if (digits === undefined) return null;
  const at = (from: number): number => Number.parseInt(digits.slice(from, from + 2), 16);
  return [at(0), at(2), at(4)];
}

/** The hue nearest to a colour of another program ("#rrggbb" or "#rgb"), or null for what is no colour. */
export function nearestHue(hex: string): Hue | null {
  const wanted = channels(hex);
  if (wanted === null) return null;
  if (Math.max(...wanted) - Math.min(...wanted) < leastChroma) return 'slate';
  const distance = (hue: Hue): number => {
    const own = channels(hexByHue[hue]) ?? [0, 0, 0];
    // Weighted as the eye weighs red, green and blue.
    return [3, 4, 2].reduce((sum, weight, n) => sum + weight * ((wanted[n] ?? 0) - (own[n] ?? 0)) ** 2, 0);
  };
  return hues.reduce((best, hue) => (distance(hue) < distance(best) ? hue : best));
}
