import { element, type XmlNode, xmlParts } from '@core/exchange/refi/xml-writer';
import { expect, test } from '@playwright/test';
import { readXml } from '@renderer/parsing/read-xml';
import fc from 'fast-check';

const back = (xml: string) => {
  const read = readXml(xml);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

/** What must come back: XML has no way to say the rest. */
function kept(text: string): string {
  return text.replace(/\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu, (sign) => {
    const unit = sign.charCodeAt(0);
    if ([0x09, 0x0a, 0x0d].includes(unit) || (unit >= 0x7f && unit <= 0x9f)) return sign;
    return unit < 0x20 ? String.fromCharCode(0x2400 + unit) : '\ufffd';
  });
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('<>&"\'\n\r\t ]]>😀\u0000\u0008\u001f\ufffe\uffff\ud800\udc00\u0085\u2028'),
    ),
    maxLength: 30,
  }),
);

function writeXml(root: XmlNode): { readonly xml: string; readonly replaced: number } {
  let replaced = 0;
  const parts = [...xmlParts(root, (count) => (replaced += count))];
  return { xml: parts.join(''), replaced };
}

test('whatever is written is read back the same, in text and in attributes', () => {
  const check = fc.property(anyText, anyText, (text, value) => {
    const written = writeXml(
      element('A', { value, none: undefined }, [element('B', {}, text), element('C')]),
    );
    const { root, removed } = back(written.xml);
    const [b, c] = root.children;
    const changed = Array.from(text + value).filter((sign) => kept(sign) !== sign).length;
    return (
      removed === 0 &&
      root.attributes['value'] === kept(value) &&
      Object.keys(root.attributes).length === 1 &&
      b?.text === kept(text) &&
      c?.text === '' &&
      written.replaced === changed
    );
  });
  fc.assert(check, { numRuns: 3000, seed: 7 });
});

test('the text of a document by hand', () => {
  const root = element('P', { name: 'a "b"\n<c>' }, [
    element('Empty'),
    element('T', {}, 'x & y > z\r\n\u0001'),
  ]);
  expect(writeXml(root)).toEqual({
    xml: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<P name="a &quot;b&quot;&#10;&lt;c&gt;">',
      ' <Empty/>',
      ' <T>x &amp; y &gt; z&#13;\n\u2401</T>',
      '</P>',
      '',
    ].join('\n'),
    replaced: 1,
  });
});

for (const [name, xml, expected] of [
  [
    'a tree with prefixes nobody declared',
    '<q:A xsi:b="1"><q:C>t</q:C></q:A>',
    { name: 'A', children: ['C'] },
  ],
  ['a byte order mark', '\ufeff<A><B/></A>', { name: 'A', children: ['B'] }],
  ['an old declaration', '<?xml version="1.0" encoding="utf-16"?><A/>', { name: 'A', children: [] }],
  ['characters that XML forbids', '<A>\u0003<B/>&#x1F;&#0;</A>', { name: 'A', children: ['B'] }],
] as const) {
  test(`reads ${name}`, () => {
    const { root } = back(xml);
    expect({ name: root.name, children: root.children.map((child) => child.name) }).toEqual(expected);
  });
}

test('what had to be taken out is counted', () => {
  expect(back('<A>\u0003<B/>&#x1F;&#0;</A>').removed).toBe(3);
});

test('text in pieces and CDATA come together; references are resolved once', () => {
  expect(back('<A>a&amp;lt;<![CDATA[<b>&amp;]]>&#x1F600;</A>').root.text).toBe('a&lt;<b>&amp;😀');
});

const deep = '<a>'.repeat(5000) + '</a>'.repeat(5000);
for (const [name, xml, problem] of [
  ['no XML', 'hello', { kind: 'invalid-xml', line: 1 }],
  ['nothing', '', { kind: 'invalid-xml', line: 1 }],
  ['an end that is missing', '<A>\n<B>', { kind: 'invalid-xml', line: 2 }],
  ['tags that cross', '<A>\n<B></A></B>', { kind: 'invalid-xml', line: 2 }],
  [
    'an entity of a document type',
    '<!DOCTYPE A [<!ENTITY e "x">]>\n<A>&e;</A>',
    { kind: 'document-type', line: 1 },
  ],
  [
    'a file on the disk',
    '<!DOCTYPE A [<!ENTITY e SYSTEM "file:///etc/passwd">]><A>&e;</A>',
    { kind: 'document-type' },
  ],
  ['no end of depth', deep, { kind: 'too-deep' }],
] as const) {
  test(`refuses ${name}`, () => {
    const read = readXml(xml);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error).toMatchObject(problem);
  });
}
