/** Texts of few signs of many kinds, so that chance soon brings them together. */
import fc from 'fast-check';

const signs = [
  ...['a', 'A', 'e', 'o', 's', 'S', 'i', 'n', 'f', ' ', ' ', '\n', '.', '-', '"', "'"],
  ...['é', 'e\u0301', 'É', 'ö', 'o\u0308', 'ñ', 'å', 'ß', 'ẞ', 'ø', 'Ø', 'ł'],
  ...['ﬁ', 'ﬀ', '\u00ad', '\u200b', '\ufeff', '\u00a0', '’', '“', '—', '…', '\t'],
  ...[
    'й',
    'и',
    'И\u0306',
    'ё',
    'ς',
    'Σ',
    'σ',
    'İ',
    'ı',
    '한',
    '\u1112\u1161\u11ab',
    '하',
    '\u11ab',
    '漢',
    '😀',
    'x\u0302',
  ],
];

export const anyText = fc.array(fc.constantFrom(...signs), { maxLength: 40 }).map((all) => all.join(''));
/** One to three signs that are seen. */
export const anyNeedle = fc
  .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(''))
  .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/\s/.test(text) && !/^\p{M}/u.test(text));
