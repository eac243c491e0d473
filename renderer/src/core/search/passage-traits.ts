/** Whether passages are what a query asks of them. */
import type { Span } from '../model/span';
import { codeOf, type PassageFact, stanceOf } from '../query/passage-fact';
import type { PassageIndex } from '../query/passage-index';
import type { PassageTrait, PlanNode, PlannedDocument } from './search-plan';

/** Each code is asked of a passage of its own, all else together with each of them. */
export function groupsOf(traits: readonly PassageTrait[]): readonly (readonly PassageTrait[])[] {
  if (traits.length === 0) return [];
  const codes = traits.filter(({ kind }) => kind === 'code');
  const others = traits.filter(({ kind }) => kind !== 'code');
  return codes.length === 0 ? [others] : codes.map((code) => [code, ...others]);
}

export function hasTraits(fact: PassageFact, traits: readonly PassageTrait[], index: PassageIndex): boolean {
  let codings = fact.codings;
  for (const trait of traits) {
    switch (trait.kind) {
      case 'coder':
        if (!trait.coder_ids.has(fact.coder_id)) return false;
        break;
      case 'speaker':
        if (!fact.speaker_ids.some((id) => trait.actor_ids.has(id))) return false;
        break;
      case 'review':
        if (fact.review !== trait.review) return false;
        break;
      case 'code':
        codings = codings.filter((packed) => trait.code_ids.has(index.numbers.idOf(codeOf(packed))));
        break;
      case 'stance':
        codings = codings.filter((packed) => stanceOf(packed) === trait.stance);
        break;
    }
  }
  return codings.length > 0 || traits.every(({ kind }) => kind !== 'code' && kind !== 'stance');
}

/** A coding of the whole document covers every place of it. */
export function covers(passage: PassageFact, span: Span): boolean {
  return passage.start < 0 || (passage.start < span.end && span.start < passage.end);
}

/**
 * Whether a condition holds at a place. `others`: what is asked beside it of the same passage, as a speaker outside the
 * brackets round some codes.
 */
export function holdsAt(
  node: PlanNode,
  span: Span,
  document: PlannedDocument,
  index: PassageIndex,
  others: readonly PassageTrait[] = [],
): boolean {
  const isCovered = (traits: readonly PassageTrait[]): boolean =>
    (document.indexed?.facts ?? []).some((fact) => covers(fact, span) && hasTraits(fact, traits, index));
  const holds = (one: PlanNode, beside: readonly PassageTrait[]): boolean =>
    holdsAt(one, span, document, index, beside);
  switch (node.kind) {
    case 'passage':
      return node.negated ? !isCovered([node.trait]) : isCovered([node.trait, ...others]);
    case 'or':
      return node.nodes.some((one) => holds(one, others));
    case 'and': {
      const wanted = node.nodes.flatMap((one) => (one.kind === 'passage' && !one.negated ? [one.trait] : []));
      const rest = node.nodes.filter((one) => one.kind !== 'passage' || one.negated);
      const beside = [...others, ...wanted.filter(({ kind }) => kind !== 'code')];
      const groups = wanted.length === 0 ? [] : groupsOf([...wanted, ...others]);
      return groups.every(isCovered) && rest.every((one) => holds(one, beside));
    }
    case 'not':
      return !holds(node.node, []);
    case 'condition':
      return holds(node.node, others);
    case 'document':
      return node.matches(document);
    // What finds places of its own is in no condition.
    case 'leaf':
    case 'near':
      return true;
  }
}
