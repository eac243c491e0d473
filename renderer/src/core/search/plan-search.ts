import { fail, type Result, succeed } from '../result';
import { asCondition } from './as-condition';
import { errorAt, type Filter, type Planned, planFilter, type SearchNames } from './plan-filter';
import type { QueryError, QueryNode } from './query-tree';
import { type SearchPlace, searchPlaces } from './search-entry';
import type { SearchOptions } from './search-options';
import type { PlanLeaf, PlanNode, SearchPlan } from './search-plan';

/** Turns a query into a plan, or says which name in it stands for nothing. */
export function planSearch(
  tree: QueryNode,
  names: SearchNames,
  options: SearchOptions,
): Result<SearchPlan, QueryError> {
  const leaves: PlanLeaf[] = [];
  let everywhere = false;
  const places = new Set<SearchPlace>();

  const leaf = (one: PlanLeaf): Planned => {
    leaves.push(one);
    return succeed({ kind: 'leaf', leaf: leaves.length - 1 });
  };

  const all = (nodes: readonly QueryNode[]): Result<readonly PlanNode[], QueryError> => {
    const planned: PlanNode[] = [];
    for (const node of nodes) {
      const one = plan(node);
      if (!one.ok) return one;
      planned.push(one.value);
    }
    return succeed(planned);
  };

  const plan = (node: QueryNode): Planned => {
    switch (node.kind) {
      case 'term':
        return leaf({ kind: 'term', words: node.words });
      case 'pattern':
        return leaf({ kind: 'pattern', source: node.source, flags: node.flags });
      case 'near': {
        const sides = all([node.one, node.other]);
        if (!sides.ok) return sides;
        const [one, other] = sides.value;
        if (one === undefined || other === undefined) return fail(errorAt(node.at, 'nearTerms'));
        return succeed({ kind: 'near', distance: node.distance, one, other });
      }
      case 'and':
      case 'or': {
        const nodes = all(node.nodes);
        return nodes.ok ? succeed(asCondition({ kind: node.kind, nodes: nodes.value })) : nodes;
      }
      case 'not': {
        // "Not in the memos" leaves open where else.
        if (isPlace(node.node) || isScope(node.node)) return fail(errorAt(node.at, 'noPlace'));
        const inner = plan(node.node);
        if (!inner.ok) return inner;
        // "-code:order" is asked of the passages at a hit, not of the whole document.
        if (inner.value.kind === 'passage') return succeed({ ...inner.value, negated: !inner.value.negated });
        return succeed(asCondition({ kind: 'not', node: inner.value }));
      }
      case 'filter':
        if (isScope(node)) {
          if (node.value.toLowerCase() !== 'all')
            return fail(errorAt(node.valueAt, 'unknownScope', node.value));
          everywhere = true;
          return succeed(always);
        }
        if (isPlace(node)) {
          const named = searchPlaces.find((one) => one === node.value.toLowerCase());
          if (named === undefined) return fail(errorAt(node.valueAt, 'unknownPlace', node.value));
          if (places.add(named).size > 1) return fail(errorAt(node.at, 'twoPlaces'));
          return succeed(always);
        }
        return planFilter(node, names, options);
    }
  };

  const root = plan(tree);
  if (!root.ok) return root;
  const [place = 'text'] = places;
  return succeed({ root: root.value, leaves, everywhere, place });
}

const always: PlanNode = { kind: 'document', matches: () => true };

function isPlace(node: QueryNode): node is Filter {
  return node.kind === 'filter' && node.key.toLowerCase() === 'in';
}

function isScope(node: QueryNode): boolean {
  return node.kind === 'filter' && node.key.toLowerCase() === 'scope';
}
