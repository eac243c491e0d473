import type { Page } from '@playwright/test';
import type { ParseJob } from '@preload/contract';

/** A file for the parser's page: its name, its bytes and what is asked of it. */
export type HostileFile = Pick<ParseJob, 'path' | 'bytes' | 'exchange' | 'table'>;

export interface Parsed {
  /** The code of the problem; 'taken in' where there was none, and what was thrown after "threw ". */
  readonly outcome: string;
  readonly milliseconds: number;
}

/** Parses files one after another in the page, as the hidden window does. Rejects when one takes longer than it may. */
export async function parseMany(
  page: Page,
  files: readonly HostileFile[],
  limit: number,
): Promise<readonly Parsed[]> {
  const jobs = files.map(({ bytes, ...rest }) => ({
    ...rest,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const parsing = page.evaluate(async (given) => {
    const answers: { outcome: string; milliseconds: number }[] = [];
    for (const { base64, ...job } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const begun = performance.now();
      const outcome = await Promise.resolve(window.answer?.({ ...job, bytes, id: 1, icu: '78.2' })).then(
        (found) => (found?.ok === true ? 'taken in' : (found?.error.code ?? 'threw: no answer')),
        (error: unknown) =>
          `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      answers.push({ outcome, milliseconds: performance.now() - begun });
    }
    return answers;
  }, jobs);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('A file hangs')), limit * files.length);
  });
  return Promise.race([parsing, late]).finally(() => clearTimeout(timer));
}
