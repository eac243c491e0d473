/** A snapshot on the disk, as far as keeping it goes. */
export interface KeptSnapshot {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Records in all tables; null where it cannot be read. */
  readonly rows: number | null;
  /** Made before another version of the program opened the project. */
  readonly is_upgrade: boolean;
}

const hour = 3_600_000;
const day = 24 * hour;

/** The newest of each of the last so many hours, days and weeks in which there was one. */
const generations = [
  { span: hour, kept: 24 },
  { span: day, kept: 14 },
  { span: 7 * day, kept: 10 },
] as const;

/**
 * Names of those to remove. Never the newest, never one from before an upgrade, and never the last one before a great
 * loss: one with far more records than every newer one, which may be what somebody will look for.
 */
export function prunable(snapshots: readonly KeptSnapshot[]): readonly string[] {
  const newestFirst = snapshots.toSorted((one, other) => other.time - one.time);
  const kept = new Set(newestFirst.slice(0, 1).map(({ name }) => name));
  for (const { span, kept: count } of generations) {
    const slots = new Map<number, string>();
    for (const { name, time } of newestFirst) {
      const slot = Math.floor(time / span);
      if (!slots.has(slot) && slots.size < count) slots.set(slot, name);
    }
    for (const name of slots.values()) kept.add(name);
  }
  let most = 0;
  for (const { name, rows, is_upgrade } of newestFirst) {
    if (is_upgrade || hasFarMore(rows ?? 0, most)) kept.add(name);
    most = Math.max(most, rows ?? 0);
  }
  return newestFirst.flatMap(({ name }) => (kept.has(name) ? [] : [name]));
}

/** Half of the records gone, and not merely a handful. */
function hasFarMore(rows: number, than: number): boolean {
  return rows > 2 * than && rows - than >= 100;
}
