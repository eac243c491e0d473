import type { PlanNode } from './search-plan';

/** Filters alone, of passages among them, find nothing of their own: they say which of the hits are meant. */
export function asCondition(node: PlanNode): PlanNode {
  const { isAlone, hasPassages } = filtersIn(node);
  return isAlone && hasPassages ? { kind: 'condition', node } : node;
}

interface Filters {
  /** Nothing else is in it. */
  readonly isAlone: boolean;
  readonly hasPassages: boolean;
}

function filtersIn(node: PlanNode): Filters {
  switch (node.kind) {
    case 'leaf':
    case 'near':
      return { isAlone: false, hasPassages: false };
    case 'document':
      return { isAlone: true, hasPassages: false };
    case 'passage':
    case 'condition':
      return { isAlone: true, hasPassages: true };
    case 'not':
      return filtersIn(node.node);
    case 'and':
    case 'or': {
      const all = node.nodes.map(filtersIn);
      return {
        isAlone: all.every(({ isAlone }) => isAlone),
        hasPassages: all.some(({ hasPassages }) => hasPassages),
      };
    }
  }
}
