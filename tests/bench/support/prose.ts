/** Fictional press prose, the same for the same seed; runs in a page as well as in Node. */

const vocabulary = (
  'harbour pilots council envoy ministry winter grain convoy ferry lamp bridge treaty observers mandate order ' +
  'calm quarter district market railway border garrison ration statement deputy assembly compact northern ' +
  'eastern island coast signal repair engineers camp release inquiry witness crowd square curfew tariff ' +
  'said announced restored denied confirmed withdrew arrived remained opened promised warned reported held ' +
  'accepted refused guarded supplied crossed returned briefly openly again yesterday quietly without after ' +
  'before while under across beside the the the a of of to in and and for with from that its their several ' +
  'foreign limited lawful joint peaceful urgent public former local new late'
).split(' ');

/** mulberry32: small, and the same on every machine. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** At least 0 and below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** A UUID of version 4. */
  id(): string {
    const part = (): string => this.below(0x1_0000).toString(16).padStart(4, '0');
    return `${part()}${part()}-${part()}-4${part().slice(1)}-a${part().slice(1)}-${part()}${part()}${part()}`;
  }
}

function words(chance: Chance, count: number): string {
  const chosen = Array.from({ length: count }, () => vocabulary[chance.below(vocabulary.length)] ?? '');
  const line = chosen.join(' ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

export interface Prose {
  readonly title: string;
  readonly text: string;
  /** UTF-16 units, end exclusive; the headline first. */
  readonly paragraphs: readonly (readonly [start: number, end: number])[];
  /** Of the paragraphs after the headline. */
  readonly sentences: readonly (readonly [start: number, end: number])[];
}

/** A headline and paragraphs of four sentences, until `wordCount` words are reached. */
export function writeProse(chance: Chance, wordCount: number): Prose {
  const title = words(chance, 8);
  const parts = [title];
  const paragraphs: [number, number][] = [[0, title.length]];
  const sentences: [number, number][] = [];
  let at = title.length;
  let count = 8;
  while (count < wordCount) {
    at += 2;
    const begun = at;
    const inside: string[] = [];
    for (let n = 0; n < 4 && count < wordCount; n += 1) {
      const length = 10 + chance.below(14);
      const said = `${words(chance, length)}.`;
      // Press writes with curly marks, for which engines take two bytes a unit of the whole text.
      const sentence = n === 1 ? `“${said}”` : said;
      count += length;
      if (n > 0) at += 1;
      sentences.push([at, at + sentence.length]);
      at += sentence.length;
      inside.push(sentence);
    }
    parts.push(inside.join(' '));
    paragraphs.push([begun, at]);
  }
  return { title, text: parts.join('\n\n'), paragraphs, sentences };
}
