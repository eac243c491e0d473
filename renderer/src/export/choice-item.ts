export interface ChoiceItem {
  readonly id: string;
  readonly name: string;
  /** Steps of indentation. */
  readonly depth?: number;
}
