import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import type { Difference } from './codebook-differences';
import type { StagedCode, StagedCodebook } from './codebook-stage';

export type DifferingCode = Extract<StagedCode, { readonly kind: 'differs' }>;
/** Fields of which the file's saying is to be taken over, by code here. */
export type FieldChoice = ReadonlyMap<Id, ReadonlySet<Difference['field']>>;

/**
 * The staged codebook in which codes that differ come to say no more of the file's than what was chosen, and the codes
 * of which something was: both as `importCodebook` takes them. A code that takes over all gets the file's revision
 * where that is higher.
 */
export function chosenCodebook(
  staged: StagedCodebook,
  choice: FieldChoice,
): { readonly staged: StagedCodebook; readonly take: ReadonlySet<Id> } {
  const take = new Set<Id>();
  const codes = staged.codes.map((each): StagedCode => {
    if (each.kind !== 'differs') return each;
    const fields = choice.get(each.code.id) ?? new Set();
    const differences = each.differences.filter(({ field }) => fields.has(field));
    if (differences.length === 0) return each;
    take.add(each.code.id);
    return differences.length === each.differences.length
      ? each
      : { ...each, differences, taken: partlyTaken(each, differences) };
  });
  return { staged: { ...staged, codes }, take };
}

function partlyTaken({ code, taken }: DifferingCode, differences: readonly Difference[]): Code {
  const { set: ownSet, archived_at: ownTime, indicators: ownWords, ...own } = code;
  const fields = new Set(differences.map(({ field }) => field));
  const set = fields.has('set') ? taken.set : ownSet;
  const indicators = fields.has('indicators') ? taken.indicators : ownWords;
  const archived_at = fields.has('archived') ? taken.archived_at : ownTime;
  const now = new Map<string, unknown>(Object.entries(taken));
  const texts = differences.flatMap(({ field }) =>
    optional.has(field) ? [] : [[field, now.get(field)] as const],
  );
  return {
    ...own,
    ...Object.fromEntries(texts),
    ...(fields.has('parent') ? { parent_id: taken.parent_id } : {}),
    ...(set === undefined ? {} : { set }),
    ...(indicators === undefined ? {} : { indicators }),
    ...(archived_at === undefined ? {} : { archived_at }),
  };
}

/** Fields that a code may be without, or that are called otherwise in it. */
const optional: ReadonlySet<Difference['field']> = new Set(['parent', 'archived', 'set', 'indicators']);
