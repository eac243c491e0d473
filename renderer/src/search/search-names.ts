import type { Attribute } from '@core/model/attribute';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import type { HitRow } from '@core/search/hit-row';

/** What rows and headings of hits name. */
export interface HitNames {
  /** Title and facts ("19 Jan 2022 · TASS") of a document. */
  readonly document: (id: Id) => { readonly title: string; readonly facts: string } | undefined;
  /** Where a row stands: its document, or the memo or code that holds it. */
  readonly home: (row: HitRow) => { readonly title: string; readonly facts: string } | undefined;
  readonly codesById: ReadonlyMap<Id, Code>;
  readonly attributes: readonly Attribute[];
}
