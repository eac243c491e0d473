/** What a unit of counting is. */
export const unitKinds = ['document', 'paragraph', 'sentence', 'annotation'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** What stands in a cell: whether the code is there, how many passages carry it, or how many characters they cover. */
export const measures = ['presence', 'counts', 'characters'] as const;
export type Measure = (typeof measures)[number];

/**
 * When a unit carries a code: when at least one of its words lies in a passage, or at least half of them do
 * (model.md, "Ready for several coders"). Passages that cross units are cut at them.
 */
export const projections = ['one-word', 'half'] as const;
export type Projection = (typeof projections)[number];

export interface MatrixOptions {
  readonly unit: UnitKind;
  readonly measure: Measure;
  readonly projection: Projection;
  /** A code counts for all codes above it, too. */
  readonly rollUp: boolean;
  /** Units that are reprints of each other count once, with what any of them carries. */
  readonly distinct: boolean;
}

export const defaultMatrix: MatrixOptions = {
  unit: 'sentence',
  measure: 'presence',
  projection: 'one-word',
  rollUp: false,
  distinct: false,
};
