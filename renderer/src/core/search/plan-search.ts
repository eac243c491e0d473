import { codePath, withDescendants } from '../codebook/code-tree';
import { foldName } from '../codebook/fold-name';
import { attributeValue } from '../corpus/attribute-value';
import type { Actor } from '../model/actor';
import type { Attribute } from '../model/attribute';
import type { Code } from '../model/code';
import type { Coder } from '../model/coder';
import type { Id } from '../model/identity';
import type { Span } from '../model/span';
import { meetsCondition, valueWords } from '../query/attribute-condition';
import { fail, type Result, succeed } from '../result';
import { asCondition } from './as-condition';
import { foldText } from './fold';
import type { QueryError, QueryNode } from './query-tree';
import { type SearchPlace, searchPlaces } from './search-entry';
import type { SearchOptions } from './search-options';
import type { PassageTrait, PlanLeaf, PlanNode, PlannedDocument, SearchPlan } from './search-plan';
import { createTermMatcher } from './term-matcher';

/** What the names in a query may stand for. */
export interface SearchNames {
  readonly codes: readonly Code[];
  readonly attributes: readonly Attribute[];
  readonly coders: readonly Pick<Coder, 'id' | 'name' | 'initials'>[];
  readonly actors: readonly Actor[];
  /** Whose state of a document counts. */
  readonly coder_id: Id;
  readonly round: number;
}

type Planned = Result<PlanNode, QueryError>;
type Filter = Extract<QueryNode, { kind: 'filter' }>;
type Problem = QueryError['problem'];

const stances = ['affirms', 'denies', 'mentions'] as const;
const states = ['unread', 'open', 'done', 'skipped'] as const;

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
        if (isPlace(node.node)) return fail(errorAt(node.at, 'noPlace'));
        const inner = plan(node.node);
        if (!inner.ok) return inner;
        // "-code:order" is asked of the passages at a hit, not of the whole document.
        if (inner.value.kind === 'passage') return succeed({ ...inner.value, negated: !inner.value.negated });
        return succeed(asCondition({ kind: 'not', node: inner.value }));
      }
      case 'filter':
        if (node.key.toLowerCase() === 'scope') {
          if (node.value !== 'all') return fail(errorAt(node.valueAt, 'unknownScope', node.value));
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

function errorAt(at: Span, problem: Problem, detail = ''): QueryError {
  return { at, problem, detail };
}

function planFilter(filter: Filter, names: SearchNames, options: SearchOptions): Planned {
  const { value, valueAt } = filter;
  const key = filter.key.toLowerCase();
  const passage = (ids: ReadonlySet<Id>, problem: Problem, trait: PassageTrait): Planned =>
    ids.size === 0
      ? fail(errorAt(valueAt, problem, value))
      : succeed({ kind: 'passage', trait, negated: false });
  switch (key) {
    case 'title': {
      const has = wordsTest(value, options);
      return succeed({ kind: 'document', matches: ({ document }) => has(document.title) });
    }
    case 'code': {
      const code_ids = codesNamed(value, names.codes);
      return passage(code_ids, 'unknownCode', { kind: 'code', code_ids });
    }
    case 'coder': {
      const coders = names.coders.filter(({ name, initials = '' }) => isNamed(value, [name, initials]));
      const coder_ids = new Set(coders.map(({ id }) => id));
      return passage(coder_ids, 'unknownCoder', { kind: 'coder', coder_ids });
    }
    case 'speaker': {
      const actors = names.actors.filter(({ name, aliases }) => isNamed(value, [name, ...aliases]));
      const actor_ids = new Set(actors.map(({ id }) => id));
      return passage(actor_ids, 'unknownSpeaker', { kind: 'speaker', actor_ids });
    }
    case 'stance': {
      const stance = stances.find((one) => one === value.toLowerCase());
      return stance === undefined
        ? fail(errorAt(valueAt, 'unknownStance', value))
        : succeed({ kind: 'passage', trait: { kind: 'stance', stance }, negated: false });
    }
    case 'state': {
      const state = states.find((one) => one === value.toLowerCase());
      return state === undefined
        ? fail(errorAt(valueAt, 'unknownState', value))
        : succeed({ kind: 'document', matches: (one) => stateOf(one, names) === state });
    }
    default:
      return attributeFilter(filter, names, options);
  }
}

function attributeFilter(
  { key, value, at, valueAt }: Filter,
  names: SearchNames,
  options: SearchOptions,
): Planned {
  const attribute = names.attributes.find(
    (one) => one.key.toLowerCase() === key.toLowerCase() || foldName(one.name) === foldName(key),
  );
  // A project without dates still knows what a date is; nothing answers there.
  if (attribute === undefined && key !== 'date')
    return fail(errorAt({ start: at.start, end: at.start + key.length }, 'unknownFilter', key));
  const heldBy = ({ document }: PlannedDocument) => attributeValue(document, attribute?.id ?? '');
  const document = (matches: (one: PlannedDocument) => boolean): Planned =>
    succeed({ kind: 'document', matches });
  if (value === '') return document((one) => valueWords(heldBy(one)).length === 0);
  const type = attribute?.type ?? 'date';
  if (type === 'date' || type === 'number' || type === 'integer') {
    const [from = '', to = from] = value.includes('..') ? value.split('..') : [value];
    const suits = type === 'date' ? /^(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?$/ : /^(?:-?\d+(?:\.\d+)?)?$/;
    if (!suits.test(from) || !suits.test(to) || from + to === '')
      return fail(errorAt(valueAt, type === 'date' ? 'badDate' : 'badNumber', value));
    const condition = {
      ...{ kind: 'between' as const, attribute_id: attribute?.id ?? '' },
      ...{ from: from === '' ? null : from, to: to === '' ? null : to },
    };
    return document((one) => meetsCondition(heldBy(one), condition));
  }
  const has = wordsTest(value, options);
  return document((one) => valueWords(heldBy(one)).some(has));
}

/** Whether a line of words holds what is asked for, compared as texts are, but never by word forms. */
function wordsTest(value: string, options: SearchOptions): (line: string) => boolean {
  const matcher = createTermMatcher(value, { ...options, wordForms: false }, null);
  return (line) =>
    matcher.find(line, foldText(line, { matchCase: false, matchDiacritics: false })).length > 0;
}

function isNamed(wanted: string, all: readonly string[]): boolean {
  const folded = foldName(wanted);
  return all.some((name) => name !== '' && foldName(name) === folded);
}

/** A code by its name, path or key, with all below it; a star stands for the rest of a word of its name. */
function codesNamed(wanted: string, codes: readonly Code[]): ReadonlySet<Id> {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const pattern = wanted.includes('*') ? starred(wanted) : null;
  const named = codes.filter((code) =>
    pattern === null
      ? isNamed(wanted, [
          code.name,
          code.key,
          codePath(code, byId).join(' > '),
          codePath(code, byId).join('>'),
        ])
      : pattern.test(foldName(code.name)),
  );
  return new Set(named.flatMap(({ id }) => [...withDescendants(id, codes)]));
}

function starred(wanted: string): RegExp {
  const parts = foldName(wanted).split('*');
  return new RegExp(`^${parts.map((part) => part.replace(/[\\^$.+?()[\]{}|/]/g, '\\$&')).join('.*')}$`, 'u');
}

/** What the coder made of a document in the round; unread where nothing is noted. */
function stateOf({ indexed }: PlannedDocument, { coder_id, round }: SearchNames): string {
  for (const pass of indexed?.passes.values() ?? [])
    if (pass.coder_id === coder_id && pass.round === round) return pass.state;
  return 'unread';
}
