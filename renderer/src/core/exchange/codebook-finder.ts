import { codePath, pathSeparator } from '../codebook/code-tree';
import { foldName } from '../codebook/fold-name';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import { foldPath, type StatedCode } from './codebook-file';

/** A code that is here, and by what it was found to be the one of the file. */
export interface FoundCode {
  readonly code: Code;
  readonly by: 'id' | 'key' | 'path';
}

export interface CodeFinder {
  /** `twin`: the code in use that the file has on the same path, which may be the code itself. */
  find(code: StatedCode, twin: StatedCode | null): FoundCode | null;
  /** By key, path or name, as a file names a parent. */
  named(name: string): Code | undefined;
  /** In use, on a folded path. */
  byPath(folded: string): Code | undefined;
}

/** Finds codes of the project for those of a file: by id, then by key, then by path. */
export function codeFinder(codes: readonly Code[]): CodeFinder {
  const byId = new Map<Id, Code>(codes.map((code) => [code.id, code]));
  const byKey = new Map(codes.map((code) => [code.key, code]));
  const live = new Map<string, Code>();
  const archived = new Map<string, Code>();
  for (const code of codes)
    (code.archived_at === undefined ? live : archived).set(foldPath(codePath(code, byId)), code);
  /** Of a file without places: the only code in use of that name. */
  const byName = (name: string): Code | undefined => {
    const [only, ...more] = [...live.values()].filter((code) => foldName(code.name) === foldName(name));
    return more.length === 0 ? only : undefined;
  };
  return {
    byPath: (folded) => live.get(folded),
    named: (name) => byKey.get(name) ?? live.get(foldPath(name.split(pathSeparator))) ?? byName(name),
    find: ({ id, key, path, archived_at, isUnplaced, name }, twin) => {
      const known = id === undefined ? undefined : byId.get(id);
      if (known !== undefined) return { code: known, by: 'id' };
      const named = key === undefined ? undefined : byKey.get(key);
      if (named !== undefined) return { code: named, by: 'key' };
      const folded = foldPath(path);
      const isArchived = typeof archived_at === 'string';
      const inUse = isArchived && twin !== null ? undefined : live.get(folded);
      const placed =
        isUnplaced === true ? byName(name) : isArchived ? (archived.get(folded) ?? inUse) : inUse;
      return placed === undefined ? null : { code: placed, by: 'path' };
    },
  };
}
