import type { Change, ChangeKind } from '../model/change';
import type { Id } from '../model/identity';

/** Steps that a person calls by one name though they are made of several kinds of change, or came from a file. */
export type StepName =
  | ChangeKind
  | 'annotation.imported'
  | 'code.imported'
  | 'annotation.merged'
  | 'annotation.carried'
  | 'actor.merged'
  | 'code.merged'
  | 'code.split'
  | 'document.versions';

/** What a step did, for the program to say: "Undo: code 3 passages as Legitimacy". */
export interface StepLabel {
  /** The kind that names the step: what a person would call it, not what else came with it. */
  readonly kind: StepName;
  /** How many changes of that kind. */
  readonly count: number;
  /** The code concerned, where it is one. */
  readonly code_id?: Id;
}

/** How many changes of each kind a step holds. */
export type KindCounts = { readonly [K in ChangeKind]?: number };

/** The first of these that a step holds names it. */
const priorities = [
  'document.added',
  'document.removed',
  'document.text-set',
  'code.removed',
  'annotation.removed',
  'annotation.added',
  'coding.added',
  'coding.removed',
  'coding.set',
  'annotation.target-set',
  'annotation.set',
  'code.added',
  'code.set',
  'memo.set',
  'link.added',
  'link.removed',
  'block.set',
  'attribute.added',
  'attribute.removed',
  'attribute.set',
  'attribute.value-set',
  'property.added',
  'property.removed',
  'property.set',
  'actor.added',
  'actor.removed',
  'actor.set',
  'document.set',
  'pass.set',
  'coder.set',
  'project.set',
  'coder.added',
  'project.added',
] as const satisfies readonly ChangeKind[];

export function countKinds(changes: readonly Change[]): KindCounts {
  const counts: { [K in ChangeKind]?: number } = {};
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

export function addCounts(one: KindCounts, other: KindCounts): KindCounts {
  const counts: { [K in ChangeKind]?: number } = {};
  for (const kind of priorities) {
    const sum = (one[kind] ?? 0) + (other[kind] ?? 0);
    if (sum > 0) counts[kind] = sum;
  }
  return counts;
}

/** `isImport`: all of it came from a file, so that nobody made it here. */
export function labelOf(counts: KindCounts, code_id: Id | undefined, isImport = false): StepLabel {
  const has = (kind: ChangeKind): boolean => (counts[kind] ?? 0) > 0;
  const imported = isImport ? importIn(counts) : null;
  if (imported !== null) return imported;
  const merged = mergeIn(has);
  if (merged !== null) return { kind: merged, count: counts['document.added'] ?? 1 };
  const kind = priorities.find(has) ?? 'project.set';
  return { kind, count: counts[kind] ?? 0, ...(code_id === undefined ? {} : { code_id }) };
}

/** What an import brought; null where its documents name it, or nothing does that has a name of its own. */
function importIn(counts: KindCounts): StepLabel | null {
  const { 'annotation.added': annotations = 0, 'code.added': added = 0, 'code.set': changed = 0 } = counts;
  if ((counts['document.added'] ?? 0) + (counts['annotation.removed'] ?? 0) > 0) return null;
  if (annotations > 0) return { kind: 'annotation.imported', count: annotations };
  return added + changed > 0 ? { kind: 'code.imported', count: added + changed } : null;
}

/**
 * Only a merge of actors removes one and sets something; only a merge of codes turns codings into another's and removes
 * a code; only a split does so and adds one; only passages that become one are removed while another is given their
 * place or codings.
 */
function mergeIn(has: (kind: ChangeKind) => boolean): StepName | null {
  if (has('actor.removed') && (has('annotation.set') || has('coding.set') || has('actor.set')))
    return 'actor.merged';
  if (has('coding.set') && has('code.removed')) return 'code.merged';
  if (has('coding.set') && has('code.added')) return 'code.split';
  // A step that takes annotations away and puts them elsewhere has moved them to another version.
  if (has('annotation.removed') && has('annotation.added') && !has('coding.added'))
    return has('document.added') ? 'document.versions' : 'annotation.carried';
  const isTaken = has('annotation.target-set') || has('coding.added');
  return has('annotation.removed') && isTaken && !has('annotation.added') ? 'annotation.merged' : null;
}

/** The code, where all of them are the same one. */
export function sharedCode(codes: readonly (Id | undefined)[]): Id | undefined {
  const [first] = codes;
  return codes.every((code) => code === first) ? first : undefined;
}

/** The codes a change is about. */
export function codesOf(change: Change): readonly Id[] {
  if (change.kind === 'annotation.added') return codesIn(change.data.annotation);
  if (change.kind === 'annotation.removed') return codesIn(change.before.annotation);
  if (change.kind === 'coding.added') return [change.data.coding.code_id];
  if (change.kind === 'coding.removed') return [change.before.coding.code_id];
  if (change.kind === 'code.added') return [change.data.code.id];
  if (change.kind === 'code.set' || change.kind === 'code.removed') return [change.data.id];
  return [];
}

function codesIn(annotation: { readonly codings: readonly { readonly code_id: Id }[] }): readonly Id[] {
  return annotation.codings.map(({ code_id }) => code_id);
}
