import { availableParallelism, constants, setPriority } from 'node:os';
import type { Outcome, ParseJob } from '@preload/contract';
import { app, type BrowserWindow, type Session, session } from 'electron';
import { isTrusted } from './ipc';
import { fail } from './outcome';
import { createParserWindow, loadPage } from './window';

/** Milliseconds one file may take. */
const timeLimit = 20_000;
/** Bytes a parser may grow over what it held before its first job. */
const memoryLimit = 512 * 1024 * 1024;
const memoryLookEvery = 100;
/** Milliseconds without work after which parsers are closed. */
const idleLimit = 30_000;

export interface ParserPool {
  /** The parser's answer, of unknown shape still; or why there is none. Never rejects. */
  parse(job: Omit<ParseJob, 'id' | 'icu'>): Promise<Outcome<unknown>>;
  close(): void;
}

interface Waiting {
  readonly job: ParseJob;
  readonly answer: (outcome: Outcome<unknown>) => void;
}

interface Parser {
  run(job: ParseJob): Promise<Outcome<unknown>>;
  readonly alive: () => boolean;
  close(): void;
}

/**
 * Hidden, sandboxed windows that parse one file each at a time. One that hangs, swells or dies takes its file's answer
 * with it and nothing else; the next file gets a fresh one. They are made when first
 * needed; `prepare` gives each one's session what it serves.
 */
export function createParserPool(prepare: (session: Session) => void): ParserPool {
  const most = Math.max(1, availableParallelism() - 1);
  const queue: Waiting[] = [];
  const parsers = new Set<Parser>();
  const free: Parser[] = [];
  let jobs = 0;
  let idle: NodeJS.Timeout | undefined;

  function close(): void {
    for (const parser of parsers) parser.close();
    parsers.clear();
    free.length = 0;
  }

  function dispatch(): void {
    clearTimeout(idle);
    while (queue.length > 0) {
      const parser = free.pop() ?? (parsers.size < most ? open() : undefined);
      if (parser === undefined) return;
      const next = queue.shift();
      if (next !== undefined) void serve(parser, next);
    }
    if (free.length === parsers.size) idle = setTimeout(close, idleLimit).unref();
  }

  function open(): Parser {
    const parser = createParser(prepare);
    parsers.add(parser);
    return parser;
  }

  async function serve(parser: Parser, { job, answer }: Waiting): Promise<void> {
    const outcome = await parser.run(job);
    if (parser.alive()) {
      free.push(parser);
    } else {
      parsers.delete(parser);
      parser.close();
    }
    answer(outcome);
    dispatch();
  }

  return {
    parse: ({ path, bytes }) =>
      new Promise((answer) => {
        jobs += 1;
        queue.push({ job: { id: jobs, path, bytes, icu: process.versions['icu'] ?? '' }, answer });
        dispatch();
      }),
    close,
  };
}

function createParser(prepare: (session: Session) => void): Parser {
  // In memory, and its own: what one document leaves behind no later parser finds.
  const ownSession = session.fromPartition(`parser-${Date.now()}-${parserNumber()}`);
  prepare(ownSession);
  const window = createParserWindow(ownSession);
  const contents = window.webContents;
  let died = false;
  let onDeath: () => void = () => undefined;
  const die = (): void => {
    died = true;
    onDeath();
  };
  contents.once('render-process-gone', die);
  window.once('closed', die);
  const ready = new Promise<void>((resolve) => {
    contents.ipc.once('parser:ready', (event) => {
      if (!isTrusted(event, contents)) return;
      yieldTo(contents.getOSProcessId());
      resolve();
    });
  });
  loadPage(window, 'parser').catch(die);

  async function run(job: ParseJob): Promise<Outcome<unknown>> {
    const why = (code: 'parse-timeout' | 'parse-crashed' | 'too-large'): Outcome<unknown> =>
      fail({ code, file: job.path });
    let stopWatching: () => void = () => undefined;
    const outcome = await new Promise<Outcome<unknown>>((settle) => {
      let verdict = why('parse-crashed');
      onDeath = () => settle(verdict);
      const end = (code: 'parse-timeout' | 'too-large'): void => {
        verdict = why(code);
        kill(window);
        // Should the process not be there to be ended, its answer must not be waited for either.
        die();
      };
      const timer = setTimeout(() => end('parse-timeout'), timeLimit);
      stopWatching = () => clearTimeout(timer);
      if (died) {
        settle(verdict);
        return;
      }
      void ready.then(() => {
        if (died) return;
        const unwatch = watchMemory(contents.getOSProcessId(), () => end('too-large'));
        stopWatching = () => {
          clearTimeout(timer);
          unwatch();
        };
        contents.ipc.on('parser:done', function done(event, id: unknown, answer: unknown) {
          if (!isTrusted(event, contents) || id !== job.id) return;
          contents.ipc.removeListener('parser:done', done);
          settle(isOutcome(answer) ? answer : fail({ code: 'parse-failed', file: job.path }));
        });
        contents.send('parser:job', job);
      });
    });
    stopWatching();
    onDeath = () => undefined;
    return outcome;
  }

  return {
    run,
    alive: () => !died && !window.isDestroyed(),
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

/** Calls `exceeded` once a process holds more than the limit over what it holds now. Returns how to stop. */
function watchMemory(pid: number, exceeded: () => void): () => void {
  const held = (): number => {
    const metric = app.getAppMetrics().find((each) => each.pid === pid);
    return (metric?.memory.workingSetSize ?? 0) * 1024;
  };
  const base = held();
  const look = setInterval(() => {
    if (held() - base <= memoryLimit) return;
    clearInterval(look);
    exceeded();
  }, memoryLookEvery);
  return () => clearInterval(look);
}

function isOutcome(value: unknown): value is Outcome<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
