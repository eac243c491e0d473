import type { Id } from './identity';

export type AttributeType = 'text' | 'integer' | 'number' | 'date' | 'boolean' | 'choice' | 'choices';

/** A fact about documents: date, agency, place. */
export interface Attribute {
  readonly id: Id;
  /** Short ASCII, unique, survives renaming: the CSV column `attr.<key>`. */
  readonly key: string;
  readonly name: string;
  readonly type: AttributeType;
  readonly choices?: readonly string[];
}

export interface AttributeValue {
  /** Dates as "2022-01-19", "2022-01" or "2022" by precision. */
  readonly value: string | number | boolean | readonly string[];
  readonly precision?: 'day' | 'month' | 'year';
  /** Spans of the frozen text that say so. */
  readonly evidence?: readonly (readonly [number, number])[];
  /** 0 to 1. */
  readonly confidence?: number;
  readonly state: 'suggested' | 'accepted' | 'edited';
}
