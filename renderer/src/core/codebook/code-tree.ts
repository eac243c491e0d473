import type { Code } from '../model/code';
import type { Id } from '../model/identity';

/** Separates the levels of a code's path; not allowed within a name. */
export const pathSeparator = ' > ';

export interface CodeNode {
  readonly code: Code;
  /** 0 at the top. */
  readonly depth: number;
  readonly children: readonly CodeNode[];
}

/** Siblings as they are listed: by their order, then by name. */
export function bySiblingOrder(a: Code, b: Code): number {
  return a.order - b.order || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
}

/**
 * The codebook as a forest, siblings in order. A code whose parent is missing, or that would be its own ancestor,
 * stands at the top, so that none is ever lost from sight.
 */
export function codeTree(codes: readonly Code[]): readonly CodeNode[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const childrenOf = new Map<Id | null, Code[]>();
  for (const code of codes) {
    const parent = parentInTree(code, byId);
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(code);
    else childrenOf.set(parent, [code]);
  }
  const grow = (parent: Id | null, depth: number): readonly CodeNode[] =>
    (childrenOf.get(parent) ?? [])
      .sort(bySiblingOrder)
      .map((code) => ({ code, depth, children: grow(code.id, depth + 1) }));
  return grow(null, 0);
}

/**
 * Where a code stands among those given: below its parent, or at the top where the parent is missing or the code is
 * its own ancestor. A circle further up is broken further up.
 */
export function parentInTree(code: Code, byId: ReadonlyMap<Id, Code>): Id | null {
  if (code.parent_id === null) return null;
  const seen = new Set<Id>();
  let at = byId.get(code.parent_id);
  if (at === undefined) return null;
  while (at !== undefined && !seen.has(at.id)) {
    if (at.id === code.id) return null;
    seen.add(at.id);
    at = at.parent_id === null ? undefined : byId.get(at.parent_id);
  }
  return code.parent_id;
}

/** All codes, parents before their children: the order of lists and exports. */
export function codesInOrder(codes: readonly Code[]): readonly Code[] {
  const walk = (nodes: readonly CodeNode[]): readonly Code[] =>
    nodes.flatMap((node) => [node.code, ...walk(node.children)]);
  return walk(codeTree(codes));
}

/** Names from the top down to the code itself. */
export function codePath(code: Code, byId: ReadonlyMap<Id, Code>): readonly string[] {
  const names: string[] = [];
  const seen = new Set<Id>();
  let at: Code | undefined = code;
  while (at !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    names.unshift(at.name);
    at = at.parent_id === null ? undefined : byId.get(at.parent_id);
  }
  return names;
}

/** The code and everything below it. */
export function withDescendants(id: Id, codes: readonly Code[]): ReadonlySet<Id> {
  const found = new Set<Id>([id]);
  let grew = true;
  while (grew) {
    grew = false;
    for (const code of codes) {
      if (code.parent_id !== null && found.has(code.parent_id) && !found.has(code.id)) {
        found.add(code.id);
        grew = true;
      }
    }
  }
  return found;
}
