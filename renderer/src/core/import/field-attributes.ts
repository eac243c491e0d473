import type { Attribute } from '../model/attribute';
import type { Id } from '../model/identity';
import { type FieldKey, fieldTypes } from '../structure/parsed-structure';

const fieldNames = {
  date: 'Date',
  agency: 'Agency',
  place: 'Place',
  publisher: 'Publisher',
  issuer: 'Issuer',
  byline: 'Byline',
} as const satisfies Record<FieldKey, string>;

/** The attribute that a field's values go to, as it is made where the project has none of that key. */
export function attributeOfField(key: FieldKey, id: Id): Attribute {
  return { id, key, name: fieldNames[key], type: fieldTypes[key] };
}
