import { builtinModules } from 'node:module';
import { expect, test } from '@playwright/test';
import { type Import, importsBelow } from './imports';

/** A folder and what its files may import, by beginning of the target; its own files always. */
interface Room {
  readonly room: string;
  readonly may: readonly string[];
  /** Targets of which only types may be taken. */
  readonly mayTypes?: readonly string[];
  readonly node?: boolean;
}

const source = 'renderer/src/';
const contract = 'preload/contract';
const feature = (name: string): Room => ({
  room: source + name,
  may: [`${source}core/`, `${source}data/`, `${source}ui/`, `${source}workers/client`, 'npm:'],
  mayTypes: [contract],
});
const features = [
  'document',
  'coding',
  'corpus',
  'copies',
  'codebook',
  'annotations',
  'memos',
  'passages',
  'speakers',
  'search',
  'versions',
  'passes',
  'attributes',
  'export',
  'importing',
  'projects',
];

const rooms: readonly Room[] = [
  { room: `${source}core`, may: [] },
  { room: `${source}workers`, may: [`${source}core/`, `${source}data/`, 'npm:'], mayTypes: [contract] },
  { room: `${source}parsing`, may: [`${source}core/`, 'npm:'], mayTypes: [contract] },
  { room: `${source}data`, may: [`${source}core/`, 'npm:'], mayTypes: [contract] },
  {
    room: `${source}ui`,
    may: [`${source}core/`, `${source}data/`, 'resources/', 'npm:'],
    mayTypes: [contract],
  },
  ...features.map(feature),
  {
    room: `${source}app`,
    may: [source, 'resources/sample/', 'resources/templates/', 'npm:'],
    mayTypes: [contract],
  },
  { room: 'preload', may: ['npm:electron'] },
  { room: 'main', may: ['resources/', 'npm:'], mayTypes: [contract], node: true },
];

/** Packages that have one home; all others may be used wherever packages may. */
const homes: readonly (readonly [name: RegExp, home: RegExp])[] = [
  [/^dexie/, /^renderer\/src\/data\//],
  [/^@?lexical/, /^renderer\/src\/(document|memos)\//],
  [/^electron$/, /^(main|preload)\//],
  [/^(dompurify|@mozilla\/readability|jschardet|marked|saxes)$/, /^renderer\/src\/parsing\//],
  [/^(mammoth|pdfjs-dist|postal-mime|rtf\.js)(?:$|\/)/, /^renderer\/src\/parsing\//],
  [/^@orama\//, /^renderer\/src\/workers\//],
  [/^fflate$/, /^renderer\/src\/(parsing|workers)\//],
  [/^i18next$/, /^renderer\/src\/ui\//],
];

const isBuiltin = (target: string): boolean => target.startsWith('node:') || builtinModules.includes(target);
const isFile = (target: string): boolean => /^(renderer|preload|main|resources|tests|scripts)\//.test(target);

function faultOf({ file, target, typeOnly }: Import): string | null {
  const room = rooms.find(({ room }) => file.startsWith(`${room}/`));
  if (room === undefined) {
    return /^renderer\/src\/[^/]+$/.test(file) ? null : `${file} stands in a folder no rule knows`;
  }
  if (target.startsWith(`${room.room}/`)) return null;
  const allowed = room.may.some((may) =>
    may.startsWith('npm:')
      ? !isFile(target) && !isBuiltin(target) && (may === 'npm:' || target === may.slice(4))
      : target.startsWith(may),
  );
  if (allowed) {
    const home = isFile(target) ? undefined : homes.find(([name]) => name.test(target));
    return home === undefined || home[1].test(file) ? null : `${file} imports ${target} away from its home`;
  }
  if (typeOnly && (room.mayTypes ?? []).some((may) => target.startsWith(may))) return null;
  if (room.node === true && isBuiltin(target)) return null;
  return `${file} may not import ${target}${typeOnly ? ' (types)' : ''}`;
}

const { files, imports } = importsBelow(['main', 'preload', 'renderer/src']);

test('every import keeps to the rooms', () => {
  expect(imports.map(faultOf).filter((fault) => fault !== null)).toEqual([]);
});

test('the check saw the project', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(imports.length).toBeGreaterThan(files.length);
  for (const { room } of rooms) {
    if (!room.endsWith('workers'))
      expect(
        files.filter((file) => file.startsWith(`${room}/`)),
        room,
      ).not.toEqual([]);
  }
});

const planted: readonly (readonly [file: string, target: string, typeOnly: boolean])[] = [
  ['renderer/src/core/span.ts', 'dexie', false],
  ['renderer/src/core/span.ts', 'node:fs', false],
  ['renderer/src/core/span.ts', 'renderer/src/data/pages', true],
  ['renderer/src/codebook/panel.tsx', 'renderer/src/corpus/panel', false],
  ['renderer/src/codebook/panel.tsx', 'preload/contract', false],
  ['renderer/src/codebook/panel.tsx', 'dexie', false],
  ['renderer/src/data/commit.ts', 'electron', false],
  ['renderer/src/app/shell.tsx', 'main/journal', false],
  ['main/journal.ts', 'renderer/src/core/span', true],
  ['preload/index.ts', 'valibot', false],
  ['renderer/src/unheard-of/panel.tsx', 'react', false],
  ['renderer/src/search/panel.tsx', 'renderer/src/passages/panel', false],
  ['renderer/src/app/shell.tsx', '@orama/stemmers/english', false],
];

for (const [file, target, typeOnly] of planted) {
  test(`refuses ${target} in ${file}`, () => {
    expect(faultOf({ file, target, typeOnly })).not.toBeNull();
  });
}
