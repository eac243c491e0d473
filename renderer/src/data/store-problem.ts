import type { Problem } from '@preload/contract';

/** Milliseconds that the store may take for what a commit needs: a damaged one may never answer. */
export const storeTimeout = 30_000;

/** Why the working store or the bridge failed, as a value to tell a person. `detail` is the system's own word. */
export function storeProblem(error: unknown): Problem {
  const name = error instanceof Error ? error.name : 'Error';
  const message = error instanceof Error ? error.message : String(error);
  const full = /quota|disk/iu.test(`${name} ${message}`);
  return { code: full ? 'disk-full' : 'io', detail: `${name}: ${message}`.slice(0, 300) };
}

/** Answers like `promise`, or rejects after some milliseconds: reads of a damaged store may never settle. */
export async function withTimeout<T>(promise: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what} did not answer within ${milliseconds} ms`));
    }, milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
