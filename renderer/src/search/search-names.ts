import type { Attribute } from '@core/model/attribute';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';

/** What rows and headings of hits name. */
export interface HitNames {
  /** Title and facts ("19 Jan 2022 · TASS") of a document. */
  readonly document: (id: Id) => { readonly title: string; readonly facts: string } | undefined;
  readonly codesById: ReadonlyMap<Id, Code>;
  readonly attributes: readonly Attribute[];
}
