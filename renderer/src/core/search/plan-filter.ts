/** Filters of a query: the names in them become ids, their values become tests. */

import { codePath, withDescendants } from '../codebook/code-tree';
import { foldName } from '../codebook/fold-name';
import { coderInitials } from '../coder-initials';
import { attributeValue } from '../corpus/attribute-value';
import type { Actor } from '../model/actor';
import type { Attribute } from '../model/attribute';
import type { Code } from '../model/code';
import type { Coder } from '../model/coder';
import type { Id } from '../model/identity';
import type { Span } from '../model/span';
import { meetsCondition, valueWords } from '../query/attribute-condition';
import { fail, type Result, succeed } from '../result';
import { foldText } from './fold';
import type { QueryError, QueryNode } from './query-tree';
import type { SearchOptions } from './search-options';
import type { PassageTrait, PlanNode, PlannedDocument } from './search-plan';
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

export type Planned = Result<PlanNode, QueryError>;
export type Filter = Extract<QueryNode, { kind: 'filter' }>;
type Problem = QueryError['problem'];

const stances = ['affirms', 'denies', 'mentions'] as const;
const states = ['unread', 'open', 'done', 'skipped'] as const;
const reviews = ['to_review', 'accepted'] as const;

export function errorAt(at: Span, problem: Problem, detail = ''): QueryError {
  return { at, problem, detail };
}

export function planFilter(filter: Filter, names: SearchNames, options: SearchOptions): Planned {
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
      const coders = names.coders.filter(({ name, initials = '' }) => {
        const shown = coderInitials(name);
        return isNamed(value, [name, initials, shown, shown.replaceAll('.', '')]);
      });
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
    case 'review': {
      const wanted = value.toLowerCase().replace(/[ -]/g, '_');
      const review = reviews.find((one) => one === wanted);
      return review === undefined
        ? fail(errorAt(valueAt, 'unknownReview', value))
        : succeed({ kind: 'passage', trait: { kind: 'review', review }, negated: false });
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
  if (anything.test(value)) return document((one) => valueWords(heldBy(one)).length > 0);
  const type = attribute?.type ?? 'date';
  if (type === 'date' || type === 'number' || type === 'integer') {
    const bounds = boundsOf(value, type === 'date' ? aDate : aNumber);
    if (bounds === null) return fail(errorAt(valueAt, type === 'date' ? 'badDate' : 'badNumber', value));
    const [from, to] = bounds;
    if (isTurned(from, to, type === 'date')) return fail(errorAt(valueAt, 'badRange', value));
    const condition = {
      ...{ kind: 'between' as const, attribute_id: attribute?.id ?? '' },
      ...{ from: from === '' ? null : from, to: to === '' ? null : to },
    };
    return document((one) => meetsCondition(heldBy(one), condition));
  }
  const has = wordsTest(value, options);
  return document((one) => valueWords(heldBy(one)).some(has));
}

/** A star alone: whatever there is. */
const anything = /^\*+$/;
const aDate = /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/;
const aNumber = /^(?:-?\d+(?:\.\d+)?)?$/;

/** "5", "5..", "..9" or "5..9"; '' where one end is open, null where it is none of these. */
function boundsOf(value: string, suits: RegExp): readonly [from: string, to: string] | null {
  const [from = '', to = from, more] = value.split('..');
  if (more !== undefined || from + to === '' || !suits.test(from) || !suits.test(to)) return null;
  return [from, to];
}

/** Whether a range ends before it begins. */
function isTurned(from: string, to: string, isDate: boolean): boolean {
  if (from === '' || to === '') return false;
  if (!isDate) return Number(from) > Number(to);
  const known = Math.min(from.length, to.length);
  return from.slice(0, known) > to.slice(0, known);
}

/** Whether a line of words holds what is asked for, compared as texts are, but never by word forms. */
function wordsTest(value: string, options: SearchOptions): (line: string) => boolean {
  if (anything.test(value)) return (line) => line !== '';
  const matcher = createTermMatcher(value, { ...options, wordForms: false }, null);
  return (line) =>
    matcher.find(line, foldText(line, { matchCase: false, matchDiacritics: false })).length > 0;
}

/** Whether one of the names is meant; a star stands for any part of one. */
function isNamed(wanted: string, all: readonly string[]): boolean {
  const folded = foldName(wanted);
  const pattern = wanted.includes('*') ? starred(folded) : null;
  return all.some((name) => name !== '' && (pattern?.test(foldName(name)) ?? foldName(name) === folded));
}

/** A code by its name, path or key, with all below it; with a star by its name alone. */
function codesNamed(wanted: string, codes: readonly Code[]): ReadonlySet<Id> {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const namesOf = (code: Code): readonly string[] => {
    if (wanted.includes('*')) return [code.name];
    const path = codePath(code, byId);
    return [code.name, code.key, path.join(' > '), path.join('>')];
  };
  const named = codes.filter((code) => isNamed(wanted, namesOf(code)));
  return new Set(named.flatMap(({ id }) => [...withDescendants(id, codes)]));
}

function starred(folded: string): RegExp {
  const parts = folded.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'u');
}

/** What the coder made of a document in the round; unread where nothing is noted. */
function stateOf({ indexed }: PlannedDocument, { coder_id, round }: SearchNames): string {
  for (const pass of indexed?.passes.values() ?? [])
    if (pass.coder_id === coder_id && pass.round === round) return pass.state;
  return 'unread';
}
