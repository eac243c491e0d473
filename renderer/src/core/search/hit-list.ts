/** Hits of a search, kept in few bytes: there may be hundreds of thousands. */
import type { Span } from '../model/span';
import type { SearchEntry } from './search-entry';

export interface Hit extends Span {
  /** Its place in the order in which hits were found: by document, then by place. */
  readonly number: number;
  readonly entry: SearchEntry;
}

export interface HitList {
  /** Hits so far. */
  readonly size: number;
  /** Documents so far. */
  readonly documents: number;
  /** Takes those of one document, in text order. */
  add(entry: SearchEntry, spans: readonly Span[]): void;
  at(number: number): Hit | undefined;
  /** Number of the document among those that were found, by hit. */
  documentOf(number: number): number;
  entryOf(document: number): SearchEntry | undefined;
  /** The hits of one document: the first, and the one after the last. */
  rangeOf(document: number): readonly [from: number, to: number];
}

const firstRoom = 1024;

export function createHitList(): HitList {
  const entries: SearchEntry[] = [];
  const firsts: number[] = [];
  /** Three numbers a hit: document, start, end. */
  let packed = new Uint32Array(firstRoom * 3);
  let size = 0;
  const list: HitList = {
    get size() {
      return size;
    },
    get documents() {
      return entries.length;
    },
    add: (entry, spans) => {
      if (spans.length === 0) return;
      if ((size + spans.length) * 3 > packed.length) {
        const roomier = new Uint32Array(Math.max(packed.length * 2, (size + spans.length) * 3));
        roomier.set(packed);
        packed = roomier;
      }
      firsts.push(size);
      for (const { start, end } of spans) {
        packed.set([entries.length, start, end], size * 3);
        size += 1;
      }
      entries.push(entry);
    },
    at: (number) => {
      if (number < 0 || number >= size) return undefined;
      const [document = 0, start = 0, end = 0] = packed.subarray(number * 3, number * 3 + 3);
      const entry = entries[document];
      return entry === undefined ? undefined : { number, start, end, entry };
    },
    documentOf: (number) => packed[number * 3] ?? 0,
    entryOf: (document) => entries[document],
    rangeOf: (document) => [firsts[document] ?? size, firsts[document + 1] ?? size],
  };
  return list;
}
