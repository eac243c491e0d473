export type JsonParts = Readonly<Record<string, unknown>>;

export function isParts(value: unknown): value is JsonParts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD writes one of something without a list. */
export function manyOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The first text below one of the names; a language map or list gives its first. */
export function stringOf(parts: JsonParts, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const value of manyOf(parts[name])) {
      if (typeof value === 'string' && value !== '') return value;
      if (isParts(value)) {
        const inner = value['@value'] ?? value['value'];
        if (typeof inner === 'string' && inner !== '') return inner;
      }
    }
  }
  return undefined;
}

export function isOfType(parts: JsonParts, type: string): boolean {
  return manyOf(parts['type'] ?? parts['@type']).some(
    (each) =>
      typeof each === 'string' && (each === type || each.endsWith(`:${type}`) || each.endsWith(`#${type}`)),
  );
}

/** The IRI of a resource, named or described. */
export function iriIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return isParts(value) ? stringOf(value, 'id', '@id') : undefined;
}
