import { constants, setPriority } from 'node:os';
import type { Outcome, ParseJob } from '@preload/contract';
import { type BrowserWindow, type Session, session } from 'electron';
import { isTrusted } from './ipc';
import { watchMemory } from './memory-watch';
import { fail } from './outcome';
import { createParserWindow, loadPage } from './window';

/** Milliseconds one file may take: some for any file, and more for each MiB, since a parser gives way to all else. */
const timeLimit = { least: 20_000, perMebibyte: 2_000 } as const;
/** Bytes a parser may grow over what it held before it began to work, and for each byte of the files it was given. */
const memoryLimit = { least: 512 * 1024 * 1024, perByte: 16 } as const;

/** A file to be parsed, and who waits for its answer. */
export interface Waiting {
  readonly job: ParseJob;
  readonly answer: (outcome: Outcome<unknown>) => void;
}

/** One hidden window that parses files, one after another. */
export interface Parser {
  /** Hands over a file; those before it are parsed first. */
  give(waiting: Waiting): void;
  /** Files handed over and not answered yet, and their bytes together. */
  readonly load: () => { readonly files: number; readonly bytes: number };
  close(): void;
}

interface Watching {
  /** A file has been answered. */
  readonly onAnswer: () => void;
  /** The parser is gone; these files of its are to be parsed by another. */
  readonly onDeath: (left: readonly Waiting[]) => void;
}

/**
 * A parser that hangs, swells or dies takes with it the file it works on and nothing else. One that swells after it
 * parsed others may owe that to them, so then its file too gets a fresh parser, and is judged there. `prepare` gives
 * the session what it serves.
 */
export function createParser(prepare: (session: Session) => void, watching: Watching): Parser {
  // In memory, and its own: what one document leaves behind no later parser finds.
  const ownSession = session.fromPartition(`parser-${Date.now()}-${parserNumber()}`);
  prepare(ownSession);
  const window = createParserWindow(ownSession);
  const contents = window.webContents;
  const underWay: Waiting[] = [];
  let isReady = false;
  let isDead = false;
  let answered = 0;
  let timer: NodeJS.Timeout | undefined;
  let unwatch: (() => void) | null = null;

  const bytesUnderWay = (): number => underWay.reduce((sum, { job }) => sum + job.bytes.length, 0);
  const rest = (): void => {
    clearTimeout(timer);
    unwatch?.();
    unwatch = null;
  };
  const die = (code: 'parse-timeout' | 'parse-crashed' | 'too-large'): void => {
    if (isDead) return;
    isDead = true;
    rest();
    const left = underWay.splice(0);
    const isItsOwnFault = code !== 'too-large' || answered === 0;
    const first = isItsOwnFault ? left.shift() : undefined;
    const detail = code === 'too-large' ? { detail: 'too-much-memory' } : {};
    first?.answer(fail({ code, file: first.job.path, ...detail }));
    watching.onDeath(left);
  };
  const end = (code: 'parse-timeout' | 'too-large'): void => {
    // Its process may not be there to be ended; its answer must not be waited for either.
    die(code);
    kill(window);
  };
  const limitTime = (): void => {
    clearTimeout(timer);
    const mebibytes = (underWay[0]?.job.bytes.length ?? 0) / 2 ** 20;
    const limit = timeLimit.least + Math.floor(mebibytes) * timeLimit.perMebibyte;
    timer = setTimeout(() => end('parse-timeout'), limit);
  };
  const work = (): void => {
    limitTime();
    if (unwatch !== null || !isReady) return;
    answered = 0;
    const limit = (): number => memoryLimit.least + memoryLimit.perByte * bytesUnderWay();
    unwatch = watchMemory(contents.getOSProcessId(), limit, () => end('too-large'));
  };

  contents.once('render-process-gone', () => die('parse-crashed'));
  window.once('closed', () => die('parse-crashed'));
  contents.ipc.once('parser:ready', (event) => {
    if (!isTrusted(event, contents) || isDead) return;
    yieldTo(contents.getOSProcessId());
    isReady = true;
    if (underWay.length > 0) work();
    for (const { job } of underWay) contents.send('parser:job', job);
  });
  contents.ipc.on('parser:done', (event, id: unknown, outcome: unknown) => {
    const [first] = underWay;
    if (first === undefined || first.job.id !== id || isDead || !isTrusted(event, contents)) return;
    underWay.shift();
    answered += 1;
    if (underWay.length > 0) limitTime();
    else rest();
    first.answer(isOutcome(outcome) ? outcome : fail({ code: 'parse-failed', file: first.job.path }));
    watching.onAnswer();
  });
  loadPage(window, 'parser').catch(() => die('parse-crashed'));

  return {
    give: (waiting) => {
      underWay.push(waiting);
      if (underWay.length === 1) work();
      if (isReady) contents.send('parser:job', waiting.job);
    },
    load: () => ({ files: underWay.length, bytes: bytesUnderWay() }),
    close: () => {
      if (!window.isDestroyed()) window.destroy();
    },
  };
}

let parsersMade = 0;
function parserNumber(): number {
  parsersMade += 1;
  return parsersMade;
}

function kill(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
}

/** Parsing gives way to coding. A system that does not allow it is no reason not to parse. */
function yieldTo(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // Best effort.
  }
}

function isOutcome(value: unknown): value is Outcome<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
