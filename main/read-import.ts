import { basename } from 'node:path';
import type { ImportFile, Outcome, Problem } from '@preload/contract';
import * as v from 'valibot';
import { fail, succeed } from './outcome';
import type { ParserPool } from './parser-pool';
import { readGranted } from './read-granted';
import type { Texts } from './texts';

/** Bytes of a project or annotation file: what fits into one string. */
const largestImport = 512 * 1024 * 1024 - 64;
/** UTF-16 units of what the parser makes of one. */
const longestAnswer = 400_000_000;

const long = v.pipe(v.string(), v.maxLength(longestAnswer));
const answer = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    value: v.variant('kind', [
      v.object({ kind: v.literal('refi'), read: long }),
      v.object({
        kind: v.literal('project'),
        text: long,
        journal: long,
        originals: v.array(v.instance(Uint8Array)),
      }),
    ]),
  }),
  v.object({ ok: v.literal(false), error: v.object({ code: v.string(), detail: v.optional(v.string()) }) }),
]);

/** What a parser may report of such a file. */
const parserCodes = [
  'archive-broken',
  'archive-bomb',
  'archive-unsafe',
  'archive-encrypted',
  'invalid-xml',
  'not-exchange',
  'parse-timeout',
  'parse-crashed',
  'too-large',
] as const;

interface Places {
  readonly pool: ParserPool;
  readonly texts: Texts;
}

/** Reads a file that was chosen to be imported; archives and XML are taken apart in the sandbox, never here. */
export async function readImport(path: string, { pool }: Pick<Places, 'pool'>): Promise<Outcome<ImportFile>> {
  const read = await readWhole(path, pool);
  return read.ok ? succeed(read.value.file) : read;
}

/**
 * Keeps the original files of a project file, by the hash of their bytes: nothing is touched that is here, and documents
 * find their files by it. Read anew, so that nothing of a file is kept before its import is confirmed.
 */
export async function storeOriginals(path: string, { pool, texts }: Places): Promise<Outcome<null>> {
  const read = await readWhole(path, pool);
  if (!read.ok) return read;
  const { originals } = read.value;
  if (originals.length === 0) return succeed(null);
  const stored = await texts.storeRaw(originals);
  return stored.ok ? succeed(null) : stored;
}

interface WholeImport {
  readonly file: ImportFile;
  readonly originals: readonly Uint8Array[];
}

async function readWhole(path: string, pool: ParserPool): Promise<Outcome<WholeImport>> {
  const name = basename(path);
  const read = await readGranted({ path, name, root: null }, largestImport);
  if (!read.ok) return read;
  const bytes = read.value;
  if (!isArchive(bytes) && !isXml(bytes)) {
    const decoded = decode(bytes, name);
    return decoded.ok ? succeed({ file: decoded.value, originals: [] }) : decoded;
  }
  const parsed = v.safeParse(answer, await pool.parse({ path: name, bytes, exchange: true }));
  if (!parsed.success) return fail({ code: 'parse-failed', file: name });
  if (parsed.output.ok) {
    const { value } = parsed.output;
    if (value.kind === 'refi') return succeed({ file: { name, ...value }, originals: [] });
    const { text, journal, originals } = value;
    return succeed({ file: { kind: 'text', name, text, journal }, originals });
  }
  const { code, detail } = parsed.output.error;
  const problem: Problem = { code: parserCodes.find((each) => each === code) ?? 'parse-failed', file: name };
  return fail(detail === undefined ? problem : { ...problem, detail: detail.slice(0, 500) });
}

function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** In UTF-8, or in UTF-16 with or without its mark. */
function isXml(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 200).filter((byte) => byte !== 0 && byte < 0x80);
  return /^\s*</.test(new TextDecoder('latin1').decode(head));
}

function decode(bytes: Uint8Array, name: string): Outcome<ImportFile> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return succeed({ kind: 'text', name, text });
  } catch {
    return fail({ code: 'bad-encoding', file: name });
  }
}
