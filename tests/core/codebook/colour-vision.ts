/** Red, green and blue in linear light, 0 to 1. */
type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/** Full loss of one cone after Machado, Oliveira and Fernandes (2009), for linear light. */
export const visions = {
  trichromat: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanope: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Readonly<Record<string, Matrix>>;

const d65: Rgb = [0.95047, 1, 1.08883];
const toXyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];

function times(matrix: Matrix, [a, b, c]: Rgb): Rgb {
  const row = ([x, y, z]: Rgb): number => x * a + y * b + z * c;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** "#0b6bb0" as linear light. */
export function linear(hex: string): Rgb {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG's contrast of two colours, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [times(toXyz, a)[1], times(toXyz, b)[1]];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** How far two colours lie apart in CIELAB (1976) for an eye: about 2 is just seen side by side. */
export function distance(a: Rgb, b: Rgb, vision: keyof typeof visions): number {
  const [p, q] = [lab(seen(a, vision)), lab(seen(b, vision))];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

function seen(colour: Rgb, vision: keyof typeof visions): Rgb {
  const [r, g, b] = times(visions[vision], colour);
  const clip = (value: number): number => Math.max(0, Math.min(1, value));
  return [clip(r), clip(g), clip(b)];
}

function lab(colour: Rgb): Rgb {
  const [x, y, z] = times(toXyz, colour);
  const f = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const [fx, fy, fz] = [f(x / d65[0]), f(y / d65[1]), f(z / d65[2])];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}
