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
