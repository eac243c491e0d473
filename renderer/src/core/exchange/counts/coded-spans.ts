import type { Annotation } from '../../model/annotation';
import type { Code } from '../../model/code';
import type { Id } from '../../model/identity';
import type { Span } from '../../model/span';
import type { SnapshotIndex } from '../snapshot-index';

/** Codes that can have a column, and by code all that it counts for: itself, and with rolling up what is above it. */
export interface CountedCodes {
  readonly codes: readonly Code[];
  readonly countsFor: ReadonlyMap<Id, readonly Id[]>;
}

/** In the order of the codebook. A folder has a column only where codes below it count for it. */
export function countedCodes({ codes, codeById }: SnapshotIndex, rollUp: boolean): CountedCodes {
  const countsFor = new Map(
    codes.map((code) => {
      const chain: Id[] = [];
      for (
        let at: Code | undefined = code;
        at !== undefined && !chain.includes(at.id);
        at = rollUp && at.parent_id !== null ? codeById.get(at.parent_id) : undefined
      ) {
        chain.push(at.id);
      }
      return [code.id, chain] as const;
    }),
  );
  return { codes: codes.filter(({ kind }) => rollUp || kind === 'code'), countsFor };
}

/** Codes that an annotation counts for, each once. */
export function codesOf({ codings }: Annotation, { countsFor }: CountedCodes): ReadonlySet<Id> {
  return new Set(codings.flatMap(({ code_id }) => countsFor.get(code_id) ?? []));
}

/** Where an annotation stands: a passage, or the whole document of that length. */
export function spanOf({ target }: Annotation, length: number): Span {
  return target.kind === 'passage' ? { start: target.start, end: target.end } : { start: 0, end: length };
}
