import type { AttributeValue } from '../model/attribute';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';

/** What a document says of an attribute. Ids come from files too: one that names what every object has finds nothing. */
export function attributeValue(
  { values }: Pick<Document, 'values'>,
  attribute_id: Id,
): AttributeValue | undefined {
  return Object.hasOwn(values, attribute_id) ? values[attribute_id] : undefined;
}
