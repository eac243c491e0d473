import type { Id, Time } from './identity';

/** A search that is kept for every coder of the project. */
export interface SavedSearch {
  readonly id: Id;
  readonly query: string;
  /** How words are compared, by the names of `SearchOptions`; what is not there is as usual. */
  readonly options: Readonly<Record<string, boolean>>;
}

export interface Project {
  readonly id: Id;
  readonly name: string;
  readonly created_at: Time;
  /** A locked codebook: nothing is created from the palette. */
  readonly codebook_locked?: boolean;
  /**
   * Rises with every change that raises a code's own `rev`, and with every code added, removed, archived or brought
   * back. Set by the command that changes the codebook, and set back by its undo, so that a revision always means one
   * codebook.
   */
  readonly codebook_rev: number;
  /** Rises likewise with every change of a block by hand. */
  readonly scope_rev: number;
  /** In the order in which they were saved. */
  readonly searches?: readonly SavedSearch[];
}
