/** How the cells of a column are written. Text is never anything else: no cell can be a formula. */
export type CellKind = 'text' | 'number' | 'date' | 'time' | 'wrapped';

export interface SheetColumn {
  readonly name: string;
  readonly kind: CellKind;
}

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
}
