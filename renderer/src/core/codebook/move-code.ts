import type { CodeFields } from '../model/change';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import { bySiblingOrder, parentInTree, withDescendants } from './code-tree';

/** Where a code is to stand. */
export interface CodePlace {
  readonly parent: Id | null;
  /** Among the siblings that are shown (not archived), the code itself left out. */
  readonly index: number;
}

export interface CodeMove {
  readonly code: Code;
  readonly fields: CodeFields;
}

/** Up and down among its siblings; in: below the sibling above it; out: behind its parent. */
export type MoveStep = 'up' | 'down' | 'in' | 'out';

interface ShownTree {
  /** As the tree shows it: a code whose parent is missing or archived stands at the top. */
  readonly parentOf: (code: Code) => Id | null;
  /** In order, the archived ones too. */
  readonly childrenOf: (parent: Id | null) => readonly Code[];
}

function shownTree(codes: readonly Code[]): ShownTree {
  const byId = new Map(codes.filter(isShown).map((code) => [code.id, code]));
  const parentOf = (code: Code): Id | null => parentInTree(code, byId);
  return {
    parentOf,
    childrenOf: (parent) => codes.filter((code) => parentOf(code) === parent).sort(bySiblingOrder),
  };
}

function isShown(code: Code): boolean {
  return code.archived_at === undefined;
}

/** The place before, after or (as the last one) below another code. */
export function placeBeside(
  codes: readonly Code[],
  moved: Id,
  target: Code,
  where: 'before' | 'after' | 'on',
): CodePlace {
  const { parentOf, childrenOf } = shownTree(codes);
  const others = (parent: Id | null): readonly Code[] =>
    childrenOf(parent).filter((code) => isShown(code) && code.id !== moved);
  if (where === 'on') return { parent: target.id, index: others(target.id).length };
  const parent = parentOf(target);
  const at = others(parent).findIndex(({ id }) => id === target.id);
  return { parent, index: where === 'before' ? at : at + 1 };
}

/** The place one step away; null where there is none. */
export function placeOneStep(codes: readonly Code[], code: Code, step: MoveStep): CodePlace | null {
  const { parentOf, childrenOf } = shownTree(codes);
  const parent = parentOf(code);
  const level = childrenOf(parent).filter(isShown);
  const at = level.findIndex(({ id }) => id === code.id);
  switch (step) {
    case 'up':
      return at > 0 ? { parent, index: at - 1 } : null;
    case 'down':
      return at >= 0 && at < level.length - 1 ? { parent, index: at + 1 } : null;
    case 'in': {
      const above = level[at - 1];
      return above === undefined ? null : placeBeside(codes, code.id, above, 'on');
    }
    case 'out': {
      const above = codes.find(({ id }) => id === parent);
      return above === undefined ? null : placeBeside(codes, code.id, above, 'after');
    }
  }
}

/**
 * The fields to set so that a code stands at a place: as a rule its own alone, with an order between its new
 * neighbours'. Only where no number lies between them are all siblings numbered anew. Empty where nothing moves, or
 * where the code would come to stand below itself.
 */
export function moveCode(codes: readonly Code[], code: Code, place: CodePlace): readonly CodeMove[] {
  const { parent, index } = place;
  if (parent !== null && withDescendants(code.id, codes).has(parent)) return [];
  const { parentOf, childrenOf } = shownTree(codes);
  const others = childrenOf(parent).filter(({ id }) => id !== code.id);
  const shown = others.filter(isShown);
  const above = shown[Math.max(0, Math.min(index, shown.length)) - 1];
  const at = above === undefined ? 0 : others.indexOf(above) + 1;
  const before = others[at - 1];
  const after = others[at];
  const isThere =
    parentOf(code) === parent &&
    (before === undefined || bySiblingOrder(before, code) < 0) &&
    (after === undefined || bySiblingOrder(code, after) < 0);
  if (isThere) return [];
  const moved: CodeFields = code.parent_id === parent ? {} : { parent_id: parent };
  const order = orderBetween(before?.order, after?.order);
  if (order !== null) return [{ code, fields: { ...moved, order } }];
  return [...others.slice(0, at), code, ...others.slice(at)]
    .map((each, n) => ({
      code: each,
      fields: { ...(each === code ? moved : {}), ...(each.order === n + 1 ? {} : { order: n + 1 }) },
    }))
    .filter(({ fields }) => Object.keys(fields).length > 0);
}

function orderBetween(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined) return after === undefined ? 1 : after - 1;
  if (after === undefined) return before + 1;
  const middle = before + (after - before) / 2;
  return before < middle && middle < after ? middle : null;
}
