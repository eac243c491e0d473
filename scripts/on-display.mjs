import { startDisplay } from './display.mjs';
import { say } from './project.mjs';
import { hasDisplay } from './setup-libraries.mjs';

/**
 * Does work that needs a display, on a virtual one where there is none; where that is not to be had either, it says
 * so and lets the work find out.
 * @template T
 * @param {(environment: Record<string, string>) => Promise<T>} work  gets what is to be added to the environment
 * @returns {Promise<T>}
 */
export async function onDisplay(work) {
  if (hasDisplay()) return work({});
  const started = await startDisplay({ endWithLastProgram: false });
  if (!started.ok) {
    say(started.problem);
    return work({});
  }
  try {
    return await work(started.display.environment);
  } finally {
    started.display.stop();
  }
}

/**
 * The same for tests, with a display for each worker of Playwright that there is: on one, two windows would take the
 * keyboard's focus from each other. Where the machine has a display of its own it is the only one.
 * @template T
 * @param {number} workers
 * @param {(environment: Record<string, string>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onDisplays(workers, work) {
  return onDisplay(async (environment) => {
    if (!('DISPLAY' in environment)) return work(environment);
    const others = await Promise.all(
      Array.from({ length: workers - 1 }, () => startDisplay({ endWithLastProgram: false })),
    );
    const displays = others.flatMap((started) => (started.ok ? [started.display] : []));
    const environments = [environment, ...displays.map((display) => display.environment)];
    try {
      // Only whole: a worker without a display of its own would disturb another.
      const own = environments.length === workers ? { [displaysVariable]: JSON.stringify(environments) } : {};
      return await work({ ...environment, ...own });
    } finally {
      for (const display of displays) display.stop();
    }
  });
}

/** Names the displays of the workers, in their order: what `startDisplay` says of each, as JSON. */
export const displaysVariable = 'FRAMEWRIGHT_TEST_DISPLAYS';
