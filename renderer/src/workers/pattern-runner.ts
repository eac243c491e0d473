/** The corpus's side of the worker that runs regular expressions, with the time limit. */
import { type FromPatterns, type PatternsAsked, type PatternsFound, patternsReady } from './pattern-protocol';

/** Milliseconds for one batch of documents; an honest expression takes a hundredth of it. */
export const patternLimit = 2_000;

export interface PatternRunner {
  /** Places by pattern and text; null where they took too long, and the worker was given up. */
  find(asked: Omit<PatternsAsked, 'id'>): Promise<PatternsFound['places'] | null>;
  /** Takes the line to a worker that was asked for. */
  connect(port: MessagePort): void;
}

export function createPatternRunner(need: (need: 'start' | 'restart') => void): PatternRunner {
  let line: PromiseWithResolvers<MessagePort> | null = null;
  let last = 0;
  const waiting = new Map<number, (places: PatternsFound['places'] | null) => void>();
  const open = (how: 'start' | 'restart'): PromiseWithResolvers<MessagePort> => {
    line = Promise.withResolvers<MessagePort>();
    need(how);
    return line;
  };
  return {
    find: async (asked) => {
      const port = await (line ?? open('start')).promise;
      last += 1;
      const id = last;
      const answered = new Promise<PatternsFound['places'] | null>((resolve) => {
        waiting.set(id, resolve);
        setTimeout(() => {
          if (!waiting.delete(id)) return;
          open('restart');
          resolve(null);
        }, patternLimit);
      });
      port.postMessage({ ...asked, id } satisfies PatternsAsked);
      return answered;
    },
    connect: (port) => {
      const opened = line;
      port.onmessage = ({ data }: MessageEvent<FromPatterns>) => {
        if (data === patternsReady) {
          opened?.resolve(port);
          return;
        }
        waiting.get(data.id)?.(data.places);
        waiting.delete(data.id);
      };
    },
  };
}
