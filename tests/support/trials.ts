import { test } from '@playwright/test';

/** True under `npm run drill`, which repeats each trial as often as a claim of reliability needs. */
export const isDrill = process.env['FRAMEWRIGHT_DRILL'] === '1';

/** How often a trial is repeated: `short` under `npm test`, `full` under `npm run drill`. */
export const trials = (short: number, full: number): number => (isDrill ? full : short);

/** A title that `npm run drill` finds; the tests named so exist in `npm test` too, in their short version. */
export const drill = (title: string): string => `drill: ${title}`;

export interface DrillFigures {
  readonly trials: number;
  /** Acknowledged changes missing or doubled afterwards, silent damages, wrong answers: what must be 0. */
  readonly lost: number;
  /** The worst that was seen, with its unit, in a few words. */
  readonly worst?: string;
}

/** Tells the figures of the running drill to the reporter, which prints one line for each. */
export function recordDrill(figures: DrillFigures): void {
  test.info().annotations.push({ type: 'drill', description: JSON.stringify(figures) });
}
