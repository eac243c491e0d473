/** The best of many, without keeping them all. */
export interface BestOf<T> {
  /** `make` is called only for what may be among the best. */
  offer(score: number, make: () => T): void;
  /** Best first; of equal ones the earlier first. */
  all(): readonly T[];
}

export function bestOf<T>(most: number): BestOf<T> {
  let kept: { readonly score: number; readonly turn: number; readonly one: T }[] = [];
  let turn = 0;
  /** What does not reach this is not among the best. */
  let least = Number.NEGATIVE_INFINITY;
  const sift = (): void => {
    kept = kept.sort((a, b) => b.score - a.score || a.turn - b.turn).slice(0, most);
    if (kept.length === most) least = kept.at(-1)?.score ?? least;
  };
  return {
    offer: (score, make) => {
      if (score <= least) return;
      turn += 1;
      kept.push({ score, turn, one: make() });
      if (kept.length >= most * 2 + 16) sift();
    },
    all: () => {
      sift();
      return kept.map(({ one }) => one);
    },
  };
}
