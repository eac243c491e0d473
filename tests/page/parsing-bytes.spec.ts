import { encodeLegacy, encodeUtf16 } from '../support/legacy-bytes';
import { expect, test } from '../support/page-test';
import { parse, parsed, serveParser, sharedParser } from '../support/parser-page';

serveParser();

const russian =
  'Лоцманы покинули гавань Кельдовы. Последняя смена сдала вахту, сообщил старшина.\nМаяк горит.\n';
const western = 'café – “quotes”';
const english = 'The pilots left the harbour.\nThe lamp burns.\n';

const encodings: readonly {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly encoding: string;
  readonly repairs?: readonly (readonly [code: string, count: number])[];
}[] = [
  { name: 'UTF-8', bytes: Buffer.from(russian), text: russian, encoding: 'utf-8' },
  {
    name: 'UTF-8 with a mark',
    bytes: Buffer.from(`\uFEFF${russian}`),
    text: russian,
    encoding: 'utf-8',
    repairs: [['byte-order-mark', 1]],
  },
  {
    name: 'UTF-16LE with a mark',
    bytes: encodeUtf16(`\uFEFF${russian}`, 'le'),
    text: russian,
    encoding: 'utf-16le',
    repairs: [['byte-order-mark', 1]],
  },
  {
    name: 'UTF-16BE with a mark',
    bytes: encodeUtf16(`\uFEFF${english}`, 'be'),
    text: english,
    encoding: 'utf-16be',
    repairs: [['byte-order-mark', 1]],
  },
  {
    name: 'UTF-16LE without a mark, Latin',
    bytes: encodeUtf16(english, 'le'),
    text: english,
    encoding: 'utf-16le',
  },
  {
    name: 'UTF-16BE without a mark, Latin',
    bytes: encodeUtf16(english, 'be'),
    text: english,
    encoding: 'utf-16be',
  },
  {
    name: 'UTF-16LE without a mark, Russian',
    bytes: encodeUtf16(russian, 'le'),
    text: russian,
    encoding: 'utf-16le',
  },
  {
    name: 'UTF-16BE without a mark, Russian',
    bytes: encodeUtf16(russian, 'be'),
    text: russian,
    encoding: 'utf-16be',
  },
  {
    name: 'UTF-16LE without a mark, Chinese',
    bytes: encodeUtf16('港口工人结束罢工。\n港口的灯又亮了。\n', 'le'),
    text: '港口工人结束罢工。\n港口的灯又亮了。\n',
    encoding: 'utf-16le',
  },
  {
    name: 'windows-1251',
    bytes: encodeLegacy(russian, 'windows-1251'),
    text: russian,
    encoding: 'windows-1251',
  },
  {
    name: 'windows-1251, two words',
    bytes: encodeLegacy('Привет, мир', 'windows-1251'),
    text: 'Привет, мир',
    encoding: 'windows-1251',
  },
  { name: 'KOI8-R', bytes: encodeLegacy(russian, 'koi8-r'), text: russian, encoding: 'koi8-r' },
  { name: 'code page 866', bytes: encodeLegacy(russian, 'ibm866'), text: russian, encoding: 'ibm866' },
  {
    name: 'windows-1252',
    bytes: encodeLegacy(western, 'windows-1252'),
    text: western,
    encoding: 'windows-1252',
  },
  ...['café – “q”', 'Zürich', 'Garçon, où? très', 'naïve “Straße” – é'].map((text) => ({
    name: `windows-1252, few bytes: ${text}`,
    bytes: encodeLegacy(text, 'windows-1252'),
    text,
    encoding: 'windows-1252',
  })),
  {
    name: 'UTF-8 with a fault',
    bytes: Buffer.concat([Buffer.from(russian), Buffer.from([0xff]), Buffer.from('конец')]),
    text: `${russian}\uFFFDконец`,
    encoding: 'utf-8',
    repairs: [['replaced-bytes', 1]],
  },
  {
    name: 'a zero byte and Windows line ends',
    bytes: Buffer.from(`${english.replaceAll('\n', '\r\n')}and a \0 here`),
    text: `${english}and a ␀ here`,
    encoding: 'utf-8',
    repairs: [
      ['line-ends', 2],
      ['control-characters', 1],
    ],
  },
];

for (const { name, bytes, text, encoding, repairs = [] } of encodings) {
  test(`parsing bytes: ${name}`, async ({ page }) => {
    const parser = await sharedParser(page);
    const found = await parsed(parser, 'folder/a text.txt', bytes);
    expect(found.text).toBe(text);
    expect(found.encoding.label).toBe(encoding);
    expect(found.repairs.map(({ code, count }) => [code, count])).toEqual(repairs);
    expect(await parser.evaluate(() => window.violations)).toEqual([]);
  });
}

const refused: readonly {
  readonly name: string;
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly code: string;
}[] = [
  { name: 'no bytes', path: 'a.txt', content: '', code: 'empty-file' },
  { name: 'white space alone', path: 'a.txt', content: '\uFEFF \n\t\r\n', code: 'empty-file' },
  {
    name: 'a PNG named .txt',
    path: 'a.txt',
    content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
    code: 'binary-file',
  },
  { name: 'a PDF named .md', path: 'a.md', content: '%PDF-1.7\n1 0 obj', code: 'parse-failed' },
  {
    name: 'a ZIP named .html',
    path: 'a.html',
    content: Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0),
    code: 'binary-file',
  },
  { name: 'gzip', path: 'a.txt', content: Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0), code: 'binary-file' },
  { name: 'many zero bytes', path: 'a.txt', content: 'a\0\0b\0\0\0c', code: 'binary-file' },
  {
    name: 'every byte',
    path: 'a.txt',
    content: Uint8Array.from({ length: 1024 }, (_, at) => at % 256),
    code: 'binary-file',
  },
  {
    name: 'a page without text',
    path: 'a.html',
    content: '<html><body><img src=x><script>1</script></body></html>',
    code: 'no-text',
  },
  { name: 'front matter alone', path: 'a.md', content: '---\ntitle: Nothing\n---\n', code: 'no-text' },
];

for (const { name, path, content, code } of refused) {
  test(`parsing refuses: ${name}`, async ({ page }) => {
    const outcome = await parse(await sharedParser(page), path, content);
    expect(outcome.ok ? 'parsed' : outcome.error).toMatchObject({ code, file: path });
  });
}

const told: readonly {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly by: string;
  /** At least, at most. */
  readonly confidence: readonly [number, number];
}[] = [
  { name: 'a mark', bytes: Buffer.from(`\uFEFF${english}`), by: 'mark', confidence: [1, 1] },
  { name: 'ASCII', bytes: Buffer.from(english), by: 'validity', confidence: [1, 1] },
  { name: 'sound UTF-8', bytes: Buffer.from(russian), by: 'validity', confidence: [1, 1] },
  {
    name: 'what a page declares',
    bytes: encodeLegacy(
      `<html><meta charset="windows-1251"><body><p>${russian}</p></body></html>`,
      'windows-1251',
    ),
    by: 'declaration',
    confidence: [1, 1],
  },
  {
    name: 'UTF-8 with a fault',
    bytes: Buffer.concat([Buffer.from(russian), Buffer.from([0xff])]),
    by: 'guess',
    confidence: [0.9, 0.999],
  },
  {
    name: 'UTF-16 without a mark',
    bytes: encodeUtf16(english, 'be'),
    by: 'guess',
    confidence: [0.95, 1],
  },
  {
    name: 'a paragraph of windows-1251',
    bytes: encodeLegacy(russian, 'windows-1251'),
    by: 'guess',
    confidence: [0.6, 1],
  },
  {
    name: 'a paragraph of KOI8-R, which KOI8-U would read alike',
    bytes: encodeLegacy(russian, 'koi8-r'),
    by: 'guess',
    confidence: [0.6, 1],
  },
  {
    name: 'two words of windows-1251',
    bytes: encodeLegacy('Привет, мир', 'windows-1251'),
    by: 'guess',
    confidence: [0, 0.5],
  },
];

for (const { name, bytes, by, confidence } of told) {
  test(`parsing tells how an encoding was told: ${name}`, async ({ page }) => {
    const { encoding } = await parsed(await sharedParser(page), 'a.txt', bytes);
    expect(encoding.told_by).toBe(by);
    expect(encoding.confidence).toBeGreaterThanOrEqual(confidence[0]);
    expect(encoding.confidence).toBeLessThanOrEqual(confidence[1]);
  });
}

const chosen: readonly {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly label: string;
  readonly text: string;
}[] = [
  {
    name: 'KOI8-R read as itself',
    bytes: encodeLegacy(russian, 'koi8-r'),
    label: 'koi8-r',
    text: russian,
  },
  {
    name: 'windows-1252 read as windows-1251',
    bytes: encodeLegacy('café', 'windows-1252'),
    label: 'windows-1251',
    text: 'cafй',
  },
  {
    name: 'sound UTF-8 read as windows-1252',
    bytes: Buffer.from('café'),
    label: 'windows-1252',
    text: 'cafÃ©',
  },
  {
    name: 'UTF-16 with a mark, read as UTF-16',
    bytes: encodeUtf16(`\uFEFF${english}`, 'le'),
    label: 'utf-16le',
    text: english,
  },
];

for (const { name, bytes, label, text } of chosen) {
  test(`parsing in a chosen encoding: ${name}`, async ({ page }) => {
    const outcome = await parse(await sharedParser(page), 'a.txt', bytes, label);
    expect(outcome).toMatchObject({
      ok: true,
      value: [{ text, encoding: { label, told_by: 'choice', confidence: 1 } }],
    });
  });
}

test('parsing in an encoding that nobody knows says so', async ({ page }) => {
  const outcome = await parse(await sharedParser(page), 'a.txt', Buffer.from('text'), 'klingon');
  expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-encoding', detail: 'klingon' } });
});

test('a long legacy text is told by the part that is not ASCII', async ({ page }) => {
  const parser = await sharedParser(page);
  // Made there: a list of so many numbers would take longer on its way than all the rest.
  const encoding = await parser.evaluate(
    async (end) => {
      const before = new TextEncoder().encode('The pilots left the harbour. '.repeat(40_000));
      const outcome = await window.handler?.({
        ...{ id: 1, path: 'a.txt', icu: '78.2' },
        bytes: Uint8Array.from([...before, ...end]),
      });
      return outcome?.ok === true ? outcome.value[0]?.encoding : outcome;
    },
    [...encodeLegacy(`\n${russian.repeat(3)}`, 'windows-1251')],
  );
  expect(encoding).toMatchObject({ label: 'windows-1251', told_by: 'guess' });
});

const broken: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  { name: 'a lone half in UTF-16LE', bytes: encodeUtf16(`\uFEFF${english}a \uD83D b`, 'le') },
  { name: 'a lone second half in UTF-16BE', bytes: encodeUtf16(`\uFEFF${english}a \uDE00 b`, 'be') },
  {
    name: 'a half written as UTF-8',
    bytes: Buffer.concat([Buffer.from(russian), Buffer.from([0xed, 0xa0, 0xbd]), Buffer.from(' b')]),
  },
  {
    name: 'a half written as UTF-8, the one thing in it that is not ASCII',
    bytes: Buffer.concat([Buffer.from(english), Buffer.from([0xed, 0xb8, 0x80]), Buffer.from(' b')]),
  },
];

test('both halves of a character, each written as UTF-8, are that character', async ({ page }) => {
  const halves = Buffer.from([0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]);
  const bytes = Buffer.concat([Buffer.from(`${english}caf\u00e9 `), halves, Buffer.from(' b')]);
  const { text, repairs, encoding } = await parsed(await sharedParser(page), 'a.txt', bytes);
  expect(text).toMatch(/café 😀 b$/);
  expect(repairs).toEqual([]);
  expect(encoding.label).toBe('utf-8');
});

for (const { name, bytes } of broken) {
  test(`half characters are replaced and told: ${name}`, async ({ page }) => {
    const { text, repairs } = await parsed(await sharedParser(page), 'a.txt', bytes);
    expect(text).toMatch(/\uFFFD+ b$/);
    expect(text).not.toMatch(/\p{Surrogate}/u);
    expect(repairs.find(({ code }) => code === 'replaced-bytes')?.count).toBeGreaterThan(0);
  });
}
