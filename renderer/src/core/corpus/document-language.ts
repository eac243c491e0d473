import type { Attribute } from '../model/attribute';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import { languageTag } from '../structure/language-names';
import { languageKey } from '../structure/parsed-structure';
import { attributeValue } from './attribute-value';

/** The attribute that says in which language a document is; undefined where the project has none. */
export function languageAttribute(attributes: Iterable<Attribute>): Id | undefined {
  for (const { id, key } of attributes) if (key === languageKey) return id;
  return undefined;
}

/**
 * The tag of a document's language ("ru"): by what its attribute says, which a person can correct, else by the one
 * that it came with. undefined where neither names a language.
 */
export function documentLanguage(
  document: Pick<Document, 'values' | 'language'>,
  attribute_id: Id | undefined,
): string | undefined {
  const said = attribute_id === undefined ? undefined : attributeValue(document, attribute_id);
  return said === undefined ? document.language : languageTag(String(said.value));
}
