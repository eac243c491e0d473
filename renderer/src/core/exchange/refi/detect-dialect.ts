import { canonicalText } from '../../text/canonical-text';
import { type PositionDialect, placesIn, standardDialect } from './position-dialect';

/** A text with the selections in it that carry a name. */
export interface NamedSelections {
  /** As it stood in the file. */
  readonly raw: string;
  readonly selections: readonly { readonly start: number; readonly end: number; readonly name: string }[];
}

/** How the positions of a file are read, and why so. */
export interface PositionReading extends PositionDialect {
  /** Selections whose name is the text that stands at their place when they are read so. */
  readonly matched: number;
  /** Selections that have a name; it may be a title, and then matches nothing. */
  readonly named: number;
  /** `names`: what selections are called agrees best with it; else what the program is known to do, or the standard. */
  readonly decidedBy: 'names' | 'origin' | 'standard';
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Names are cut off by some, with "…" or "..." at the end. */
const cut = /^(?<begin>[\s\S]{8,}?)\s*(?:…|\.\.\.)$/;

/** True when a selection is called by the text it holds, but for white space and a cut end. */
export function isNameOf(name: string, passage: string): boolean {
  const wanted = fold(name);
  const found = fold(passage);
  if (wanted === found) return true;
  const begin = cut.exec(wanted)?.groups?.['begin'];
  return begin !== undefined && found.startsWith(begin);
}

/** All ways of counting that would differ for these texts; the likeliest first, so that it wins where several agree. */
function dialectsFor(
  texts: readonly NamedSelections[],
  expected: PositionDialect,
): readonly PositionDialect[] {
  const has = (sign: RegExp): boolean => texts.some(({ raw }) => sign.test(raw));
  const choices = <T>(first: T, others: readonly T[], differ: boolean): readonly T[] =>
    differ ? [first, ...others.filter((other) => other !== first)] : [first];
  const units = choices(expected.unit, ['code-point', 'utf-16'] as const, has(/[\u{10000}-\u{10FFFF}]/u));
  const lineEnds = choices(expected.lineEnd, ['as-is', 'one', 'two'] as const, has(/\n/));
  const marks = choices(expected.mark, ['skipped', 'counted'] as const, has(/^\uFEFF/));
  const ends = choices(expected.end, ['exclusive', 'inclusive'] as const, true);
  return ends.flatMap((end) =>
    marks.flatMap((mark) =>
      lineEnds.flatMap((lineEnd) => units.map((unit) => ({ unit, lineEnd, mark, end }))),
    ),
  );
}

/** What a program is known to do where nothing in the file speaks. */
function expectedOf(origin: string): PositionDialect {
  return /atlas/i.test(origin) ? { ...standardDialect, lineEnd: 'one' } : standardDialect;
}

function matchesOf(texts: readonly NamedSelections[], dialect: PositionDialect): number {
  const extra = dialect.end === 'inclusive' ? 1 : 0;
  let matched = 0;
  for (const { raw, selections } of texts) {
    const frozen = canonicalText(raw).text;
    const placeOf = placesIn(raw, dialect);
    for (const { start, end, name } of selections) {
      const from = placeOf(start);
      const to = placeOf(end + extra);
      if (from !== null && to !== null && from < to && isNameOf(name, frozen.slice(from, to))) matched += 1;
    }
  }
  return matched;
}

/**
 * Finds out how the program that wrote a file counts, which no two do alike, by the selections that are called by
 * their own text. `origin` is the program's name.
 */
export function detectDialect(given: readonly NamedSelections[], origin: string): PositionReading {
  const texts = given.filter(({ selections }) => selections.length > 0);
  const named = texts.reduce((sum, { selections }) => sum + selections.length, 0);
  const expected = expectedOf(origin);
  let best = { dialect: expected, matched: 0 };
  for (const dialect of named === 0 ? [] : dialectsFor(texts, expected)) {
    const matched = matchesOf(texts, dialect);
    if (matched > best.matched) best = { dialect, matched };
    if (matched === named) break;
  }
  const known = expected === standardDialect ? 'standard' : 'origin';
  return {
    ...best.dialect,
    matched: best.matched,
    named,
    decidedBy: best.matched > 0 ? 'names' : known,
  };
}
