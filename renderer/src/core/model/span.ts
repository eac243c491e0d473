/** A stretch of a frozen text in UTF-16 units, end exclusive; `start <= end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
