import type { Change } from '../model/change';
import type { Code } from '../model/code';
import type { Id, Time } from '../model/identity';

/** Fields of which a code's history tells; its looks and its place among siblings are none of its meaning. */
const told = ['name', 'description', 'include', 'exclude', 'parent_id', 'set', 'archived_at'] as const;
type ToldField = (typeof told)[number];

export type CodeEvent =
  | { readonly kind: 'created'; readonly code: Code }
  /** null where there was or is nothing; a parent as its id. */
  | {
      readonly kind: 'changed';
      readonly field: ToldField;
      readonly before: string | null;
      readonly after: string | null;
    }
  /** Another code was merged into this one, with so many codings. `name`: as it was then. */
  | { readonly kind: 'merged-in'; readonly code_id: Id; readonly name: string; readonly codings: number }
  /** This one was merged into another, and is gone. */
  | { readonly kind: 'merged-into'; readonly code_id: Id; readonly codings: number }
  /** A new code was made of some of its codings. */
  | { readonly kind: 'split-off'; readonly code_id: Id; readonly name: string; readonly codings: number }
  /** This one was made of codings of another. */
  | { readonly kind: 'split-from'; readonly code_id: Id; readonly codings: number }
  | { readonly kind: 'removed' };

/** What one step did to a code. */
export interface CodeRevision {
  /** The code's revision after the step. */
  readonly rev: number;
  readonly at: Time;
  readonly coder_id: Id;
  /** Ids of the first change of the step, and of the batch it is. */
  readonly change_id: Id;
  readonly events: readonly CodeEvent[];
}

/**
 * What became of a code, oldest first, from the changes of a project in the order of its journal. Steps that were
 * undone are left out with their undoing; one done again is told as it was first. Merges and splits are seen from the
 * codings that went from one code to the other, so that one without codings reads as a removal or a creation.
 */
export function codeHistory(changes: readonly Change[], code_id: Id): readonly CodeRevision[] {
  const standing = withoutUndone(changes);
  const history: CodeRevision[] = [];
  let rev = 1;
  for (const step of steps(standing)) {
    const [first] = step;
    const events = eventsOf(step, code_id);
    for (const change of step) rev = revAfter(change, code_id) ?? rev;
    if (first === undefined || events.length === 0) continue;
    history.push({ rev, at: first.at, coder_id: first.coder_id, change_id: first.id, events });
  }
  return history;
}

/** The changes that stand: an undo and what it takes back are both away; what an undone undo took back is there. */
function withoutUndone(changes: readonly Change[]): readonly Change[] {
  const cancelled = new Set<Id>();
  for (const change of changes.toReversed()) {
    if (change.undoes === undefined || cancelled.has(change.id)) continue;
    cancelled.add(change.undoes);
    cancelled.add(change.id);
  }
  return changes.filter(({ id }) => !cancelled.has(id));
}

/** Neighbouring changes of one batch; a change without a batch is a step by itself. */
function steps(changes: readonly Change[]): readonly (readonly Change[])[] {
  const all: Change[][] = [];
  let batch: Id | null = null;
  for (const change of changes) {
    const last = all.at(-1);
    if (last !== undefined && change.batch_id !== undefined && change.batch_id === batch) last.push(change);
    else all.push([change]);
    batch = change.batch_id ?? null;
  }
  return all;
}

function revAfter(change: Change, code_id: Id): number | null {
  if (change.kind === 'code.added' && change.data.code.id === code_id) return change.data.code.rev;
  if (change.kind === 'code.set' && change.data.id === code_id) return change.data.fields.rev ?? null;
  return null;
}

function eventsOf(step: readonly Change[], code_id: Id): readonly CodeEvent[] {
  const events = step.flatMap((change) => ownEvents(change, code_id));
  const flow = flowOf(step);
  for (const change of step) {
    if (change.kind === 'code.added') {
      const { id, name } = change.data.code;
      for (const [from, codings] of flow.get(id) ?? []) {
        if (id === code_id) events.push({ kind: 'split-from', code_id: from, codings });
        if (from === code_id) events.push({ kind: 'split-off', code_id: id, name, codings });
      }
    }
    if (change.kind === 'code.removed') {
      const { id, name } = change.before.code;
      for (const [to, sources] of flow) {
        const codings = sources.get(id);
        if (codings === undefined) continue;
        if (to === code_id) events.push({ kind: 'merged-in', code_id: id, name, codings });
        if (id === code_id) events.push({ kind: 'merged-into', code_id: to, codings });
      }
    }
  }
  const isMerged = events.some(({ kind }) => kind === 'merged-into');
  return isMerged ? events.filter(({ kind }) => kind !== 'removed') : events;
}

function ownEvents(change: Change, code_id: Id): CodeEvent[] {
  if (change.kind === 'code.added' && change.data.code.id === code_id)
    return [{ kind: 'created', code: change.data.code }];
  if (change.kind === 'code.removed' && change.data.id === code_id) return [{ kind: 'removed' }];
  if (change.kind !== 'code.set' || change.data.id !== code_id) return [];
  const { data, before } = change;
  return told.flatMap((field): readonly CodeEvent[] => {
    const after = data.fields[field];
    const was = before.fields[field] ?? null;
    return after === undefined || after === was ? [] : [{ kind: 'changed', field, before: was, after }];
  });
}

/** How many codings went to each code of the step, by the code they came from. */
function flowOf(step: readonly Change[]): ReadonlyMap<Id, ReadonlyMap<Id, number>> {
  const flow = new Map<Id, Map<Id, number>>();
  for (const change of step) {
    if (change.kind !== 'coding.set') continue;
    const to = change.data.fields.code_id;
    const from = change.before.fields.code_id;
    if (typeof to !== 'string' || typeof from !== 'string' || to === from) continue;
    const sources = flow.get(to) ?? new Map<Id, number>();
    sources.set(from, (sources.get(from) ?? 0) + 1);
    flow.set(to, sources);
  }
  return flow;
}
