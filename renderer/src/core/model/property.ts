import type { AttributeType } from './attribute';
import type { Id } from './identity';

/** A question asked of documents, annotations or codings beside the codes; `values` point here. */
export interface Property {
  readonly id: Id;
  readonly key: string;
  readonly name: string;
  readonly on: 'document' | 'annotation' | 'coding';
  readonly code_ids?: readonly Id[];
  readonly type: AttributeType | 'actor' | 'ordinal';
  readonly choices?: readonly string[];
  readonly required?: boolean;
}
