import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The script that ends the program at a file operation; see there. */
export const faultLayer = join(import.meta.dirname, 'layer.cjs');

export interface KillPlan {
  readonly op:
    | 'open'
    | 'write'
    | 'datasync'
    | 'sync'
    | 'truncate'
    | 'rename'
    | 'link'
    | 'unlink'
    | 'mkdir'
    | 'copyFile';
  /** A pattern of its path; of a rename or link the new name. */
  readonly path: string;
  /** The how manieth time, from 1. */
  readonly at: number;
  readonly moment: 'before' | 'half' | 'after';
  /** Milliseconds after that. */
  readonly delay?: number;
}

export function planEnvironment(
  plan: KillPlan | null,
  acknowledged: string,
): Readonly<Record<string, string>> {
  return {
    FRAMEWRIGHT_ACKNOWLEDGED: acknowledged,
    ...(plan === null ? {} : { FRAMEWRIGHT_KILL: JSON.stringify(plan) }),
  };
}

/** Journals and how many of their bytes were acknowledged. */
export function acknowledgedIn(log: string): ReadonlyMap<string, number> {
  const lines = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return new Map(lines.map((line) => JSON.parse(line) as readonly [string, number]));
}
