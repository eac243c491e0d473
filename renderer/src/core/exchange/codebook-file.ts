import { pathSeparator } from '../codebook/code-tree';
import { foldName } from '../codebook/fold-name';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import { canonicalId } from './import-stage';

/** Fields of a code that a codebook file may state and that are compared with the code that is here. */
export const comparedFields = [
  'name',
  'set',
  'color',
  'mark',
  'description',
  'include',
  'exclude',
  'indicators',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** A code as a file states it. What the file does not state is absent. */
export interface StatedCode {
  /** Where: the line of a CSV file, the place in the list of a JSON file; from 1. */
  readonly at: number;
  readonly id?: Id;
  readonly key?: string;
  readonly name: string;
  /** Names from the top, its own last. */
  readonly path: readonly string[];
  /** `at` of its parent, where the file has it. */
  readonly parent_at?: number;
  /** A parent that the file names and does not have: it may be in the project. */
  readonly parent_named?: string;
  /** The file says nothing of where codes stand: `path` is the name alone. */
  readonly isUnplaced?: true;
  readonly kind?: Code['kind'];
  /** Empty: in none. */
  readonly set?: string;
  readonly color?: string;
  readonly mark?: string;
  readonly description?: string;
  readonly include?: string;
  readonly exclude?: string;
  readonly indicators?: string;
  readonly rev?: number;
  /** null: in use. */
  readonly archived_at?: string | null;
}

export type CodebookFileProblem =
  /** The file has no column or field for the codes' names: nothing is read of it. */
  | { readonly kind: 'no-names' }
  /** It is no JSON, or not of the shape of a codebook: nothing is read of it. */
  | { readonly kind: 'unreadable'; readonly at: number; readonly column: number }
  | { readonly kind: 'not-a-codebook' }
  | { readonly kind: 'newer-version'; readonly version: number }
  | { readonly kind: 'wrong-type'; readonly path: string; readonly expected: string; readonly found: string }
  /** The code is left out. */
  | { readonly kind: 'name-missing' | 'separator-in-name'; readonly at: number }
  | { readonly kind: 'twice'; readonly at: number; readonly name: string }
  /** The code is read without it. */
  | {
      readonly kind:
        | 'unknown-kind'
        | 'unknown-revision'
        | 'unknown-time'
        | 'parent-missing'
        | 'parent-circle'
        | 'quote-not-closed'
        | 'text-after-quote'
        | 'too-many-cells';
      readonly at: number;
      readonly found: string;
    };

/** What a codebook file says, before it is compared with a project. */
export interface CodebookFile {
  /** What the file calls the codebook. */
  readonly name: string | null;
  /** What `at` counts. */
  readonly unit: 'line' | 'entry';
  readonly codes: readonly StatedCode[];
  readonly problems: readonly CodebookFileProblem[];
}

/** A code with its parent as the file names it: by key, id, or the path above it. */
export interface RawCode extends Omit<StatedCode, 'path' | 'parent_at' | 'parent_named' | 'id'> {
  readonly rawId?: string;
  readonly parent?: string;
  readonly above?: readonly string[];
}

/** By what a path is compared: each level without regard to case and blanks. */
export function foldPath(path: readonly string[]): string {
  return path.map(foldName).join(pathSeparator);
}

/**
 * Gives every code its path: the one that stands there, else by its parent's key, id, name or path, in the file. One
 * that is its own ancestor is told and passed over.
 */
export function withPaths(raws: readonly RawCode[], problems: CodebookFileProblem[]): readonly StatedCode[] {
  const parentOf = parentFinder(raws);
  const placed = new Map<RawCode, Placed>();
  const place = (raw: RawCode, below: readonly RawCode[]): Placed => {
    const known = placed.get(raw);
    if (known !== undefined) return known;
    const found = settle(raw, below);
    placed.set(raw, found);
    return found;
  };
  const settle = (raw: RawCode, below: readonly RawCode[]): Placed => {
    const { at, name, parent: wanted = '', above = [] } = raw;
    const parent = parentOf(raw);
    if (parent === undefined) {
      const isNamed = wanted !== '' && above.length === 0;
      return { path: [...above, name], ...(isNamed ? { parent_named: wanted } : {}) };
    }
    if (parent === raw || below.includes(parent)) {
      problems.push({ kind: 'parent-circle', at, found: parent.name });
      return { path: [name] };
    }
    return { path: [...place(parent, [...below, raw]).path, name], parent_at: parent.at };
  };
  return raws.map((raw) => {
    const { rawId, parent: _parent, above: _above, ...stated } = raw;
    const id = canonicalId(rawId);
    return { ...stated, ...place(raw, []), ...(id === null ? {} : { id }) };
  });
}

type Placed = Pick<StatedCode, 'path' | 'parent_at' | 'parent_named'>;

/** Finds the parent that a code names. Of two codes on one path the one in use is meant. */
function parentFinder(raws: readonly RawCode[]): (raw: RawCode) => RawCode | undefined {
  const by = (nameOf: (raw: RawCode) => string | undefined): ReadonlyMap<string, RawCode> => {
    const found = new Map<string, RawCode>();
    for (const raw of [...raws.filter(isUsed), ...raws]) {
      const name = nameOf(raw);
      if (name !== undefined && name !== '' && !found.has(name)) found.set(name, raw);
    }
    return found;
  };
  const byKey = by(({ key }) => key);
  const byId = by(({ rawId }) => rawId);
  const byPath = by(({ above, name }) => (above === undefined ? undefined : foldPath([...above, name])));
  const byName = by(({ name }) => foldName(name));
  return ({ parent = '', above = [] }) =>
    byKey.get(parent) ??
    byId.get(parent) ??
    byPath.get(foldPath(parent === '' ? above : parent.split(pathSeparator))) ??
    (parent === '' ? undefined : byName.get(foldName(parent)));
}

function isUsed({ archived_at }: RawCode): boolean {
  return archived_at === undefined || archived_at === null;
}
