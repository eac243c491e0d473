import { addressesIn, readAddress, writeAddress } from '@core/memo/memo-address';
import { parseMemo } from '@core/memo/parse-memo';
import { redirectLinks } from '@core/memo/redirect-links';
import { shortQuote } from '@core/memo/short-quote';
import { writeMemo } from '@core/memo/write-memo';
import { expect, test } from '@playwright/test';

const addresses: readonly (readonly [href: string, read: ReturnType<typeof readAddress>])[] = [
  ['fw:code/0f8f', { kind: 'code', id: '0f8f' }],
  ['fw:document/12-ab', { kind: 'document', id: '12-ab' }],
  ['fw:annotation/a:b.c', { kind: 'annotation', id: 'a:b.c' }],
  ['fw:speaker/12', null],
  ['fw:code/', null],
  ['fw:code/a b', null],
  ['fw:code/a/b', null],
  ['https://example.org/fw:code/12', null],
  ['javascript:alert(1)', null],
  ['', null],
];
for (const [href, read] of addresses) {
  test(`"${href}" names ${read === null ? 'no place' : `a ${read.kind}`}`, () => {
    expect(readAddress(href)).toEqual(read);
    if (read !== null) expect(writeAddress(read)).toBe(href);
  });
}

test('places are found in quotes and lists of any depth, each once', () => {
  const blocks = parseMemo(
    'See [one](fw:code/1) and [out](https://example.org).\n\n> [two](fw:document/2)\n\n- a\n  - [three](fw:annotation/3) and [one](fw:code/1)',
  );
  expect(addressesIn(blocks).map(writeAddress)).toEqual(['fw:code/1', 'fw:document/2', 'fw:annotation/3']);
});

test('a label of any words leads to its place again', () => {
  for (const label of ['a [b] c', 'x] (y', '*loud* _words_', '\\', 'кто “пришёл”']) {
    const link = {
      kind: 'link',
      href: 'fw:annotation/1',
      label: [{ kind: 'text', text: label, bold: false, italic: false }],
    } as const;
    const read = parseMemo(writeMemo([{ kind: 'paragraph', content: [link] }]));
    expect(read, label).toEqual([{ kind: 'paragraph', content: [link] }]);
  }
});

test('links follow their places to other ids, and nothing else is touched', () => {
  const ids = new Map([
    ['code/1', 'one'],
    ['annotation/2', 'two'],
  ]);
  const markdown =
    '- See [a](fw:code/1), [b](fw:annotation/2), [c](fw:document/1),\n  fw:code/1 and [d](https://x.org/fw:code/1) *so* __so__';
  expect(redirectLinks(markdown, ({ kind, id }) => ids.get(`${kind}/${id}`))).toBe(
    '- See [a](fw:code/one), [b](fw:annotation/two), [c](fw:document/1),\n  fw:code/1 and [d](https://x.org/fw:code/1) *so* __so__',
  );
});

const quotes: readonly (readonly [why: string, text: string, short: string])[] = [
  ['short ones stay', ' The pilots\nwaited. ', 'The pilots waited.'],
  [
    'long ones end after a word',
    'The pilots of the compact waited at the outer buoy, until the harbour office had answered them.',
    'The pilots of the compact waited at the outer buoy, until…',
  ],
  ['without the comma before the cut', `${'a'.repeat(54)}, ${'b'.repeat(40)}`, `${'a'.repeat(54)}…`],
  ['without blanks they end anywhere', '字'.repeat(70), `${'字'.repeat(60)}…`],
  ['never within a character', `${'字'.repeat(59)}${'😀'.repeat(5)}`, `${'字'.repeat(59)}…`],
];
for (const [why, text, short] of quotes) {
  test(`a quote as a label: ${why}`, () => {
    expect(shortQuote(text)).toBe(short);
  });
}
