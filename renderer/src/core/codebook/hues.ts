/**
 * Hues and marks a code can have. The hues are tellable for the common colour-blindnesses (checked by simulation
 * in a test); their values for each theme stand in ui/tokens.css under the same names.
 */
export const hues = [
  'blue',
  'orange',
  'teal',
  'rose',
  'olive',
  'purple',
  'sky',
  'brown',
  'green',
  'magenta',
  'sand',
  'indigo',
  'red',
  'slate',
] as const;
export type Hue = (typeof hues)[number];

/** Underline styles, so that colour is never alone. */
export const marks = ['solid', 'dashed', 'dotted', 'double', 'wavy'] as const;
export type Mark = (typeof marks)[number];

/** The hue of a stored name; one not known to this version reads as slate. */
export function hueOf(color: string): Hue {
  return hues.find((hue) => hue === color) ?? 'slate';
}

/** The mark of a stored name; one not known to this version reads as solid. */
export function markOf(mark: string): Mark {
  return marks.find((known) => known === mark) ?? 'solid';
}

/** Hue and mark for the nth code: hues go round first, then the mark changes, so that no pair comes twice in 70. */
export function appearance(n: number): { readonly color: Hue; readonly mark: Mark } {
  const color = hues[n % hues.length] ?? 'slate';
  const mark = marks[Math.floor(n / hues.length) % marks.length] ?? 'solid';
  return { color, mark };
}

/**
 * The appearance for a new code: the hue that is least in use, with the mark least in use on it, so that colours go
 * round before a mark has to tell two codes apart.
 */
export function nextAppearance(used: readonly { readonly color: string; readonly mark: string }[]): {
  readonly color: Hue;
  readonly mark: Mark;
} {
  const color = leastUsed(
    hues,
    used.map((code) => hueOf(code.color)),
  );
  const mark = leastUsed(
    marks,
    used.filter((code) => hueOf(code.color) === color).map((code) => markOf(code.mark)),
  );
  return { color, mark };
}

/** The first of those that occur least often. */
function leastUsed<T>(all: readonly [T, ...T[]], used: readonly T[]): T {
  const count = (wanted: T): number => used.filter((each) => each === wanted).length;
  return all.reduce((best, each) => (count(each) < count(best) ? each : best));
}
