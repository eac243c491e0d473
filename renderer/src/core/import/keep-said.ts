import type { AttributeValue } from '../model/attribute';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';

/** A document that is a later version, with what a person said of the earlier one: values, and a title of their own. */
export function keepSaid(
  earlier: Pick<Document, 'title' | 'title_found' | 'values'>,
  later: Document,
): Document {
  const values = keptValues(earlier.values, later.values);
  if (earlier.title_found === undefined) return { ...later, values };
  return { ...later, title: earlier.title, title_found: later.title, values };
}

/** The evidence of an earlier value is a place of the earlier text: it stays there. */
function keptValues(
  before: Readonly<Record<Id, AttributeValue>>,
  found: Readonly<Record<Id, AttributeValue>>,
): Readonly<Record<Id, AttributeValue>> {
  const said = Object.entries(before)
    .filter(([, { state }]) => state !== 'suggested')
    .map(([id, { evidence: _, ...value }]) => [id, value] as const);
  return { ...found, ...Object.fromEntries(said) };
}
