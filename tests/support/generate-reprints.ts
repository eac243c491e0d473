/** A fictional corpus of wire reports in which it is known which sentence reprints which. */
import { Chance } from '../bench/support/prose';

export interface Reprinted {
  readonly id: string;
  readonly text: string;
  readonly structure: {
    readonly blocks: readonly {
      readonly id: string;
      readonly start: number;
      readonly end: number;
      readonly kind: 'body';
      readonly in_scope: true;
      readonly source: 'rule';
      readonly rule_rev: number;
    }[];
    readonly sentences: readonly (readonly [number, number])[];
  };
  /** By sentence: number of the sentence it reprints; null for one that stands nowhere else. */
  readonly origins: readonly (number | null)[];
}

export interface ReprintOptions {
  readonly articles: number;
  /** Sentences to an article, and how many of them are reprints. */
  readonly sentences: number;
  readonly reprinted: number;
  /** Sentences that are reprinted. */
  readonly sources: number;
  /** Largest share of words that a reprint changes. */
  readonly edited: number;
}

const syllables = 'ba ce di fo gu ha ji ko lu ma ne pi ro su ta ve wi xo ya ze'.split(' ');
const common = 'the of and to in a was by that for with from its on it is has been at after'.split(' ');

export function generateReprints(seed: number, options: ReprintOptions): readonly Reprinted[] {
  const chance = new Chance(seed);
  const pick = (list: readonly string[]): string => list[chance.below(list.length)] ?? '';
  const vocabulary = Array.from({ length: 4000 }, () =>
    Array.from({ length: 2 + chance.below(3) }, () => pick(syllables)).join(''),
  );
  // A third of running words are the common ones, as in any press text.
  const word = (): string => (chance.next() < 0.35 ? pick(common) : pick(vocabulary));
  const sentence = (): string[] => Array.from({ length: 10 + chance.below(25) }, word);
  const edit = (words: readonly string[]): string[] => {
    const edited = [...words];
    const edits = Math.floor(chance.next() * options.edited * words.length);
    for (let each = 0; each < edits; each += 1) {
      const at = chance.below(edited.length);
      const how = chance.below(3);
      if (how === 0) edited[at] = word();
      else if (how === 1) edited.splice(at, 1);
      else edited.splice(at, 0, word());
    }
    return edited;
  };
  const sources = Array.from({ length: options.sources }, sentence);
  return Array.from({ length: options.articles }, (_, article) => {
    // Reprinted background stands together, at the end of a report.
    const first = chance.below(options.sources);
    const origins = Array.from({ length: options.sentences }, (_, at) => {
      const own = options.sentences - options.reprinted;
      return at < own ? null : (first + at - own) % options.sources;
    });
    const lines = origins.map((origin) => {
      const words = origin === null ? sentence() : edit(sources[origin] ?? []);
      const line = words.join(' ');
      return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
    });
    let at = 0;
    const sentences = lines.map((line): readonly [number, number] => {
      const start = at;
      at += line.length + 1;
      return [start, start + line.length];
    });
    const text = lines.join(' ');
    const block = { start: 0, end: text.length, kind: 'body', in_scope: true, source: 'rule' } as const;
    return {
      id: `article-${String(article).padStart(5, '0')}`,
      text,
      structure: { blocks: [{ id: 'b', ...block, rule_rev: 1 }], sentences },
      origins,
    };
  });
}
