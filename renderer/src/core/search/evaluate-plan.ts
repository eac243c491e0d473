/** Whether a document answers a plan, and where. */
import type { CorpusText } from '../corpus/text-corpus';
import type { Span } from '../model/span';
import type { PassageIndex } from '../query/passage-index';
import { covers, groupsOf, hasTraits, holdsAt } from './passage-traits';
import type { PassageTrait, PlanNode, PlannedDocument } from './search-plan';

/** Places found; none of them where the document answers as a whole, by what is known of it. */
type Spans = readonly Span[];

export interface Evaluated extends PlannedDocument {
  readonly content: CorpusText;
  /** What each leaf finds, in text order. */
  readonly leaf: (leaf: number) => Spans;
}

/** null where the document does not answer. */
export function evaluatePlan(node: PlanNode, document: Evaluated, index: PassageIndex): Spans | null {
  switch (node.kind) {
    case 'leaf': {
      const found = document.leaf(node.leaf);
      return found.length === 0 ? null : found;
    }
    case 'near': {
      const one = evaluatePlan(node.one, document, index);
      const other = one === null ? null : evaluatePlan(node.other, document, index);
      if (one === null || other === null) return null;
      const found = nearSpans(document.content.text, one, other, node.distance);
      return found.length === 0 ? null : found;
    }
    case 'or': {
      const found = node.nodes.map((one) => evaluatePlan(one, document, index)).filter((one) => one !== null);
      return found.length === 0 ? null : united(found);
    }
    case 'not':
      return evaluatePlan(node.node, document, index) === null ? [] : null;
    case 'document':
      return node.matches(document) ? [] : null;
    case 'passage':
      return everyOf([node], document, index);
    case 'condition':
      return evaluatePlan(node.node, document, index);
    case 'and':
      return everyOf(node.nodes, document, index);
  }
}

/** Conditions on passages narrow what the others found; where those found no places, the passages are the places. */
function everyOf(nodes: readonly PlanNode[], document: Evaluated, index: PassageIndex): Spans | null {
  const wanted: PassageTrait[] = [];
  const barred: PassageTrait[] = [];
  const conditions: PlanNode[] = [];
  const found: Spans[] = [];
  for (const node of nodes) {
    if (node.kind === 'passage') (node.negated ? barred : wanted).push(node.trait);
    else if (node.kind === 'condition') conditions.push(node.node);
    else {
      const spans = evaluatePlan(node, document, index);
      if (spans === null) return null;
      found.push(spans);
    }
  }
  let spans: Spans | null = united(found);
  const others = wanted.filter(({ kind }) => kind !== 'code');
  const [negative, positive] = [true, false].map((isNot) =>
    conditions.filter(({ kind }) => (kind === 'not') === isNot),
  );
  for (const condition of positive ?? []) {
    spans = meeting(condition, spans, document, index, others);
    if (spans === null) return null;
  }
  const hadPlaces = spans.length > 0;
  const facts = document.indexed?.facts ?? [];
  for (const traits of groupsOf(wanted)) {
    const passages = facts.filter((fact) => hasTraits(fact, traits, index));
    if (passages.length === 0) return null;
    if (spans.length === 0 && !hadPlaces) {
      spans = passages.flatMap(({ start, end }) => (start < 0 ? [] : [{ start, end }]));
      continue;
    }
    spans = spans.filter((span) => passages.some((passage) => covers(passage, span)));
    if (spans.length === 0) return null;
  }
  for (const trait of barred) {
    const passages = facts.filter((fact) => hasTraits(fact, [trait], index));
    if (passages.length === 0) continue;
    if (spans.length === 0) return null;
    spans = spans.filter((span) => !passages.some((passage) => covers(passage, span)));
    if (spans.length === 0) return null;
  }
  for (const condition of negative ?? []) {
    spans = meeting(condition, spans, document, index, []);
    if (spans === null) return null;
  }
  return spans;
}

/** The places at which a condition holds; where there are none yet, the passages that it names. */
function meeting(
  condition: PlanNode,
  spans: Spans,
  document: Evaluated,
  index: PassageIndex,
  others: readonly PassageTrait[],
): Spans | null {
  const places = spans.length > 0 ? spans : evaluatePlan(condition, document, index);
  if (places === null || places.length === 0) return places;
  const met = places.filter((span) => holdsAt(condition, span, document, index, others));
  return met.length === 0 ? null : met;
}

/** All places in text order, each once. */
export function united(lists: readonly Spans[]): Spans {
  const some = lists.filter(({ length }) => length > 0);
  if (some.length <= 1) return some[0] ?? [];
  const all = some.flat().sort(inTextOrder);
  return distinct(all);
}

function inTextOrder(one: Span, other: Span): number {
  return one.start - other.start || one.end - other.end;
}

function distinct(ordered: Spans): Spans {
  return ordered.filter(
    ({ start, end }, at) => start !== ordered[at - 1]?.start || end !== ordered[at - 1]?.end,
  );
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_'’-]*/gu;

/** UTF-16 units of a word and what parts it from the next, at the most that is looked through. */
const longestWord = 64;

/** Pairs of which the later begins at most `distance` words after the earlier ends: 1 is next to each other. */
export function nearSpans(text: string, ones: Spans, others: Spans, distance: number): Spans {
  const found: Span[] = [];
  const pair = (from: Spans, to: Spans): void => {
    let at = 0;
    for (const first of from) {
      // The nearest behind it; what is ordered is gone through once.
      while (at < to.length && (to[at]?.start ?? 0) < first.end) at += 1;
      const second = to[at];
      if (second === undefined) return;
      const isFar = second.start - first.end > distance * longestWord;
      if (isFar || wordsBetween(text, first.end, second.start, distance) >= distance) continue;
      found.push({ start: first.start, end: second.end });
    }
  };
  pair(ones, others);
  pair(others, ones);
  return distinct(found.sort(inTextOrder));
}

/** Words in a stretch; more than enough of them are not counted. */
function wordsBetween(text: string, from: number, to: number, enough: number): number {
  let words = 0;
  word.lastIndex = from;
  for (let found = word.exec(text); found !== null && found.index < to; found = word.exec(text)) {
    words += 1;
    if (words >= enough) break;
  }
  return words;
}
