import type { AttributeType, AttributeValue } from '../model/attribute';
import type { BlockKind } from '../model/block';
import type { Span } from '../model/span';

/** A block before it has an id. Rules of extent as for `Block`. */
export interface ParsedBlock extends Span {
  readonly kind: BlockKind;
  readonly in_scope: boolean;
}

/** Keys of the attributes that the rules fill; the project's attribute of that key takes the value. */
export const fieldKeys = [
  ...(['date', 'agency', 'place', 'publisher', 'issuer', 'byline'] as const),
  ...(['section', 'stated_length', 'language'] as const),
] as const;
export type FieldKey = (typeof fieldKeys)[number];

/** The attribute that holds the language: its name in English, or what a person typed. */
export const languageKey = 'language' satisfies FieldKey;

export const fieldTypes = {
  date: 'date',
  agency: 'text',
  place: 'text',
  publisher: 'text',
  issuer: 'text',
  byline: 'text',
  section: 'text',
  stated_length: 'integer',
  language: 'text',
} as const satisfies Record<FieldKey, AttributeType>;

/** What the parser found in one document; positions are UTF-16 units of its frozen text. */
export interface ParsedStructure {
  readonly title: string;
  readonly blocks: readonly ParsedBlock[];
  readonly sentences: readonly (readonly [number, number])[];
  readonly segmenter: { readonly icu: string; readonly rules_rev: number };
  /** Words in the blocks in scope. */
  readonly words: number;
  readonly values: { readonly [K in FieldKey]?: AttributeValue };
  /** Facts that the file states under names of its own, such as the columns of a table. */
  readonly extra?: readonly NamedValue[];
}

export interface NamedValue {
  readonly name: string;
  readonly value: string;
}
