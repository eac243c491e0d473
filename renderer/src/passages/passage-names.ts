import type { Actor } from '@core/model/actor';
import type { Attribute } from '@core/model/attribute';
import type { Code } from '@core/model/code';
import type { Coder } from '@core/model/coder';
import type { Id, Sha256 } from '@core/model/identity';

/** A document as rows and headings name it. */
export interface NamedDocument {
  readonly title: string;
  /** Date and agency, "19 Jan 2022 · TASS"; '' where neither is known. */
  readonly facts: string;
  readonly text_sha256: Sha256;
}

/** The records of the project that rows and filters name. */
export interface PassageNames {
  /** In codebook order, each with its depth. */
  readonly codes: readonly { readonly code: Code; readonly depth: number }[];
  readonly codesById: ReadonlyMap<Id, Code>;
  /** Made when it is asked for: there may be ten thousand. */
  readonly document: (id: Id) => NamedDocument | undefined;
  readonly attributes: readonly Attribute[];
  readonly coders: readonly Coder[];
  readonly actors: readonly Actor[];
  /** The coder whose work needs no name. */
  readonly self: Id;
}

export function nameIn(records: readonly { readonly id: Id; readonly name: string }[], id: Id): string {
  return records.find((record) => record.id === id)?.name ?? '';
}
