/** Marks a branch that the types rule out: reaching it is a bug, so it throws. */
export function assertNever(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}

/** Narrows away null and undefined where their presence would be a bug; `why` says why it cannot be. */
export function assertDefined<T>(value: T, why: string): NonNullable<T> {
  if (value === null || value === undefined) throw new Error(`Expected a value: ${why}`);
  return value;
}
