import { requiredFields } from './shapes';
import type { TableName } from './tables';

/** What a record is and where it stands: never changed by setting fields. */
const identity: ReadonlySet<string> = new Set(['id', 'document_id']);

/**
 * A record with some fields set. null takes an optional field away. A field that the program does not know is set
 * like any other; one that would leave the record unusable is left as it was.
 */
export function setFields<T extends object>(table: TableName | 'coding', record: T, fields: object): T {
  const required = requiredFields(table);
  const kept = new Map<string, unknown>(Object.entries(record));
  const given: readonly (readonly [string, unknown])[] = Object.entries(fields);
  for (const [name, value] of given) {
    if (identity.has(name)) continue;
    const check = Object.hasOwn(required, name) ? required[name] : undefined;
    if (check !== undefined) {
      if (check(value)) kept.set(name, value);
    } else if (value === null || value === undefined) {
      kept.delete(name);
    } else {
      kept.set(name, value);
    }
  }
  return Object.fromEntries(kept) as T; // the required fields were checked one by one
}

/** The same fields as they are now, null where absent: setting them later undoes the setting of `fields`. */
export function fieldsNow<F extends object>(record: object, fields: F): F {
  const now = new Map<string, unknown>(Object.entries(record));
  const entries = Object.keys(fields).map((name) => [name, now.get(name) ?? null] as const);
  return Object.fromEntries(entries) as F; // names of `fields`, values of the record
}
