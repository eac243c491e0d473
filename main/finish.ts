import { writeSync } from 'node:fs';
import type { Finish } from '@preload/contract';
import { app } from 'electron';

/** Writes a line, and does not mind that nobody reads it any more. */
function writeLine(descriptor: 1 | 2, line: string): void {
  let rest = Buffer.from(`${line}\n`, 'utf8');
  for (let tries = 0; rest.length > 0 && tries < 1000; tries += 1) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      // A pipe that is full for the moment takes the rest a little later; a closed one never.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** Tells the caller of the program something, on standard error. */
export function tell(line: string): void {
  writeLine(2, line.replaceAll(/[\r\n]+/g, ' '));
}

/** Ends the program with what was done on standard output and what went wrong on standard error. */
export function finish({ summary, problems }: Finish): void {
  writeLine(1, JSON.stringify(summary));
  for (const problem of problems) tell(problem);
  app.exit(problems.length > 0 ? 1 : 0);
}
