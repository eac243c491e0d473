import { codePath, pathSeparator } from '../codebook/code-tree';
import { hues, marks } from '../codebook/hues';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import { type ComparedField, comparedFields, type StatedCode } from './codebook-file';

export interface Difference {
  readonly field: ComparedField | 'parent' | 'archived';
  /** As it is here; of a parent the path, empty at the top; of `archived` the time, empty while in use. */
  readonly here: string;
  readonly there: string;
}

/**
 * In what a code of a file differs from the one that is here. `parent` is where the file has it, `all` every code by
 * id. What the file does not state, and looks that are not ours, do not differ.
 */
export function differencesOf(
  stated: StatedCode,
  code: Code,
  parent: Id | null,
  all: ReadonlyMap<Id, Code>,
): readonly Difference[] {
  const differences: Difference[] = [];
  for (const field of comparedFields) {
    const there = stated[field];
    const here = code[field] ?? '';
    if (there === undefined || there === here || !isKnownLook(field, there)) continue;
    differences.push({ field, here, there });
  }
  const pathOf = (id: Id | null): string => {
    const found = id === null ? undefined : all.get(id);
    return found === undefined ? '' : codePath(found, all).join(pathSeparator);
  };
  if (stated.isUnplaced !== true && parent !== code.parent_id)
    differences.push({ field: 'parent', here: pathOf(code.parent_id), there: pathOf(parent) });
  const { archived_at } = stated;
  // When it was archived is of no interest; whether it is in use is.
  if (archived_at !== undefined && (archived_at === null) !== (code.archived_at === undefined))
    differences.push({ field: 'archived', here: code.archived_at ?? '', there: archived_at ?? '' });
  return differences;
}

/** A colour or line of another program is no difference that could be taken over. */
function isKnownLook(field: ComparedField, value: string): boolean {
  if (field === 'color') return hues.some((hue) => hue === value);
  return field !== 'mark' || marks.some((mark) => mark === value);
}

/** The code as it is when all differences are taken over; its revision is the file's where that is higher. */
export function takenOver(
  code: Code,
  stated: StatedCode,
  parent: Id | null,
  differences: readonly Difference[],
): Code {
  const texts = differences.filter(
    ({ field }) => field !== 'parent' && field !== 'archived' && field !== 'set' && field !== 'indicators',
  );
  const { set: _set, archived_at: _archived, indicators: _indicators, ...kept } = code;
  const set = stated.set ?? code.set ?? '';
  const indicators = stated.indicators ?? code.indicators ?? '';
  const archived_at = stated.archived_at === undefined ? (code.archived_at ?? null) : stated.archived_at;
  return {
    ...kept,
    ...Object.fromEntries(texts.map(({ field, there }) => [field, there])),
    parent_id: stated.isUnplaced === true ? code.parent_id : parent,
    rev: Math.max(code.rev, stated.rev ?? 0),
    ...(set === '' ? {} : { set }),
    ...(indicators === '' ? {} : { indicators }),
    ...(archived_at === null ? {} : { archived_at }),
  };
}
