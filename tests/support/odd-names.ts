/** Eighty names that files of a corpus may have on a disk of Linux. One that begins with a dot is hidden, and told of. */
const stems: readonly string[] = [
  ...[
    `it's "quoted" and \`ticked\``,
    'two\nlines',
    'tab\there',
    'cr\rhere',
    'bell\u0007',
    'escape\u001b[31m',
  ],
  ...[
    '\u202Etxt.eripme',
    'zero\u200Bwidth',
    '\u2066isolated\u2069',
    '\uFEFFmark',
    'soft\u00ADhyphen',
    'no\u00A0break',
  ],
  ...['שלום عالم', 'عربي', 'हिन्दी', 'ไทย', '中文', '日本語', '한국어', 'Ἑλλάς', 'Вестник', 'Ünïcödé'],
  ...['😀👩‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'e\u0301 apart', '\u00E9 joined', 'ﬁ ligature', 'ＷＩＤＥ', 'Ω ohm', 'Ω omega'],
  ...[
    'ends with a space ',
    ' begins with one',
    'ends with dots..',
    'middle...dots',
    ' . ',
    '-',
    '--',
    '+',
    '@',
  ],
  ...['-rf', '--version', '=1+1', '+1', '@SUM(A1)', '＝1+1', '=HYPERLINK("x")', "'quoted", ';', ','],
  ...['$(whoami);&|', '`id`', '%2e%2e%2f', '%00', '$HOME', '~', '*', '?', '[a-z]', '{a,b}', '<b>', '&amp;'],
  ...['C:\\Windows\\a', '\\\\server\\share', 'CON', 'NUL', 'aux', 'com1', 'a:b', 'a|b', '"'],
  ...[
    'long '.repeat(48),
    'x'.repeat(250),
    'README',
    'readme',
    'Readme',
    '0',
    '1e5',
    'null',
    'undefined',
    '__proto__',
  ],
];

export const oddNames: readonly string[] = stems.map((stem) => `${stem}.txt`);
