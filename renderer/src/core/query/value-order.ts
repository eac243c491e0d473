/** The order of an attribute's values: as its choices say, then by number or alphabet; what has none comes last. */
export function compareValueWords(one: string, other: string, choices: readonly string[]): number {
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? 1 : -1;
  const places = [choices.indexOf(one), choices.indexOf(other)] as const;
  if (places[0] >= 0 && places[1] >= 0) return places[0] - places[1];
  if (places[0] >= 0 || places[1] >= 0) return places[0] >= 0 ? -1 : 1;
  return order.compare(one, other);
}

/** "2" before "10"; the same on every machine. */
const order = new Intl.Collator('en', { numeric: true });
