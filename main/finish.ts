import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers';
import type { Finish } from '@preload/contract';
import { app, type BrowserWindow } from 'electron';
import { say } from './strings';

/** Minutes without an end after which work without a window is given up. */
const longestWork = 10;

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

/** Ends work without a window that crashes or hangs: nobody is there to see it. */
export function endWhenStuck(window: BrowserWindow): void {
  const giveUp = (line: string): void => {
    tell(line);
    app.exit(1);
  };
  window.webContents.on('render-process-gone', (_, { reason }) => giveUp(say('quit.crashed', { reason })));
  setTimeout(() => giveUp(say('quit.hung', { minutes: String(longestWork) })), longestWork * 60_000);
}
