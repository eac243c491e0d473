import type { Outcome, TablePreview } from '@preload/contract';
import * as v from 'valibot';
import { parserProblem } from './freeze';
import type { Granted } from './grants';
import { fail, succeed } from './outcome';
import type { ParserPool } from './parser-pool';
import { largestFile, readGranted } from './read-granted';
import { tableColumns } from './schemas';

const cells = v.pipe(v.array(v.pipe(v.string(), v.maxLength(10_000))), v.maxLength(20_000));
const answer = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    value: v.object({
      kind: v.literal('table'),
      table: v.strictObject({
        columns: cells,
        rows: v.pipe(v.array(cells), v.maxLength(100)),
        count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
        guess: v.nullable(tableColumns),
      }),
    }),
  }),
  v.object({ ok: v.literal(false), error: v.object({ code: v.string(), detail: v.optional(v.string()) }) }),
]);

/** The first rows of a listed file that is a table, as the sandbox reads them. */
export async function readTable(
  file: Extract<Granted, { readonly kind: 'corpus-file' }> | null,
  pool: ParserPool,
): Promise<Outcome<TablePreview>> {
  if (file === null) return fail({ code: 'grant-expired' });
  const read = await readGranted(file, largestFile);
  if (!read.ok) return read;
  const given = await pool.parse({ table: true, path: file.name, bytes: read.value });
  const parsed = v.safeParse(answer, given);
  if (!parsed.success) return fail({ code: 'parse-failed', file: file.name });
  const outcome = parsed.output;
  return outcome.ok ? succeed(outcome.value.table) : fail(parserProblem(outcome.error, file.name));
}
