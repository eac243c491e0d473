import type { CountedUnit } from './counted-units';
import type { Reading } from './readings';

/** A row of a unit by code matrix, with the value of each code of the columns; null where nobody looked. */
export interface MatrixRow {
  readonly unit: CountedUnit;
  readonly reading: Reading;
  readonly values: readonly (number | null)[];
}
