/** Compares the files of a project with what was imported of them, and reads those that have changed. */

import {
  changedFile,
  filesOfPath,
  latestVersions,
  matchTexts,
  type PresentFile,
} from '@core/import/changed-texts';
import { type FrozenSource, titleOf } from '@core/import/document-records';
import type { Document } from '@core/model/document';
import { succeed } from '@core/result';
import type { Bridge, CorpusFile, CorpusListing, FrozenFile, Outcome, Problem } from '@preload/contract';
import { chosenReading } from './chosen-reading';
import { freezeCorpus } from './freeze-corpus';
import { frozenSources } from './frozen-sources';

/** A text that reads otherwise than when it was imported. */
export interface ChangedText {
  readonly earlier: Document;
  readonly source: FrozenSource;
}

export interface ChangeCheck {
  readonly changed: readonly ChangedText[];
  /** Files that are what they were. */
  readonly unchanged: number;
  /** Paths of documents whose files are not where they were. */
  readonly missing: readonly string[];
  /** Paths that several files that differ stand for. */
  readonly unclear: readonly string[];
  /** Texts of changed files that are no later version of any document for sure, by the path of their file. */
  readonly added: readonly { readonly path: string; readonly count: number }[];
  /** Files that could not be read. */
  readonly problems: readonly Problem[];
}

interface CheckOptions {
  readonly signal: AbortSignal;
  /** Files dealt with, and all that are to be. */
  readonly onProgress: (done: number, total: number) => void;
}

/** What one call of main may hold. */
const hashedPerCall = 64;

/** Nothing in the project is changed by it. Once the signal is given it ends with what was found until then. */
export async function checkChanges(
  bridge: ReadingBridge & Pick<Bridge, 'hashFiles'>,
  documents: readonly Document[],
  listing: CorpusListing,
  { signal, onProgress }: CheckOptions,
): Promise<ChangeCheck> {
  const byPath = Map.groupBy(documents, ({ path }) => path);
  const filesOf = filesOfPath(listing.files);
  const candidates = new Map([...byPath.keys()].map((path) => [path, filesOf(path)]));
  const wanted = [...new Set([...candidates.values()].flat())];
  const hashes = new Map<CorpusFile, string>();
  const problems: Problem[] = [];
  onProgress(0, wanted.length);
  for (let at = 0; at < wanted.length && !signal.aborted; at += hashedPerCall) {
    const group = wanted.slice(at, at + hashedPerCall);
    const answers = await bridge.hashFiles(group.map(({ token }) => token));
    for (const [place, answer] of answers.entries()) {
      const file = group[place];
      if (file === undefined) continue;
      if (answer.ok) hashes.set(file, answer.value);
      else problems.push({ ...answer.error, file: file.path });
    }
    onProgress(at + group.length, wanted.length);
  }
  const changed = new Map<CorpusFile, string>();
  const missing: string[] = [];
  const unclear: string[] = [];
  let unchanged = 0;
  for (const [path, versions] of byPath) {
    const all = candidates.get(path) ?? [];
    const present = all.flatMap((file): readonly PresentFile<CorpusFile>[] => {
      const raw_sha256 = hashes.get(file);
      return raw_sha256 === undefined ? [] : [{ file, raw_sha256 }];
    });
    // What could not be read is told as such.
    if (present.length < all.length) continue;
    const found = changedFile(present, versions);
    if (found === 'unchanged') unchanged += 1;
    else if (found === 'missing') missing.push(path);
    else if (found === 'unclear') unclear.push(path);
    else changed.set(found, path);
  }
  const read = await readChanged(bridge, changed, byPath, signal);
  return { ...read, unchanged, missing, unclear, problems: [...problems, ...read.problems] };
}

type ReadingBridge = Pick<Bridge, 'freezeFiles' | 'freezeAgain'>;

async function readChanged(
  bridge: ReadingBridge,
  files: ReadonlyMap<CorpusFile, string>,
  byPath: ReadonlyMap<string, readonly Document[]>,
  signal: AbortSignal,
): Promise<Pick<ChangeCheck, 'changed' | 'added' | 'problems'>> {
  const changed: ChangedText[] = [];
  const added: { path: string; count: number }[] = [];
  const problems: Problem[] = [];
  for await (const [file, frozen] of freezeCorpus(bridge, [...files.keys()], signal)) {
    // Under the path that the project has for it, so that the next check finds it.
    const path = files.get(file) ?? file.path;
    const versions = byPath.get(path) ?? [];
    const read = frozen.ok ? await asChosen(bridge, frozen.value, path, versions) : frozen;
    const sources = read.ok ? frozenSources(read.value, path) : read;
    if (!sources.ok) {
      problems.push({ ...sources.error, file: path });
      continue;
    }
    const texts = sources.value.map((source) => ({
      source,
      title: titleOf(source),
      text_sha256: source.text_sha256,
    }));
    const matched = matchTexts(texts, versions);
    changed.push(...matched.changed.map(({ text, earlier }) => ({ earlier, source: text.source })));
    if (matched.unmatched.length > 0) added.push({ path, count: matched.unmatched.length });
  }
  return { changed, added, problems };
}

/** A changed file read as the document was that it is a version of. */
async function asChosen(
  bridge: ReadingBridge,
  frozen: FrozenFile,
  path: string,
  versions: readonly Document[],
): Promise<Outcome<FrozenFile>> {
  const [earlier, ...others] = latestVersions(versions);
  const reading =
    earlier === undefined || others.length > 0 ? null : await chosenReading(bridge, earlier, frozen);
  if (reading === null) return succeed(frozen);
  return bridge.freezeAgain({ raw_sha256: frozen.raw_sha256, path, ...reading });
}
