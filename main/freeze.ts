import { promises } from 'node:fs';
import type {
  DetectedEncoding,
  FileReading,
  FrozenDocument,
  FrozenFile,
  Outcome,
  ParsedDocument,
  ParseJob,
  Problem,
  Repair,
  RereadRequest,
} from '@preload/contract';
import * as v from 'valibot';
import type { Granted } from './grants';
import { mapLimited } from './map-limited';
import { fail, succeed } from './outcome';
import type { ParserPool } from './parser-pool';
import { largestFile, readGranted } from './read-granted';
import type { Texts } from './texts';

/** UTF-16 units that the documents of one file may have together. */
const longestOutput = 200 * 1024 * 1024;

const repair: v.GenericSchema<unknown, Repair> = v.strictObject({
  code: v.picklist([
    'byte-order-mark',
    'line-ends',
    'control-characters',
    'lone-surrogates',
    'replaced-bytes',
    'pages-without-text',
    'split',
    'articles-without-text',
    'lines-left-out',
    'rows',
    'rows-without-text',
    'sheets-left-out',
    'attachments-left-out',
  ]),
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  detail: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000))),
});
const encoding: v.GenericSchema<unknown, DetectedEncoding> = v.strictObject({
  label: v.pipe(v.string(), v.maxLength(100)),
  told_by: v.picklist(['mark', 'declaration', 'validity', 'guess', 'choice']),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});
const parsedDocument: v.GenericSchema<unknown, ParsedDocument> = v.strictObject({
  text: v.pipe(
    v.string(),
    v.check((text) => !/\p{Surrogate}/u.test(text)),
  ),
  encoding,
  repairs: v.pipe(v.array(repair), v.maxLength(100)),
  structure: v.string(),
});
const answer = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    value: v.pipe(v.array(parsedDocument), v.minLength(1), v.maxLength(100_000)),
  }),
  v.object({ ok: v.literal(false), error: v.object({ code: v.string(), detail: v.optional(v.string()) }) }),
]);

/** What a parser may report of a file. */
const parserCodes = [
  'empty-file',
  'binary-file',
  'unknown-kind',
  'bad-encoding',
  'no-text',
  'too-large',
  'archive-broken',
  'archive-bomb',
  'archive-unsafe',
  'invalid-xml',
  'needs-password',
  'old-office',
  'no-text-layer',
  'no-text-column',
] as const;

interface Freezing {
  readonly pool: ParserPool;
  readonly texts: Texts;
}

type CorpusFile = Extract<Granted, { readonly kind: 'corpus-file' }>;

/** Files read at once. */
const readAtOnce = 8;

/**
 * Reads listed files, keeps their bytes, has them parsed in the sandbox, checks what comes back and stores the texts.
 * A file that it answers with success is durable, bytes and texts. Answers in the order of the files; null stands for
 * one that there is no leave for.
 */
export async function freezeFiles(
  files: readonly (CorpusFile | null)[],
  freezing: Freezing,
): Promise<readonly Outcome<FrozenFile>[]> {
  const roots = new Map<string, Promise<string>>();
  const realRoot = (root: string): Promise<string> => {
    const real = roots.get(root) ?? promises.realpath(root);
    roots.set(root, real);
    return real;
  };
  const sources = await mapLimited(files, readAtOnce, async (file): Promise<Outcome<Source>> => {
    if (file === null) return fail({ code: 'grant-expired' });
    const read = await readGranted(file, largestFile, realRoot);
    return read.ok ? succeed({ path: file.name, bytes: read.value }) : read;
  });
  const there = sources.flatMap((source) => (source.ok ? [source.value] : []));
  // Kept first, so that a file the parser dies of is there to be looked into. Parsed meanwhile.
  const keeping = freezing.texts.storeRaw(there.map(({ bytes }) => bytes));
  const frozen = await freezeSources(there, keeping, freezing);
  return sources.map((source) => (source.ok ? (frozen.shift() ?? unanswered) : source));
}

/** The same for one file, read in the way that a person chose. */
export async function freezeFile(
  file: CorpusFile | null,
  reading: FileReading,
  freezing: Freezing,
): Promise<Outcome<FrozenFile>> {
  if (file === null) return fail({ code: 'grant-expired' });
  const read = await readGranted(file, largestFile);
  if (!read.ok) return read;
  const kept = freezing.texts.storeRaw([read.value]);
  const [frozen] = await freezeSources([{ path: file.name, bytes: read.value, ...reading }], kept, freezing);
  return frozen ?? unanswered;
}

/** Reads an imported file's kept bytes again, in the way that a person chose. */
export async function freezeAgain(
  { raw_sha256, path, ...reading }: RereadRequest,
  freezing: Freezing,
): Promise<Outcome<FrozenFile>> {
  const bytes = await freezing.texts.readRaw(raw_sha256);
  if (bytes === null) return fail({ code: 'source-missing', file: path });
  const kept = Promise.resolve(succeed([raw_sha256]));
  const [frozen] = await freezeSources([{ path, bytes, ...reading }], kept, freezing);
  return frozen ?? unanswered;
}

type Source = Omit<ParseJob, 'id' | 'icu'>;

const unanswered = fail({ code: 'parse-failed' });

async function freezeSources(
  sources: readonly Source[],
  keeping: Promise<Outcome<readonly string[]>>,
  { pool, texts }: Freezing,
): Promise<Outcome<FrozenFile>[]> {
  const parsing = sources.map(async (source) => checkAnswer(await pool.parse(source), source.path));
  const parsed = await Promise.all(parsing);
  const [raw, stored] = await Promise.all([
    keeping,
    texts.storeTexts(parsed.flatMap((each) => (each.ok ? each.value.map(({ text }) => text) : []))),
  ]);
  const refused = (error: Problem) =>
    sources.map(({ path }, place) => {
      const each = parsed[place];
      return each?.ok === false ? each : fail({ ...error, file: path });
    });
  if (!raw.ok) return refused(raw.error);
  if (!stored.ok) return refused(stored.error);
  const hashes = stored.value.values();
  return sources.map(({ path }, place) => {
    const each = parsed[place] ?? unanswered;
    if (!each.ok) return each;
    const documents = each.value.map(
      ({ text, ...found }): FrozenDocument => ({
        ...found,
        text_sha256: hashes.next().value ?? '',
        length: text.length,
      }),
    );
    return succeed({ path, raw_sha256: raw.value[place] ?? '', documents });
  });
}

/** What a parser answered is as little to be trusted as the file it read. */
function checkAnswer(given: Outcome<unknown>, file: string): Outcome<readonly ParsedDocument[]> {
  const parsed = v.safeParse(answer, given);
  if (!parsed.success) return fail({ code: 'parse-failed', file });
  const outcome = parsed.output;
  if (!outcome.ok) return fail(parserProblem(outcome.error, file));
  const length = outcome.value.reduce((sum, document) => sum + document.text.length, 0);
  return length > longestOutput
    ? fail({ code: 'too-large', file, detail: 'too-many-characters' })
    : succeed(outcome.value);
}

/** A problem as a parser told it, of the kinds that it may tell. */
export function parserProblem(
  told: { readonly code: string; readonly detail?: string | undefined },
  file: string,
): Problem {
  const code = [...parserCodes, 'parse-timeout' as const, 'parse-crashed' as const].find(
    (each) => each === told.code,
  );
  const detail = told.detail?.slice(0, 500);
  return { code: code ?? 'parse-failed', file, ...(detail === undefined ? {} : { detail }) };
}
