import { fail, type Result, succeed } from '@core/result';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** Why files do not go into one archive. */
export interface PackProblem {
  readonly kind: 'too-many-files' | 'file-too-large';
  /** Files, or bytes. */
  readonly count: number;
}

/** A file as it goes into an archive: a text, or bytes. */
export interface PackableFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A plain ZIP counts its entries in 16 bits; the library writes a broken one beyond that without a word. */
const mostFiles = 65_535;
/** Of a source, by REFI 8.1. */
const mostBytes = 2_147_483_647;
/** One moment for all, in the zone of whoever packs, as ZIP has it: the same files give the same bytes. */
const moment = new Date(1980, 0, 1);

/** Files as one ZIP archive, texts in UTF-8 without a byte order mark. */
export function packArchive(files: readonly PackableFile[]): Result<Uint8Array, PackProblem> {
  if (files.length > mostFiles) return fail({ kind: 'too-many-files', count: files.length });
  const entries: Zippable = {};
  let total = 0;
  for (const { name, content } of files) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    total += bytes.length;
    // Without ZIP64 the whole has the same limit as each part.
    if (total > mostBytes) return fail({ kind: 'file-too-large', count: total });
    entries[name] = [bytes, { mtime: moment, level: 6 }];
  }
  return succeed(zipSync(entries));
}
