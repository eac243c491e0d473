/** What main froze, as the core takes it up: checked, since a parser works on untrusted input. */

import type { FrozenSource } from '@core/import/document-records';
import { readParsedStructure } from '@core/import/read-parsed-structure';
import { fail, succeed } from '@core/result';
import type { FrozenFile, Outcome } from '@preload/contract';

/** The documents of a frozen file, under the path it has in the project; at least one. */
export function frozenSources(
  { raw_sha256, documents }: FrozenFile,
  path: string,
): Outcome<readonly [FrozenSource, ...FrozenSource[]]> {
  const sources: FrozenSource[] = [];
  for (const { text_sha256, encoding, length, structure: json } of documents) {
    const structure = readParsedStructure(json, length);
    if (structure === null) return fail({ code: 'parse-failed', file: path, detail: 'structure' });
    const guess = encoding.told_by === 'guess' ? { encoding_guess: encoding.confidence } : {};
    sources.push({ path, raw_sha256, text_sha256, encoding: encoding.label, ...guess, length, structure });
  }
  const [first, ...others] = sources;
  return first === undefined ? fail({ code: 'no-text', file: path }) : succeed([first, ...others]);
}
