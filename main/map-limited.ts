/**
 * Maps with at most `limit` calls under way; answers in the order of the input. When a call fails no further one is
 * begun, those under way are waited for, and the first failure is thrown.
 */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  const waiting = items.entries();
  const walk = async (): Promise<void> => {
    for (const [place, item] of waiting) {
      if (failures.length > 0) return;
      try {
        results[place] = await map(item);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, walk));
  if (failures.length > 0) throw failures[0];
  return results;
}
