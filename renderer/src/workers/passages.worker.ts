/** Holds all passages of the project and answers queries, so that the window never waits for one. */
import { codeTable } from '@core/query/code-table';
import { createPassageIndex } from '@core/query/passage-index';
import { type PassageRun, runQuery } from '@core/query/passage-run';
import { memoryAtRest } from './memory-at-rest';
import type { Answers, FromWorker, QuestionName, ToWorker } from './passage-protocol';

const index = createPassageIndex();
/** Only the newest one: nothing is asked of an older list any more. */
let last: { readonly number: number; readonly run: PassageRun } | null = null;

function runOf(number: number): PassageRun | null {
  return last?.number === number ? last.run : null;
}

function answer(message: Extract<ToWorker, { kind: 'ask' }>): Answers<QuestionName> {
  switch (message.name) {
    case 'run': {
      const begun = performance.now();
      const run = runQuery(index, message.asks.query, message.asks.grouping);
      last = { number: message.asks.run, run };
      const { keep } = message.asks;
      const keptAt = keep === null ? -1 : run.rowOf(keep);
      return { found: run.found, keptAt, took: performance.now() - begun };
    }
    case 'rows':
      return runOf(message.asks.run)?.rows(message.asks.from, message.asks.to) ?? null;
    case 'keys': {
      const run = runOf(message.asks.run);
      return run === null ? null : message.asks.ranges.flatMap(([from, to]) => run.keys(from, to));
    }
    case 'drift':
      return runOf(message.asks.run)?.drift() ?? null;
    case 'table':
      return codeTable(index, message.asks.query, message.asks.options);
  }
}

function reply(message: Extract<ToWorker, { kind: 'ask' }>): FromWorker {
  try {
    return { kind: 'reply', id: message.id, ok: true, answer: answer(message) };
  } catch (error) {
    return { kind: 'reply', id: message.id, ok: false, error: String(error) };
  }
}

const taken = memoryAtRest();

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'add':
      index.add(data.records);
      taken();
      break;
    case 'follow':
      index.follow(data.writes);
      break;
    case 'ask':
      self.postMessage(reply(data));
      break;
  }
});
