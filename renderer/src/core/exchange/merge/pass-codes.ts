import type { Code } from '../../model/code';
import type { Id } from '../../model/identity';
import type { Pass } from '../../model/pass';
import { refer, type Stage } from '../import-stage';

/** The codes of a codebook that a pass looked for. */
export type LookedFor = (pass: Pick<Pass, 'code_ids' | 'codebook_rev'>) => ReadonlySet<Id>;

export function lookedForOf(codes: readonly Pick<Code, 'id' | 'kind' | 'added_in'>[]): LookedFor {
  const known = new Map<number, ReadonlySet<Id>>();
  return ({ code_ids, codebook_rev }) => {
    if (code_ids !== 'all') return new Set(code_ids);
    const made =
      known.get(codebook_rev) ??
      new Set(
        codes
          .filter(({ kind, added_in = 0 }) => kind === 'code' && added_in <= codebook_rev)
          .map(({ id }) => id),
      );
    known.set(codebook_rev, made);
    return made;
  };
}

/** The codes of the file by the ids they have here, with the revisions they have there. */
export function codesOfFile(stage: Stage): readonly Pick<Code, 'id' | 'kind' | 'added_in'>[] {
  return (stage.file.codes ?? []).flatMap(({ id, kind = 'code', added_in = 0 }) => {
    const here = id === undefined ? undefined : refer(stage, 'code', id);
    return here === undefined ? [] : [{ id: here, kind, added_in }];
  });
}

export function sameCodes(one: ReadonlySet<Id>, other: ReadonlySet<Id>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}

/**
 * "All codes" means those of the codebook it was said of: where that is not what it would mean here, they are named,
 * so that nobody counts as having looked for a code that came from elsewhere.
 */
export function statedCodes(pass: Pass, there: ReadonlySet<Id>, here: ReadonlySet<Id>): Pass['code_ids'] {
  if (pass.code_ids !== 'all' || pass.state !== 'done' || sameCodes(there, here)) return pass.code_ids;
  return [...there].toSorted();
}
