import { createHash } from 'node:crypto';
import { existsSync, promises } from 'node:fs';
import { dirname } from 'node:path';
import type { FrozenText, Outcome } from '@preload/contract';
import {
  discard,
  type FileOperations,
  privateFile,
  syncFolder,
  systemFiles,
  temporaryName,
  writeTemporary,
} from './files';
import { mapLimited } from './map-limited';
import { fail, problemOf, succeed } from './outcome';

/** Files under way at once: what Node's own pool of threads carries, twice. */
const atOnce = 8;
/** Files written last that are known to be whole: those of the calls under way, many times over. */
const mostKnown = 4_096;

export interface Texts {
  /** Stores the bytes of sources; answers the SHA-256 of each in order. Durable when it answers. */
  storeRaw(sources: readonly Uint8Array[]): Promise<Outcome<readonly string[]>>;
  /** The bytes of a source; null when they are missing or no longer match their hash. */
  readRaw(hash: string): Promise<Buffer | null>;
  /** Stores frozen texts as UTF-8; answers the SHA-256 of each in order. Durable when it answers. */
  storeTexts(texts: readonly string[]): Promise<Outcome<readonly string[]>>;
  /** Texts in the order asked for; null where the stored one is missing or no longer matches its hash. */
  readTexts(hashes: readonly string[]): Promise<readonly FrozenText[]>;
}

interface Item {
  readonly path: string;
  /** Where the same bytes lie when the text is its source to the byte. */
  readonly twin: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** The content-addressed files of a project, in `raw/` and `texts/` below its folder. */
export function createTexts(folder: string, files: FileOperations = systemFiles): Texts {
  /** Paths that were just written and synced: they need not be read to be known. */
  const known = new Set<string>();
  const store = inBatches(async (items: readonly Item[]) => {
    await writeItems(files, items, known);
    if (known.size > mostKnown) known.clear();
    for (const { path } of items) known.add(path);
  });
  const itemOf = (kind: 'raw' | 'texts', bytes: Uint8Array): Item => {
    const hash = sha256(bytes);
    const twin = pathOf(folder, kind === 'raw' ? 'texts' : 'raw', hash);
    return { path: pathOf(folder, kind, hash), twin, hash, bytes };
  };

  async function put(items: readonly Item[]): Promise<Outcome<readonly string[]>> {
    try {
      await store(items);
      return succeed(items.map((item) => item.hash));
    } catch (error) {
      return fail(problemOf(error));
    }
  }

  return {
    storeRaw: (sources) => put(sources.map((bytes) => itemOf('raw', bytes))),
    readRaw: (hash) => readWhole(pathOf(folder, 'raw', hash), hash),
    storeTexts: (texts) => put(texts.map((text) => itemOf('texts', Buffer.from(text, 'utf8')))),
    readTexts: (hashes) =>
      mapLimited(hashes, 2 * atOnce, async (hash) => {
        const bytes = await readWhole(pathOf(folder, 'texts', hash), hash);
        return { sha256: hash, text: bytes === null ? null : bytes.toString('utf8') };
      }),
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function pathOf(folder: string, kind: 'raw' | 'texts', hash: string): string {
  return `${folder}/${kind}/${hash.slice(0, 2)}/${hash}`;
}

/** The file's bytes when they are what its name says, else null. */
export async function readWhole(path: string, hash: string): Promise<Buffer | null> {
  const bytes = await promises.readFile(path).catch(() => null);
  return bytes !== null && sha256(bytes) === hash ? bytes : null;
}

/** Writes what is not there yet: all temporary files first, then the names, then each folder is synced once. */
async function writeItems(
  files: FileOperations,
  items: readonly Item[],
  known: ReadonlySet<string>,
): Promise<void> {
  const distinct = [...new Map(items.map((item) => [item.path, item])).values()];
  const there = await mapLimited(
    distinct,
    atOnce,
    // Asked first: nearly all are new, and an open that fails costs ten times as much.
    async (item) => existsSync(item.path) && (await readWhole(item.path, item.hash)) !== null,
  );
  const missing = distinct.filter((_, place) => there[place] !== true);
  if (missing.length === 0) return;

  const buckets = [...new Set(missing.map((item) => dirname(item.path)))];
  const fresh = buckets.filter((bucket) => !existsSync(bucket));
  await mapLimited(fresh, atOnce, (bucket) => files.mkdir(bucket));
  // Of a source and a text with the same bytes the one that comes first is written, the other named after it.
  const byHash = new Map(missing.toReversed().map((item) => [item.hash, item]));
  const first = [...byHash.values()];
  await writeAndName(files, first, known);
  const others = missing.filter((item) => byHash.get(item.hash) !== item);
  await writeAndName(files, others, new Set(first.map(({ path }) => path)));
  const parents = [...new Set(fresh.flatMap((bucket) => [dirname(bucket), dirname(dirname(bucket))]))];
  await mapLimited([...buckets, ...parents], atOnce, (each) => syncFolder(files, each));
}

async function writeAndName(
  files: FileOperations,
  items: readonly Item[],
  known: ReadonlySet<string>,
): Promise<void> {
  const written: { readonly temporary: string; readonly path: string }[] = [];
  try {
    await mapLimited(items, atOnce, async (item) => {
      if (await linkTwin(files, item, known)) return;
      const temporary = temporaryName(item.path);
      await writeTemporary(files, temporary, item.bytes, privateFile);
      written.push({ temporary, path: item.path });
    });
    await mapLimited(written, atOnce, ({ temporary, path }) => files.rename(temporary, path));
  } catch (error) {
    await mapLimited(written, atOnce, ({ temporary }) => discard(files, temporary));
    throw error;
  }
}

/**
 * Names the bytes once more where they lie already, durable and whole: most plain texts are their source to the byte,
 * and a sync costs more than all else that is done for a file. False where they do not, where something harmed has the
 * name, or where the disk knows no links.
 */
async function linkTwin(
  files: FileOperations,
  { path, twin, hash }: Item,
  known: ReadonlySet<string>,
): Promise<boolean> {
  const isWhole = known.has(twin) || (existsSync(twin) && (await readWhole(twin, hash)) !== null);
  if (!isWhole) return false;
  return files.link(twin, path).then(
    () => true,
    () => false,
  );
}

/** Gathers the calls that come while a batch is under way into the next one, so that they share its syncs. */
function inBatches(
  work: (items: readonly Item[]) => Promise<void>,
): (items: readonly Item[]) => Promise<void> {
  let waiting: Item[] = [];
  let next: Promise<void> | null = null;
  let current: Promise<unknown> = Promise.resolve();

  return (items) => {
    waiting.push(...items);
    next ??= current.then(() => {
      const batch = waiting;
      waiting = [];
      next = null;
      const done = work(batch);
      current = done.catch(() => undefined);
      return done;
    });
    return next;
  };
}
