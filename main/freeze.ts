import type {
  FrozenDocument,
  FrozenFile,
  Json,
  Outcome,
  ParsedDocument,
  Problem,
  Repair,
} from '@preload/contract';
import * as v from 'valibot';
import { largestFile, readGranted } from './corpus';
import type { Granted } from './grants';
import { isRecord } from './journal-line';
import { fail, succeed } from './outcome';
import type { ParserPool } from './parser-pool';
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
  ]),
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
const parsedDocument: v.GenericSchema<unknown, ParsedDocument> = v.strictObject({
  text: v.pipe(
    v.string(),
    v.check((text) => !/\p{Surrogate}/u.test(text)),
  ),
  encoding: v.pipe(v.string(), v.maxLength(100)),
  repairs: v.pipe(v.array(repair), v.maxLength(100)),
  structure: v.custom<Json>(isRecord),
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
] as const;

interface Freezing {
  readonly pool: ParserPool;
  readonly texts: Texts;
}

/**
 * Reads a listed file, keeps its bytes, has it parsed in the sandbox, checks what comes back and stores the texts. When
 * it answers with success, bytes and texts are durable.
 */
export async function freezeFile(
  file: Extract<Granted, { readonly kind: 'corpus-file' }>,
  { pool, texts }: Freezing,
): Promise<Outcome<FrozenFile>> {
  const read = await readGranted(file, largestFile);
  if (!read.ok) return read;
  // Kept first, so that a file the parser dies of is there to be looked into. Parsed meanwhile.
  const storing = texts.storeRaw(read.value);
  const parsed = checkAnswer(await pool.parse({ path: file.name, bytes: read.value }), file.name);
  const raw = await storing;
  if (!raw.ok) return raw;
  if (!parsed.ok) return parsed;

  const stored = await texts.storeTexts(parsed.value.map((document) => document.text));
  if (!stored.ok) return stored;
  const documents = parsed.value.map(
    ({ text, ...found }, place): FrozenDocument => ({
      ...found,
      text_sha256: stored.value[place] ?? '',
      length: text.length,
    }),
  );
  return succeed({ path: file.name, raw_sha256: raw.value, documents });
}

/** What a parser answered is as little to be trusted as the file it read. */
function checkAnswer(given: Outcome<unknown>, file: string): Outcome<readonly ParsedDocument[]> {
  const parsed = v.safeParse(answer, given);
  if (!parsed.success) return fail({ code: 'parse-failed', file });
  const outcome = parsed.output;
  if (!outcome.ok) {
    const code = [...parserCodes, 'parse-timeout' as const, 'parse-crashed' as const].find(
      (each) => each === outcome.error.code,
    );
    const problem: Problem = { code: code ?? 'parse-failed', file };
    const detail = outcome.error.detail?.slice(0, 500);
    return fail(detail === undefined ? problem : { ...problem, detail });
  }
  const length = outcome.value.reduce((sum, document) => sum + document.text.length, 0);
  return length > longestOutput ? fail({ code: 'too-large', file }) : succeed(outcome.value);
}
