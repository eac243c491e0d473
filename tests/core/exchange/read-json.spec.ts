import { exportJson } from '@core/exchange/export-json';
import { readJson } from '@core/exchange/read-json';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { stampOfTest } from '../../support/exchange-project';
import { sample, sampleTexts } from './sample-project';

const json = exportJson(sample, sampleTexts, stampOfTest);
const head = '"format":"framewright","version":1';

for (const [name, raw, error] of [
  ['an empty file', '', { kind: 'cut-off', line: 1, column: 1 }],
  ['a CSV', 'annotation_id,quote\r\n1,x\r\n', { kind: 'invalid-json', line: 1, column: 1 }],
  ['a comma too many', `{${head},\n"codes": [],}`, { kind: 'invalid-json', line: 2, column: 13 }],
  ['a list', '[]', { kind: 'not-ours', format: null }],
  ['a text', '"framewright"', { kind: 'not-ours', format: null }],
  ['null', 'null', { kind: 'not-ours', format: null }],
  ['JSON of nobody', '{"annotations":[]}', { kind: 'not-ours', format: null }],
  ['JSON of another program', '{"format":"inception"}', { kind: 'not-ours', format: 'inception' }],
  [
    'a newer major version',
    '{"format":"framewright","version":2,"generator":"framewright 9.1","annotations":3}',
    { kind: 'newer-version', version: 2, generator: 'framewright 9.1' },
  ],
  [
    'no version',
    '{"format":"framewright"}',
    { kind: 'wrong-type', path: '$.version', expected: 'a whole number from 0', found: 'nothing' },
  ],
  [
    'annotations that are no list',
    `{${head},"annotations":{}}`,
    { kind: 'wrong-type', path: '$.annotations', expected: 'a list', found: 'an object' },
  ],
  [
    'an offset that is a text',
    `{${head},"annotations":[{"start":0},{"start":"4"}]}`,
    {
      kind: 'wrong-type',
      path: '$.annotations[1].start',
      expected: 'a whole number from 0',
      found: 'the text "4"',
    },
  ],
  [
    'a negative offset',
    `{${head},"annotations":[{"start":-1}]}`,
    {
      kind: 'wrong-type',
      path: '$.annotations[0].start',
      expected: 'a whole number from 0',
      found: 'the number -1',
    },
  ],
  [
    'a code without a name',
    `{${head},"codes":[{"id":"c1"}]}`,
    { kind: 'wrong-type', path: '$.codes[0].name', expected: 'a text', found: 'nothing' },
  ],
  [
    'a stance that does not exist',
    `{${head},"annotations":[{"codings":[{"code_id":"c","stance":"hates"}]}]}`,
    {
      kind: 'wrong-type',
      path: '$.annotations[0].codings[0].stance',
      expected: 'one of affirms, denies, mentions',
      found: 'the text "hates"',
    },
  ],
  [
    'a sentence of three numbers',
    `{${head},"documents":[{"sentences":[[0,1],[1,2,3]]}]}`,
    { kind: 'wrong-type', path: '$.documents[0].sentences[1]', expected: 'a list of two', found: 'a list' },
  ],
  [
    'an attribute value that is an object',
    `{${head},"documents":[{"attributes":{"a b":{}}}]}`,
    {
      kind: 'wrong-type',
      path: '$.documents[0].attributes["a b"]',
      expected: 'a text, a number, true, false or a list of texts',
      found: 'an object',
    },
  ],
  [
    'an unknown field nested a thousand deep',
    `{${head},"later":${'['.repeat(1000)}${']'.repeat(1000)}}`,
    { kind: 'wrong-type', path: '$.later', expected: 'at most 64 levels', found: 'more' },
  ],
] as const) {
  test(`${name} is refused: ${error.kind}`, () => {
    expect(readJson(raw)).toEqual({ ok: false, error });
  });
}

test('every truncation of a valid file is told as such, with its place', () => {
  const step = Math.max(1, Math.floor((json.length - 2) / 250));
  let tried = 0;
  // The last character is a line feed, without which the file is whole.
  for (let length = 0; length < json.length - 1; length += step) {
    const read = readJson(json.slice(0, length));
    const lines = json.slice(0, length).split('\n');
    const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    expect(read).toEqual({ ok: false, error: { kind: 'cut-off', ...place } });
    tried += 1;
  }
  expect(tried).toBeGreaterThanOrEqual(200);
  expect(readJson(json.trimEnd()).ok).toBe(true);
});

test('no single changed character throws: the file is read or refused by a named problem', () => {
  fc.assert(
    fc.property(fc.nat({ max: json.length - 1 }), fc.string({ minLength: 0, maxLength: 2 }), (at, junk) => {
      const read = readJson(json.slice(0, at) + junk + json.slice(at + 1));
      return read.ok || read.error.kind.length > 0;
    }),
    { numRuns: 1000 },
  );
});

test('no value of any type in any place throws', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('codes', 'documents', 'annotations', 'memos', 'links', 'passes', 'coders', 'project'),
      fc.jsonValue({ maxDepth: 3 }),
      (key, value) => {
        const read = readJson(JSON.stringify({ format: 'framewright', version: 1, [key]: value }));
        return read.ok || read.error.kind === 'wrong-type';
      },
    ),
    { numRuns: 1000 },
  );
});

test('a byte order mark does no harm', () => {
  expect(readJson(`\ufeff${json}`).ok).toBe(true);
});

test('half surrogate pairs become U+FFFD and are counted', () => {
  const read = readJson(`{${head},"codes":[{"name":"a\\ud83d"}],"later":["\\udc00","\\ud83d\\ude00"]}`);
  expect(read).toMatchObject({ ok: true, value: { loneSurrogates: 2 } });
  if (!read.ok) return;
  expect(read.value.file.codes?.[0]?.name).toBe('a\ufffd');
  expect(read.value.file).toMatchObject({ later: ['\ufffd', '😀'] });
});

test('a __proto__ in a file changes no prototype', () => {
  const read = readJson(
    `{${head},"__proto__":{"polluted":1},"codes":[{"name":"x","__proto__":{"polluted":1}}]}`,
  );
  expect(read.ok).toBe(true);
  expect('polluted' in {}).toBe(false);
  if (read.ok) expect(JSON.stringify(read.value.file)).not.toContain('polluted');
});
