/** What is measured, and how it is kept for the table. */
import { appendFileSync } from 'node:fs';

/** One line of the table. */
export interface Figure {
  /** Which row of the design's table it belongs to: "open". */
  readonly row: string;
  readonly what: string;
  readonly unit: 'ms' | 'frames' | 'MB' | 'rows';
  readonly value: number;
  /** Of the same run; null where there is none. */
  readonly yardstick: { readonly what: string; readonly value: number } | null;
  /** In words: "100 ms". */
  readonly bar: string | null;
  /** Whether the bar is reached; null where nothing is compared. Decides nothing. */
  readonly reached: boolean | null;
  /** Anything a reader of the figure must know: sizes, spread. */
  readonly note: string;
}

/** File to which figures are appended as lines of JSON; scripts/bench.mjs names it. */
export function keepFigure(figure: Figure): void {
  const file = process.env['FRAMEWRIGHT_BENCH_FIGURES'];
  const rounded = { ...figure, value: round(figure.value) };
  const line = JSON.stringify(
    figure.yardstick === null
      ? rounded
      : { ...rounded, yardstick: { ...figure.yardstick, value: round(figure.yardstick.value) } },
  );
  if (file === undefined) console.log(line);
  else appendFileSync(file, `${line}\n`);
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The value below which the given part of them lies, 0.5 for the median; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** "12 to 34", rounded. */
export function spread(values: readonly number[]): string {
  return `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`;
}

/** Sizes and repetitions: all of them, or a tenth with --quick. */
export const isQuick = process.env['FRAMEWRIGHT_BENCH_QUICK'] === '1';
export const size = (full: number): number => (isQuick ? Math.ceil(full / 10) : full);
export const times = (full: number): number => (isQuick ? Math.max(2, Math.ceil(full / 4)) : full);
