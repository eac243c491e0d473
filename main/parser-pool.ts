import { availableParallelism } from 'node:os';
import type { Outcome, ParseJob } from '@preload/contract';
import type { Session } from 'electron';
import { fail } from './outcome';
import { createParser, type Parser, type Waiting } from './parser';

/** Milliseconds without work after which parsers are closed. */
const idleLimit = 30_000;
/** What a parser is given ahead of its answers, so that it never waits for main: files, and bytes together. */
const ahead = { files: 16, bytes: 4 * 1024 * 1024 } as const;

export interface ParserPool {
  /** The parser's answer, of unknown shape still; or why there is none. Never rejects. */
  parse(job: Omit<ParseJob, 'id' | 'icu'>): Promise<Outcome<unknown>>;
  /** For good: what is asked for afterwards is answered with a problem. */
  close(): void;
}

/** Hidden, sandboxed windows that parse files, made when first needed; `prepare` gives each one's session what it serves. */
export function createParserPool(prepare: (session: Session) => void): ParserPool {
  const most = Math.max(1, availableParallelism() - 1);
  const queue: Waiting[] = [];
  const parsers = new Set<Parser>();
  let jobs = 0;
  let idle: NodeJS.Timeout | undefined;
  let isOver = false;

  function rest(): void {
    const closing = [...parsers];
    parsers.clear();
    for (const parser of closing) parser.close();
  }

  function dispatch(): void {
    clearTimeout(idle);
    if (isOver) {
      for (const { job, answer } of queue.splice(0)) answer(fail({ code: 'parse-crashed', file: job.path }));
      return;
    }
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      const parser = findRoom(next);
      if (parser === null) return;
      queue.shift();
      parser.give(next);
    }
    const isIdle = [...parsers].every((parser) => parser.load().files === 0);
    if (isIdle) idle = setTimeout(rest, idleLimit).unref();
  }

  /** The parser with the fewest files; a new one rather than one that is busy. */
  function findRoom({ job }: Waiting): Parser | null {
    const [best] = [...parsers].sort((one, other) => one.load().files - other.load().files);
    if ((best === undefined || best.load().files > 0) && parsers.size < most) return open();
    if (best === undefined) return null;
    const { files, bytes } = best.load();
    const fits = files < ahead.files && bytes + job.bytes.length <= ahead.bytes;
    return files === 0 || fits ? best : null;
  }

  function open(): Parser {
    const parser = createParser(prepare, {
      onAnswer: dispatch,
      onDeath: (left) => {
        parsers.delete(parser);
        parser.close();
        queue.unshift(...left);
        dispatch();
      },
    });
    parsers.add(parser);
    return parser;
  }

  return {
    parse: (job) =>
      new Promise((answer) => {
        jobs += 1;
        queue.push({ job: { ...job, id: jobs, icu: process.versions['icu'] ?? '' }, answer });
        dispatch();
      }),
    close: () => {
      isOver = true;
      rest();
      dispatch();
    },
  };
}
