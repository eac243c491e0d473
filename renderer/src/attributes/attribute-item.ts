import type { Attribute, AttributeValue } from '@core/model/attribute';

/** An attribute with the value that the open document has of it. */
export interface AttributeItem {
  readonly attribute: Attribute;
  readonly value: AttributeValue | undefined;
  /** The value as a person reads it; empty where there is none. */
  readonly words: string;
  /** What the text says of it, in the order of the spans. */
  readonly quotes: readonly string[];
}
