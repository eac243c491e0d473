import type { Document } from '../model/document';
import type { Sha256 } from '../model/identity';

type Known = Pick<
  Document,
  'id' | 'path' | 'title' | 'title_found' | 'raw_sha256' | 'text_sha256' | 'version_of'
>;

/** A file as it was listed now. */
export interface PresentFile<F> {
  readonly file: F;
  readonly raw_sha256: Sha256;
}

/** The latest version of each document: those that no other is a version of. */
export function latestVersions<D extends Pick<Document, 'id' | 'version_of'>>(
  documents: readonly D[],
): readonly D[] {
  const superseded = new Set(documents.map(({ version_of }) => version_of));
  return documents.filter(({ id }) => !superseded.has(id));
}

/**
 * The listed files that a path of the project may stand for: those of the same path, else those whose path ends in
 * it or is its end, as when a folder above or below the first one is looked through.
 */
export function filesOfPath<F extends { readonly path: string }>(
  files: readonly F[],
): (path: string) => readonly F[] {
  const byName = new Map<string, F[]>();
  for (const file of files) {
    const name = nameOf(file.path);
    const same = byName.get(name) ?? [];
    byName.set(name, same);
    same.push(file);
  }
  return (path) => {
    const named = byName.get(nameOf(path)) ?? [];
    const exact = named.filter((file) => file.path === path);
    if (exact.length > 0) return exact;
    return named.filter((file) => file.path.endsWith(`/${path}`) || path.endsWith(`/${file.path}`));
  };
}

/**
 * Of the files that stand for one path the one that has changed: none where one of them still has the bytes of a
 * version that is there, 'unclear' where several differ and nobody can tell which of them it is.
 */
export function changedFile<F>(
  candidates: readonly PresentFile<F>[],
  versions: readonly Pick<Known, 'raw_sha256'>[],
): F | 'unchanged' | 'unclear' | 'missing' {
  const [first, ...others] = candidates;
  if (first === undefined) return 'missing';
  const known = new Set(versions.map(({ raw_sha256 }) => raw_sha256));
  if (candidates.some(({ raw_sha256 }) => known.has(raw_sha256))) return 'unchanged';
  return others.every(({ raw_sha256 }) => raw_sha256 === first.raw_sha256) ? first.file : 'unclear';
}

export interface MatchedTexts<T, D> {
  /** A text that differs, and the document that it is a later version of. */
  readonly changed: readonly { readonly text: T; readonly earlier: D }[];
  /** Texts of the file that no document of the project can be told to be an earlier version of. */
  readonly unmatched: readonly T[];
}

/**
 * Which text of a changed file is a later version of which document of its path. `versions`: all documents of that
 * path. One text and one document belong together whatever their titles; of several those of one title.
 */
export function matchTexts<
  T extends { readonly title: string; readonly text_sha256: Sha256 },
  D extends Known,
>(texts: readonly T[], versions: readonly D[]): MatchedTexts<T, D> {
  const known = new Set(versions.map(({ text_sha256 }) => text_sha256));
  const fresh = texts.filter(({ text_sha256 }) => !known.has(text_sha256));
  const latest = latestVersions(versions);
  const [onlyText, ...moreTexts] = texts;
  const [onlyDocument, ...moreDocuments] = latest;
  if (onlyText !== undefined && onlyDocument !== undefined && moreTexts.length + moreDocuments.length === 0)
    return { changed: fresh.map((text) => ({ text, earlier: onlyDocument })), unmatched: [] };
  const changed: { text: T; earlier: D }[] = [];
  const unmatched: T[] = [];
  for (const text of fresh) {
    const [earlier, ...others] = latest.filter(
      ({ title, title_found = title }) => title_found === text.title,
    );
    const isOnly = texts.filter(({ title }) => title === text.title).length === 1;
    if (earlier !== undefined && others.length === 0 && isOnly) changed.push({ text, earlier });
    else unmatched.push(text);
  }
  return { changed, unmatched };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
