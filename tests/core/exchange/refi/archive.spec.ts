import { exportQdc } from '@core/exchange/refi/export-refi';
import { expect, test } from '@playwright/test';
import { parseExchange } from '@renderer/parsing/parse-exchange';
import { readRefiFile } from '@renderer/parsing/read-refi-file';
import { packArchive } from '@renderer/workers/pack-archive';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readArchive } from '../../../../scripts/read-archive.mjs';
import { wholeQdpx } from '../../../support/whole-files';
import { sample, sampleTexts } from '../sample-project';
import { packed, refiStamp } from './refi-support';

const files = wholeQdpx(sample, sampleTexts, refiStamp).files;
const bytes = await packed(files);
const qde = files[0]?.content ?? '';

test('the archive holds the project and its texts, in UTF-8 without a mark, the same bytes each time', async () => {
  const found = unzipSync(bytes);
  expect(Object.keys(found)).toEqual(files.map(({ name }) => name));
  for (const { name, content } of files) expect(found[name]).toEqual(strToU8(content));
  expect(await packed(files)).toEqual(bytes);
});

test('a file in many parts is one entry, and every byte of the archive belongs to it or tells of it', async () => {
  const parts = Array.from({ length: 300 }, (_, n) => `${n} Харн 😀 ${'lamp '.repeat(n)}\n`);
  const named = [
    { name: 'long.txt', parts },
    { name: 'Огни.txt', parts: ['ß', '', 'ß'] },
    { name: 'empty.txt', parts: [] },
    { name: 'bytes.bin', bytes: new Uint8Array([0, 255, 128]) },
  ];
  const archive = await packArchive(named);
  if (!archive.ok) throw new Error(archive.error.kind);
  const read = readArchive(Buffer.from(archive.value));
  if (!read.ok) throw new Error(`${read.place}: ${read.why}`);
  expect([...read.entries].map(([name, content]) => [name, content.toString('latin1')])).toEqual([
    ['long.txt', Buffer.from(parts.join('')).toString('latin1')],
    ['Огни.txt', Buffer.from('ßß').toString('latin1')],
    ['empty.txt', ''],
    ['bytes.bin', '\u0000ÿ\u0080'],
  ]);
  // What others read is the same.
  expect(Object.keys(unzipSync(archive.value))).toEqual(named.map(({ name }) => name));
});

test('more files than a plain ZIP can count are refused, not lost', async () => {
  const many = Array.from({ length: 65_536 }, (_, n) => ({ name: `sources/${n}.txt`, parts: [] }));
  expect(await packArchive(many)).toEqual({ ok: false, error: { kind: 'too-many-files', count: 65_536 } });
});

const zip = (entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
const sources = Object.fromEntries(files.slice(1).map(({ name, content }) => [name, content]));
const windows = Object.fromEntries(
  Object.entries(sources).map(([name, content]) => [
    name.replace('sources/', 'Sources\\').toUpperCase(),
    content,
  ]),
);

for (const [name, entries] of [
  ['as it is written', { 'project.qde': qde, ...sources }],
  ['with capitals', { 'Project.qde': qde, ...windows }],
  ['within a folder, under another name', { 'Port/port.qde': qde, ...sources }],
  ['with films beside it', { 'project.qde': qde, ...sources, 'sources/x.mp4': new Uint8Array(1000) }],
  [
    'in UTF-16',
    {
      'project.qde': new Uint8Array(Buffer.from(`\ufeff${qde.replace('UTF-8', 'UTF-16')}`, 'utf16le')),
      ...sources,
    },
  ],
] as const) {
  test(`reads an archive ${name}`, async () => {
    const read = await readRefiFile(zip(entries));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.file.sources).toHaveLength(2);
    expect(read.value.resolved.size).toBe(2 + read.value.file.notes.length);
    expect(new Set(read.value.texts)).toEqual(new Set(sampleTexts.values()));
  });
}

test('a codebook needs no archive', async () => {
  const written = exportQdc(sample, refiStamp);
  if (!written.ok) throw new Error(written.error);
  const read = await readRefiFile(strToU8(written.value.files[0]?.content ?? ''));
  expect(read.ok && read.value.file.kind).toBe('codebook');
  expect(read.ok && read.value.file.codes.map(({ name }) => name)).toEqual(['Denial', 'Order', 'Frames']);
});

test('characters that XML forbids are taken out, and the report says so', async () => {
  const read = await readRefiFile(strToU8(qde.replace('Why here', 'Why\u0003 here&#2;')));
  expect(read.ok && read.value.file.remarks.map(({ reason }) => reason)).toEqual([
    'characters-replaced',
    'characters-replaced',
  ]);
});

const cut = bytes.slice(0, bytes.length - 40);
const lying = (): Uint8Array => {
  // Each size field of the first text in the central directory, made smaller.
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 30; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 100)
      view.setUint32(at + 24, 50, true);
  }
  return copy;
};
/** One bit of a text that is stored as it is. */
const damaged = (): Uint8Array => {
  const stored = zipSync({ 'project.qde': strToU8(qde) }, { level: 0 });
  const at = 60 + qde.indexOf('Why here');
  stored[at] = (stored[at] ?? 0) ^ 1;
  return stored;
};
for (const [name, given, kind] of [
  ['damaged in one bit', damaged(), 'broken-archive'],
  ['cut off', cut, 'broken-archive'],
  ['lying about its sizes', lying(), 'broken-archive'],
  ['without a project', zip({ 'sources/a.txt': 'x' }), 'no-project'],
  ['of another kind within', zip({ 'project.qde': '<html/>' }), 'not-refi'],
  ['with broken XML', zip({ 'project.qde': qde.slice(0, -20) }), 'invalid-xml'],
  ['that is no archive and no XML', strToU8('hello'), 'invalid-xml'],
  ['that is empty', new Uint8Array(), 'invalid-xml'],
] as const) {
  test(`a file ${name} is refused by name: ${kind}`, async () => {
    const read = await readRefiFile(given);
    expect(read.ok ? 'read' : read.error.kind).toBe(kind);
  });
}

test('a person is told which part is missing, also where it is the list of all parts', async () => {
  const told = await parseExchange({ id: 1, bytes: cut, path: 'port.qdpx', icu: 'test' });
  const error = { code: 'archive-broken', detail: 'its list of parts', file: 'port.qdpx' };
  expect(told).toEqual({ ok: false, error });
});

const project = { 'project.qde': qde };
/** A field of each directory entry of that name, set anew. */
function patched(archive: Uint8Array, name: string, set: (view: DataView, at: number) => void): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  const wanted = strToU8(name);
  for (let at = 0; at + 46 + wanted.length <= copy.length; at++) {
    const isEntry =
      view.getUint32(at, true) === 0x02014b50 && view.getUint16(at + 28, true) === wanted.length;
    if (isEntry && wanted.every((byte, place) => copy[at + 46 + place] === byte)) set(view, at);
  }
  return copy;
}
const swollen = zip({ ...project, 'sources/a.txt': new Uint8Array(30_000_000) });
const two = zip({ 'sources/a.txt': 'the same text', 'sources/b.txt': 'the same text', ...project });

for (const [name, given, kind] of [
  ['that inflates a thousandfold', swollen, 'bomb'],
  [
    'that inflates a thousandfold and says it is small',
    patched(swollen, 'sources/a.txt', (view, at) => view.setUint32(at + 24, 10, true)),
    'bomb',
  ],
  [
    'whose entries overlap',
    patched(two, 'sources/b.txt', (view, at) => view.setUint32(at + 42, 0, true)),
    'overlapping-entries',
  ],
  ...[
    '../a.txt',
    'sources/../../a.txt',
    '/etc/a.txt',
    'C:/a.txt',
    '..\\a.txt',
    '\\\\host\\a.txt',
    'a\0.txt',
  ].map(
    (entry) =>
      [`with an entry ${JSON.stringify(entry)}`, zip({ ...project, [entry]: 'x' }), 'unsafe-entry'] as const,
  ),
  [
    'with a link',
    patched(two, 'sources/a.txt', (view, at) => view.setUint32(at + 38, 0o120777 << 16, true)),
    'unsafe-entry',
  ],
  ['with names that differ in case only', zip({ ...project, 'a.txt': 'x', 'A.txt': 'y' }), 'entry-twice'],
  [
    'with a password',
    patched(two, 'sources/a.txt', (view, at) => view.setUint16(at + 8, 1, true)),
    'encrypted',
  ],
  [
    'with a document type',
    zip({ 'project.qde': qde.replace('<Project', '<!DOCTYPE p [<!ENTITY a "aaaa">]><Project') }),
    'document-type',
  ],
  [
    'with a thousand attributes',
    zip({
      'project.qde': qde.replace(
        '<Project ',
        `<Project ${Array.from({ length: 1_001 }, (_, n) => `a${n}="" `).join('')}`,
      ),
    }),
    'too-many-attributes',
  ],
  ['nested without end', zip({ 'project.qde': '<a>'.repeat(300) + '</a>'.repeat(300) }), 'too-deep'],
] as const) {
  test(`an archive ${name} is refused: ${kind}`, async () => {
    const read = await readRefiFile(given);
    expect(read.ok ? 'read' : read.error.kind).toBe(kind);
  });
}

/** Sixty names that try to lead elsewhere: up, to the root, to a drive, to another machine, past the end of the name. */
const ups = ['..', '../', '../../..', './..', 'a/..', 'a/b/../../..', '..\\', '..\\..', 'a\\..', 'a/..\\b'];
const roots = ['/', '//', '///', '\\', '\\\\host\\share\\', '\\\\?\\C:\\', 'C:', 'c:/', 'C:\\', 'Z:a/'];
const leading = [
  ...ups.flatMap((up) => [`${up}/a.txt`, `sources/${up}/a.txt`, `${up}\\a.txt`]),
  ...roots.flatMap((root) => [`${root}a.txt`, `${root}etc/passwd`]),
  ...['a\0.txt', '\0', 'a.txt\0.qde', 'sources/\0/../a', '..', '/', '\\', 'C:', 'sources/..', '../'],
];

test('sixty names that lead elsewhere: an archive with one of them is refused as a whole', async () => {
  expect(new Set(leading).size).toBe(60);
  const read: string[] = [];
  for (const name of leading) {
    const given = await readRefiFile(zip({ ...project, ...sources, [name]: 'x' }));
    if (given.ok || given.error.kind !== 'unsafe-entry') read.push(JSON.stringify(name));
  }
  expect(read).toEqual([]);
});

test('an archive within the archive stays packed', async () => {
  const read = await readRefiFile(zip({ ...project, ...sources, 'sources/more.zip': swollen }));
  expect(read.ok).toBe(true);
});
