/** How a program counts the characters of a text. */
export interface PositionDialect {
  readonly unit: 'code-point' | 'utf-16';
  /**
   * Line ends: counted as they stand in the file, each as one, or each as two although a line feed alone stands
   * there (XML turns CRLF into that).
   */
  readonly lineEnd: 'as-is' | 'one' | 'two';
  /** A byte order mark at the start counts as a character. */
  readonly mark: 'counted' | 'skipped';
  readonly end: 'exclusive' | 'inclusive';
}

/** What the standard's own example shows. */
export const standardDialect: PositionDialect = {
  unit: 'code-point',
  lineEnd: 'as-is',
  mark: 'skipped',
  end: 'exclusive',
};

/** Where a position of a file stands in the frozen text, in UTF-16 units; null outside the text. */
export type PlaceOf = (position: number) => number | null;

const special = /[\uFEFF\r\n]|\p{Surrogate}|[\u{10000}-\u{10FFFF}]/u;

/**
 * Counts a text as a dialect does. `raw` is the text as it stood in the file; places are those of its frozen form,
 * in which line ends are line feeds and the byte order mark is gone.
 */
export function placesIn(raw: string, dialect: PositionDialect): PlaceOf {
  // Most texts have neither marks nor emoji, and line ends that count as what they are.
  if (!special.test(dialect.lineEnd === 'two' ? raw : raw.replaceAll('\n', ''))) {
    return (position) => (isWithin(position, raw.length) ? position : null);
  }
  const places: number[] = [];
  let place = 0;
  const advance = (counted: number, frozen: number): void => {
    for (let n = 0; n < counted; n++) places.push(n === 0 || counted !== frozen ? place : place + n);
    place += frozen;
  };
  let at = 0;
  while (raw.charCodeAt(at) === 0xfeff) {
    advance(dialect.mark === 'counted' ? 1 : 0, 0);
    at += 1;
  }
  const widens = dialect.lineEnd === 'two' && !raw.includes('\r');
  while (at < raw.length) {
    const unit = raw.charCodeAt(at);
    const next = raw.charCodeAt(at + 1);
    if (unit === 0x0d && next === 0x0a) {
      advance(dialect.lineEnd === 'one' ? 1 : 2, 1);
      at += 2;
    } else if (unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) {
      advance(dialect.unit === 'utf-16' ? 2 : 1, 2);
      at += 2;
    } else {
      advance(unit === 0x0a && widens ? 2 : 1, 1);
      at += 1;
    }
  }
  places.push(place);
  return (position) => (isWithin(position, places.length - 1) ? (places[position] ?? null) : null);
}

function isWithin(position: number, limit: number): boolean {
  return Number.isInteger(position) && position >= 0 && position <= limit;
}
