import { displaysVariable } from '../../scripts/on-display.mjs';

const given = process.env[displaysVariable];

/** Whether each worker has a display of its own, so that windows of two tests stand side by side undisturbed. */
export const hasOwnDisplays = given !== undefined;

/** What a program is to be told to show itself on this worker's display; nothing where there is but one for all. */
export function ownDisplay(): Readonly<Record<string, string>> {
  // Written by our own script: an environment for each worker.
  const displays = JSON.parse(given ?? '[]') as readonly Readonly<Record<string, string>>[];
  return displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)] ?? {};
}
