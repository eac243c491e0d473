import { resolve } from 'node:path';
import { parseSwitches, type Switches } from '@main/switches';
import { expect, test } from '@playwright/test';

const folder = resolve('/home/ana/work');
const appFolder = resolve('/opt/framewright');
const parse = (words: readonly string[], packaged = false, root = false) =>
  parseSwitches({ words, folder, packaged, root, appFolder });
const at = (path: string): string => resolve(folder, path);

const nothing: Switches = {
  userData: null,
  project: null,
  coder: null,
  corpora: [],
  imports: [],
  exports: [],
  search: null,
  quit: false,
};
const plain = { folder: false, words: {} };

const accepted: readonly (readonly [words: readonly string[], expected: Partial<Switches>])[] = [
  [[], {}],
  [[appFolder], {}],
  [['--quit', '../../../opt/framewright'], { quit: true }],
  [['--user-data-dir=profile'], { userData: at('profile') }],
  [['--user-data-dir', '/p q'], { userData: resolve('/p q') }],
  [['--project=A "B"', '--coder', 'Ana B.'], { project: 'A "B"', coder: 'Ana B.' }],
  [['--corpus=a', '--corpus', 'b c', '--corpus=../d'], { corpora: [at('a'), at('b c'), at('../d')] }],
  [['--corpus=a=b'], { corpora: [at('a=b')] }],
  [['--corpus', '-odd'], { corpora: [at('-odd')] }],
  [['--import=x.qdpx', '--import=y.json'], { imports: [at('x.qdpx'), at('y.json')] }],
  [
    ['--search=a NEAR/5 "b c"', '--export=hits.csv'],
    { search: 'a NEAR/5 "b c"', exports: [{ ...plain, path: at('hits.csv'), format: 'csv' }] },
  ],
  [['--export=out.CSV'], { exports: [{ ...plain, path: at('out.CSV'), format: 'csv' }] }],
  [['--export=out/'], { exports: [{ ...plain, path: at('out'), folder: true, format: 'tables' }] }],
  [['--export=a.b/c'], { exports: [{ ...plain, path: at('a.b/c'), format: '' }] }],
  [['--export=.csv'], { exports: [{ ...plain, path: at('.csv'), format: '' }] }],
  [
    ['--export=t', '--format=tables'],
    { exports: [{ ...plain, path: at('t'), folder: true, format: 'tables' }] },
  ],
  [
    ['--export=o.txt', '--format', 'JSONL', '--exact', '--without-texts', '--quit'],
    {
      quit: true,
      exports: [{ ...plain, path: at('o.txt'), format: 'jsonl', words: { exact: [], 'without-texts': [] } }],
    },
  ],
  [
    ['--export=r', '--format=reliability', '--only-coder=Ana', '--only-coder', 'Bo', '--unit=document'],
    {
      exports: [
        {
          ...{ path: at('r'), folder: true, format: 'reliability' },
          words: { 'only-coder': ['Ana', 'Bo'], unit: ['document'] },
        },
      ],
    },
  ],
  [['-r', '/x/loader.js', appFolder, '--no-sandbox', '--disable-gpu', '--lang=de'], {}],
  [['--remote-debugging-port=0', '--inspect=0', '--inspect-brk', appFolder], {}],
];

for (const [words, expected] of accepted) {
  test(`reads ${JSON.stringify(words)}`, () => {
    expect(parse(words)).toEqual({ ok: true, value: { ...nothing, ...expected } });
  });
}

const refused: readonly (readonly [
  words: readonly string[],
  kind: string,
  text: string,
  packaged?: boolean,
])[] = [
  [['--corpsu=a'], 'unknown', '--corpsu=a'],
  [['--Corpus=a'], 'unknown', '--Corpus=a'],
  [['-corpus=a'], 'unknown', '-corpus=a'],
  [['--toString'], 'unknown', '--toString'],
  [['--constructor=1'], 'unknown', '--constructor=1'],
  [['--'], 'unknown', '--'],
  [['folder'], 'unknown', 'folder'],
  [[appFolder], 'unknown', appFolder, true],
  [['--corpus'], 'value-missing', '--corpus'],
  [['--corpus='], 'value-missing', '--corpus'],
  [['--coder= '], 'value-missing', '--coder'],
  [['--corpus', '--quit'], 'value-missing', '--corpus'],
  [['--quit=yes'], 'value-unwanted', '--quit'],
  [['--project=a', '--project=b'], 'twice', '--project'],
  [['--export=out/', '--format=csv'], 'folder-for-file', '--export=out/'],
  [['--search=order', '--quit'], 'search-alone', '--search'],
  [['--remote-debugging-port=1'], 'forbidden', '--remote-debugging-port', true],
  [['--inspect-brk'], 'forbidden', '--inspect-brk', true],
  [['--js-flags=--x'], 'forbidden', '--js-flags', true],
  [['--disable-web-security'], 'forbidden', '--disable-web-security', true],
  [['--load-extension=/x'], 'forbidden', '--load-extension', true],
  [['--proxy-server=x:1'], 'forbidden', '--proxy-server', true],
  [['--host-rules=x'], 'forbidden', '--host-rules', true],
  [['-r', 'x.js'], 'forbidden', '-r', true],
  [['--no-sandbox'], 'forbidden', '--no-sandbox', true],
];

for (const [words, kind, text, packaged = false] of refused) {
  test(`refuses ${JSON.stringify(words)}${packaged ? ' once packaged' : ''}: ${kind}`, () => {
    expect(parse(words, packaged)).toEqual({ ok: false, error: { kind, text } });
  });
}

test('lets the superuser, for whom Chromium has no sandbox, leave it out', () => {
  expect(parse(['--no-sandbox'], true, true)).toEqual({ ok: true, value: nothing });
});
