import { type Dirent, promises } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Outcome, Problem } from '@preload/contract';
import { mapLimited } from './map-limited';
import { fail, problemOf, succeed } from './outcome';
import { largestFile, readingNow } from './read-granted';

/** Endings of the kinds of text that can be read, lower-case. */
export const knownEndings = [
  ...['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml'],
  // Many a .doc is rich text or a page; of what is Office of before 2007 it is said what to do.
  ...['docx', 'doc', 'odt', 'rtf', 'pdf', 'epub', 'eml'],
  ...['csv', 'tsv', 'tab', 'xlsx', 'xls', 'json', 'jsonl', 'ndjson'],
] as const;

/** More than anybody's corpus; a listing that would go on for ever ends here. */
const mostFiles = 200_000;

/** Names looked at at once, and before it is looked whether there are too many. */
const looksAtOnce = 16;
const looksInTurn = 1_000;

/** What systems strew into folders: not worth a word. */
const litter = /^(?:\.DS_Store|\.localized|\._.*|Thumbs\.db|desktop\.ini)$/i;

export interface ListedFile {
  readonly absolute: string;
  /** Relative to the folder, with "/". */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** The folder it was listed in, which it must not have left when it is read; null where it was chosen itself. */
  readonly root: string | null;
}

export interface Listing {
  /** In natural order of their paths. */
  readonly files: readonly ListedFile[];
  readonly skipped: readonly Problem[];
}

/**
 * Lists the readable texts below a folder. Hidden entries, links, special files and whatever cannot be read or is
 * of no known kind is passed over and listed with its reason.
 */
export async function listFolder(root: string): Promise<Outcome<Listing>> {
  const files: ListedFile[] = [];
  const skipped: Problem[] = [];
  const folders = [''];

  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    let entries: readonly Dirent[];
    try {
      entries = await promises.readdir(join(root, folder), { withFileTypes: true });
    } catch (error) {
      const problem = problemOf(error, folder === '' ? basename(root) : folder);
      if (folder === '') return fail(problem);
      skipped.push(problem);
      continue;
    }
    const names = entries.map(({ name }) => name).filter((name) => !litter.test(name));
    // Some at a time: one after another each would wait for the disk, and a huge folder is not looked through whole.
    for (let from = 0; from < names.length; from += looksInTurn) {
      const paths = names
        .slice(from, from + looksInTurn)
        .map((name) => (folder === '' ? name : `${folder}/${name}`));
      const looked = await mapLimited(paths, looksAtOnce, (path) => lookUnlessHidden(root, path));
      for (const [place, found] of looked.entries()) {
        if (found === 'folder') folders.push(paths[place] ?? '');
        else if ('code' in found) skipped.push(found);
        else files.push({ ...found, root });
      }
      if (files.length > mostFiles)
        return fail({ code: 'too-large', file: basename(root), detail: 'too-many-files' });
    }
  }
  return listing(files, skipped, files.length + skipped.length === 0, basename(root));
}

/** Lists files that were chosen one by one. A link among them is followed, since it was chosen itself. */
export async function listFiles(paths: readonly string[]): Promise<Outcome<Listing>> {
  const files: ListedFile[] = [];
  const skipped: Problem[] = [];
  for (const path of paths) {
    const real = await promises.realpath(path).catch(() => path);
    const looked = await look(real, basename(path));
    if (looked === 'folder') skipped.push({ code: 'is-a-folder', file: basename(path) });
    else if ('code' in looked) skipped.push(looked);
    else files.push({ ...looked, root: null });
  }
  return listingOf(files, skipped, paths);
}

/**
 * Lists folders and files that were dropped together, links followed. One folder is listed as if it had been chosen;
 * of several the files carry their folder's name, which tells them apart.
 */
export async function listPlaces(paths: readonly string[]): Promise<Outcome<Listing>> {
  const [only, ...others] = paths;
  if (only !== undefined && others.length === 0 && (await isFolder(only))) return listFolder(only);
  const files: ListedFile[] = [];
  const skipped: Problem[] = [];
  for (const path of paths) {
    const isWhole = await isFolder(path);
    const listed = isWhole ? await listFolder(path) : await listFiles([path]);
    if (!listed.ok) {
      skipped.push(listed.error);
      continue;
    }
    const named = (inside: string): string => (isWhole ? `${basename(path)}/${inside}` : inside);
    files.push(...listed.value.files.map((file) => ({ ...file, path: named(file.path) })));
    skipped.push(...listed.value.skipped.map((problem) => ({ ...problem, file: named(problem.file ?? '') })));
    if (files.length > mostFiles)
      return fail({ code: 'too-large', file: basename(path), detail: 'too-many-files' });
  }
  return listingOf(files, skipped, paths);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await promises.stat(path)).isDirectory();
  } catch {
    // Why it cannot be looked at is told when it is listed.
    return false;
  }
}

/** A single place that cannot be used is told as such. */
function listingOf(
  files: ListedFile[],
  skipped: readonly Problem[],
  paths: readonly string[],
): Outcome<Listing> {
  const [only] = skipped;
  if (files.length === 0 && skipped.length === 1 && only !== undefined) return fail(only);
  return listing(files, skipped, paths.length === 0, paths[0] === undefined ? '' : basename(paths[0]));
}

function listing(
  files: ListedFile[],
  skipped: readonly Problem[],
  empty: boolean,
  name: string,
): Outcome<Listing> {
  if (empty) return fail({ code: 'empty-folder', file: name });
  if (files.length === 0) {
    return fail({
      code: 'nothing-readable',
      file: name,
      detail: [...new Set(skipped.map((each) => each.code))].join(', '),
    });
  }
  return succeed({ files: files.sort(byPath), skipped });
}

async function lookUnlessHidden(root: string, path: string): ReturnType<typeof look> {
  if (basename(path).startsWith('.')) return { code: 'unknown-kind', file: path, detail: 'hidden' };
  return look(join(root, path), path);
}

/** What a name stands for, without following it. */
async function look(absolute: string, path: string): Promise<Omit<ListedFile, 'root'> | Problem | 'folder'> {
  try {
    const found = await promises.lstat(absolute);
    if (found.isDirectory()) return 'folder';
    if (found.isSymbolicLink()) return { code: 'not-a-file', file: path, detail: 'link' };
    if (!found.isFile()) return { code: 'not-a-file', file: path };
    const ending = extname(path).slice(1).toLowerCase();
    if (!isKnown(ending))
      return { code: 'unknown-kind', file: path, ...(ending === '' ? {} : { detail: ending }) };
    if (found.size === 0) return { code: 'empty-file', file: path };
    if (found.size > largestFile) return { code: 'too-large', file: path, detail: 'too-large-file' };
    // Tried rather than asked: rights may come from lists of access too.
    await (await promises.open(absolute, readingNow)).close();
    return { absolute, path, size: found.size };
  } catch (error) {
    const problem = problemOf(error, path);
    // Bytes that are no UTF-8 became U+FFFD when the folder was read: no file goes by the name as it is now.
    const isNameless = problem.code === 'not-found' && path.includes('\uFFFD');
    return isNameless ? { ...problem, detail: 'name' } : problem;
  }
}

function isKnown(ending: string): boolean {
  return knownEndings.some((known) => known === ending);
}

const natural = new Intl.Collator('en', { numeric: true });

/** Folder by folder, numbers in names by their value; names that collate alike by their code units. */
function byPath(a: ListedFile, b: ListedFile): number {
  const [left, right] = [a.path.split('/'), b.path.split('/')];
  for (const [place, part] of left.entries()) {
    const other = right[place];
    if (other === undefined) return 1;
    const order = natural.compare(part, other);
    if (order !== 0) return order;
  }
  if (left.length !== right.length) return left.length - right.length;
  return a.path < b.path ? -1 : 1;
}
