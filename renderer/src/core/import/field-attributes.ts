import { keyFor } from '../codebook/code-key';
import type { Attribute } from '../model/attribute';
import type { Id } from '../model/identity';
import { type FieldKey, fieldKeys, fieldTypes } from '../structure/parsed-structure';

const fieldNames = {
  date: 'Date',
  agency: 'Agency',
  place: 'Place',
  publisher: 'Publisher',
  issuer: 'Issuer',
  byline: 'Byline',
  section: 'Section',
  stated_length: 'Length as stated (words)',
  language: 'Language',
} as const satisfies Record<FieldKey, string>;

/**
 * The attribute for values that a file states under `name`: the one of that name, letters of either case, else a new
 * one; `taken` holds all that are there.
 */
export function attributeOfName(
  name: string,
  taken: readonly Attribute[],
  newId: () => Id,
): { readonly attribute: Attribute; readonly isNew: boolean } {
  const folded = name.toLowerCase();
  const present = taken.find((one) => one.name.toLowerCase() === folded || one.key === folded);
  if (present !== undefined) return { attribute: present, isNew: false };
  const keys = new Set([...taken.map(({ key }) => key), ...fieldKeys]);
  return {
    attribute: { id: newId(), key: keyFor(name, keys, 'column'), name, type: 'text' },
    isNew: true,
  };
}

/** The attribute that a field's values go to, as it is made where the project has none of that key. */
export function attributeOfField(key: FieldKey, id: Id): Attribute {
  return { id, key, name: fieldNames[key], type: fieldTypes[key] };
}
