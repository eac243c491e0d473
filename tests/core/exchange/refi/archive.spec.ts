import { exportQdc, exportQdpx } from '@core/exchange/refi/export-refi';
import { expect, test } from '@playwright/test';
import { packArchive } from '@renderer/parsing/pack-archive';
import { readRefiFile } from '@renderer/parsing/read-refi-file';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { sample, sampleTexts } from '../sample-project';
import { packed, refiStamp } from './refi-support';

const files = exportQdpx(sample, sampleTexts, refiStamp).files;
const bytes = packed(files);
const qde = files[0]?.content ?? '';

test('the archive holds the project and its texts, in UTF-8 without a mark, the same bytes each time', () => {
  const found = unzipSync(bytes);
  expect(Object.keys(found)).toEqual(files.map(({ name }) => name));
  for (const { name, content } of files) expect(found[name]).toEqual(strToU8(content));
  expect(packed(files)).toEqual(bytes);
});

test('more files than a plain ZIP can count are refused, not lost', () => {
  const many = Array.from({ length: 65_536 }, (_, n) => ({ name: `sources/${n}.txt`, content: '' }));
  expect(packArchive(many)).toEqual({ ok: false, error: { kind: 'too-many-files', count: 65_536 } });
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

test('an archive that would fill the memory is not unpacked', async () => {
  const bomb = zipSync({ 'project.qde': strToU8(qde), 'sources/a.txt': new Uint8Array(1000) });
  const view = new DataView(bomb.buffer, bomb.byteOffset);
  for (let at = 0; at < bomb.length - 30; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 1000) {
      view.setUint32(at + 24, 0xf0000000, true);
    }
  }
  const read = await readRefiFile(bomb);
  expect(read.ok ? null : read.error).toMatchObject({ kind: 'too-large' });
});
