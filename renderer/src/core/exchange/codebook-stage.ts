import { keyFor } from '../codebook/code-key';
import { pathSeparator } from '../codebook/code-tree';
import { hues, marks, nextAppearance } from '../codebook/hues';
import { type Codebook, newCode } from '../commands/codebook-rules';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import { type Difference, differencesOf, takenOver } from './codebook-differences';
import { type CodebookFile, type CodebookFileProblem, foldPath, type StatedCode } from './codebook-file';
import { codeFinder } from './codebook-finder';

/** What a code of the file is to the project. */
export type StagedCode =
  | { readonly kind: 'new'; readonly at: number; readonly path: readonly string[]; readonly code: Code }
  | { readonly kind: 'same'; readonly at: number; readonly path: readonly string[]; readonly code: Code }
  | {
      readonly kind: 'differs';
      readonly at: number;
      readonly path: readonly string[];
      /** The one that is here. */
      readonly code: Code;
      /** By what it was found to be the same code. */
      readonly by: 'id' | 'key' | 'path';
      readonly differences: readonly Difference[];
      /** The code as it is when all of the differences are taken over. */
      readonly taken: Code;
    };

export interface StagedCodebook {
  readonly name: string | null;
  readonly unit: CodebookFile['unit'];
  /** In the order of the file; parents that it only implies stand before their first child, with its `at`. */
  readonly codes: readonly StagedCode[];
  /** Codes in use here that the file does not name; an import leaves them as they are. */
  readonly absent: readonly Code[];
  readonly problems: readonly (CodebookFileProblem | StageProblem)[];
}

/** A code here is a folder there, or the other way round; that is never taken over. */
export interface StageProblem {
  readonly kind: 'other-kind';
  readonly at: number;
  readonly name: string;
}

/**
 * Compares a codebook file with the codebook that is here, code by code: found by id, then by key, then by path
 * without regard to case and blanks. What the file does not state is not compared. Changes nothing.
 */
export function stageCodebook(
  file: CodebookFile,
  codebook: Codebook,
  context: { readonly newId: () => Id },
): StagedCodebook {
  const problems: (CodebookFileProblem | StageProblem)[] = [...file.problems];
  const finder = codeFinder(codebook.codes);
  const stated = new Map(file.codes.map((code) => [code.at, code]));
  const livePath = new Map(
    file.codes
      .filter(({ archived_at }) => typeof archived_at !== 'string')
      .map((code) => [foldPath(code.path), code]),
  );
  const done = new Map<number, Code | null>();
  const implied = new Map<string, Code>();
  const bound = new Set<Id>();
  const staged: StagedCode[] = [];
  let codes = codebook.codes;

  const add = (code: Code, at: number, path: readonly string[]): Code => {
    codes = [...codes, code];
    staged.push({ kind: 'new', at, path, code });
    return code;
  };
  const parentOf = ({ at, path, parent_at, parent_named }: StatedCode): Id | null => {
    const above = path.slice(0, -1);
    if (parent_named !== undefined) {
      const named = finder.named(parent_named);
      if (named === undefined) problems.push({ kind: 'parent-missing', at, found: parent_named });
      return named?.id ?? null;
    }
    const parent = parent_at === undefined ? livePath.get(foldPath(above)) : stated.get(parent_at);
    if (parent !== undefined && parent.at !== at) return settle(parent)?.id ?? null;
    return above.length === 0 ? null : pathTo(above, at);
  };
  /** A parent that the file names only in a path: the one that is here, else a new one. */
  const pathTo = (path: readonly string[], at: number): Id => {
    const folded = foldPath(path);
    const known = finder.byPath(folded) ?? implied.get(folded);
    if (known !== undefined) return known.id;
    const named = livePath.get(folded);
    const code = named === undefined ? null : settle(named);
    if (code !== null) return code.id;
    const parent = path.length > 1 ? pathTo(path.slice(0, -1), at) : null;
    const made = newCode({ ...codebook, codes }, context.newId(), path.at(-1) ?? '', parent);
    implied.set(folded, made);
    return add(made, at, path).id;
  };
  const settle = (code: StatedCode): Code | null => {
    const known = done.get(code.at);
    if (known !== undefined) return known;
    const found = finder.find(code, livePath.get(foldPath(code.path)) ?? null);
    if (found !== null && bound.has(found.code.id)) {
      problems.push({ kind: 'twice', at: code.at, name: code.path.join(pathSeparator) });
      done.set(code.at, null);
      return null;
    }
    if (found !== null) {
      bound.add(found.code.id);
      done.set(code.at, found.code);
      const parent = parentOf(code);
      if (code.kind !== undefined && code.kind !== found.code.kind)
        problems.push({ kind: 'other-kind', at: code.at, name: code.name });
      const { path, at } = code;
      const all = new Map(codes.map((each) => [each.id, each]));
      const differences = differencesOf(code, found.code, parent, all);
      const taken = takenOver(found.code, code, parent, differences);
      staged.push(
        differences.length === 0
          ? { kind: 'same', at, path, code: found.code }
          : { kind: 'differs', at, path, ...found, differences, taken },
      );
      return found.code;
    }
    const parent = parentOf(code);
    const twin = codes.find(
      (each) =>
        each.parent_id === parent &&
        (each.archived_at ?? null) === null &&
        typeof code.archived_at !== 'string' &&
        foldPath([each.name]) === foldPath([code.name]),
    );
    if (twin !== undefined) {
      problems.push({ kind: 'twice', at: code.at, name: code.path.join(pathSeparator) });
      done.set(code.at, null);
      return null;
    }
    const made = add(madeCode(code, parent, { ...codebook, codes }, context), code.at, code.path);
    done.set(code.at, made);
    return made;
  };
  for (const code of file.codes) settle(code);
  const absent = codebook.codes.filter(({ id, archived_at }) => archived_at === undefined && !bound.has(id));
  return { name: file.name, unit: file.unit, codes: staged, absent, problems };
}

/** Short, and nothing in it that a column's name or a formula could choke on. */
const usableKey = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

function madeCode(
  stated: StatedCode,
  parent: Id | null,
  codebook: Codebook,
  context: { readonly newId: () => Id },
): Code {
  const { codes } = codebook;
  const taken = new Set(codes.map(({ key }) => key));
  const isUsable = stated.key !== undefined && usableKey.test(stated.key) && !taken.has(stated.key);
  const isFree = stated.id !== undefined && !codes.some(({ id }) => id === stated.id);
  const look = nextAppearance(codes.filter(({ kind }) => kind === 'code'));
  const made = newCode(codebook, isFree ? stated.id : context.newId(), stated.name, parent, {
    key: isUsable ? stated.key : keyFor(stated.key ?? stated.name, taken),
    kind: stated.kind ?? 'code',
    color: hues.find((hue) => hue === stated.color) ?? look.color,
    mark: marks.find((mark) => mark === stated.mark) ?? look.mark,
    description: stated.description ?? '',
    include: stated.include ?? '',
    exclude: stated.exclude ?? '',
    rev: stated.rev ?? 1,
  });
  return {
    ...made,
    ...(stated.indicators === undefined || stated.indicators === '' ? {} : { indicators: stated.indicators }),
    ...(stated.set === undefined || stated.set === '' ? {} : { set: stated.set }),
    ...(typeof stated.archived_at === 'string' ? { archived_at: stated.archived_at } : {}),
  };
}
