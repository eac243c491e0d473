/** Something a text held that was put differently when it was frozen. */
export interface TextRepair {
  readonly code: 'byte-order-mark' | 'line-ends' | 'control-characters' | 'lone-surrogates';
  readonly count: number;
}

export interface CanonicalText {
  readonly text: string;
  /** Each code at most once, with its count; in the order the repairs were made. */
  readonly repairs: readonly TextRepair[];
}

interface Rule {
  readonly code: TextRepair['code'];
  readonly pattern: RegExp;
  readonly by: (found: string) => string;
}

/**
 * Every rule but the first two keeps the number of UTF-16 units, so what a person saw at a place stays there.
 * With `u` a surrogate class matches only halves that have no other half. U+FFFE and U+FFFF go with the control
 * characters, because XML 1.0 can hold none of them and every export must.
 */
const rules: readonly Rule[] = [
  { code: 'byte-order-mark', pattern: /^\uFEFF+/u, by: () => '' },
  { code: 'line-ends', pattern: /\r\n?/gu, by: () => '\n' },
  {
    code: 'control-characters',
    pattern: /\p{Cc}|[\uFFFE\uFFFF]/gu,
    by: pictureOf,
  },
  { code: 'lone-surrogates', pattern: /\p{Cs}/gu, by: () => '\uFFFD' },
];

/**
 * The one form in which a text is frozen: no byte order mark at its start, line feeds alone end lines, no control
 * character but tab and line feed (each becomes its control picture, U+2400 + n), no half of a surrogate pair.
 * Nothing is normalised: NFC and NFD twins stay two texts. Applied to its own result it changes nothing.
 */
export function canonicalText(raw: string): CanonicalText {
  let text = raw;
  const repairs: TextRepair[] = [];
  for (const { code, pattern, by } of rules) {
    let count = 0;
    text = text.replace(pattern, (found) => {
      const put = by(found);
      if (put !== found) count += code === 'byte-order-mark' ? found.length : 1;
      return put;
    });
    if (count > 0) repairs.push({ code, count });
  }
  return { text, repairs };
}

function pictureOf(found: string): string {
  const unit = found.charCodeAt(0);
  if (unit >= 0xfffe) return '\uFFFD';
  const stays = unit === 0x09 || unit === 0x0a || unit >= 0x7f;
  return stays ? found : String.fromCharCode(0x2400 + unit);
}
