/** Rows or columns of a large table of which some are drawn: those, and the gaps that the others leave. */
export type WindowItem =
  | { readonly kind: 'item'; readonly at: number }
  | { readonly kind: 'gap'; readonly from: number; readonly size: number };

/** `held`: one more that is drawn wherever it stands, for it has the focus; null where none has. */
export function windowItems(
  count: number,
  [from, to]: readonly [number, number],
  held: number | null,
): readonly WindowItem[] {
  const drawn = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, n) => from + n);
  if (held !== null && held >= 0 && held < count && (held < from || held >= to)) drawn.push(held);
  drawn.sort((one, other) => one - other);
  const items: WindowItem[] = [];
  let next = 0;
  for (const at of drawn) {
    if (at > next) items.push({ kind: 'gap', from: next, size: at - next });
    items.push({ kind: 'item', at });
    next = at + 1;
  }
  if (next < count) items.push({ kind: 'gap', from: next, size: count - next });
  return items;
}
