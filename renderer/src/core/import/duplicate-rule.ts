import type { Sha256 } from '../model/identity';

/** A file that a project's documents came from. */
export interface KnownFile {
  readonly raw_sha256: Sha256;
  readonly path: string;
}

/**
 * Answers whether a file is one of the known: the same bytes under the same path, or under a path that is the end of
 * the other ("tass/000.txt" and "000.txt"), as when first a folder and then a file of it is opened. The same bytes
 * under unrelated paths are two documents: reprints are what is studied.
 */
export function duplicateRule(known: readonly KnownFile[]): (file: KnownFile) => boolean {
  const paths = new Map<Sha256, string[]>();
  for (const { raw_sha256, path } of known) {
    const same = paths.get(raw_sha256) ?? [];
    paths.set(raw_sha256, same);
    same.push(path);
  }
  return ({ raw_sha256, path }) =>
    paths.get(raw_sha256)?.some((other) => endsWith(path, other) || endsWith(other, path)) ?? false;
}

function endsWith(path: string, end: string): boolean {
  return path === end || path.endsWith(`/${end}`);
}
