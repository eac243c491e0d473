import type { SaidColumns } from './table-columns';

/** What a person said of a table's columns, by their names, as it is kept. */
export interface RememberedColumns {
  readonly columns: readonly string[];
  readonly text: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly left_out: readonly string[];
}

/** Tables that are remembered, and units of JSON that they may take together. */
const mostTables = 20;
const mostUnits = 20_000;

/** What is kept with one more table, the newest first; the same columns are kept once, and the oldest go. */
export function rememberColumns(
  stored: unknown,
  columns: readonly string[],
  said: SaidColumns,
): readonly RememberedColumns[] {
  const nameOf = (at: number | null): string | null => (at === null ? null : (columns[at] ?? null));
  const text = nameOf(said.text);
  const others = readRemembered(stored).filter((each) => !isSame(each.columns, columns));
  if (text === null || new Set(columns).size < columns.length) return others;
  const kept: RememberedColumns = {
    ...{ columns: [...columns], text, title: nameOf(said.title), date: nameOf(said.date) },
    left_out: said.left_out.flatMap((at) => columns[at] ?? []),
  };
  const all = [kept, ...others].slice(0, mostTables);
  while (JSON.stringify(all).length > mostUnits) all.pop();
  return all;
}

/** What was said of a table with these columns, in whatever order they stand; null where nothing was. */
export function recallColumns(stored: unknown, columns: readonly string[]): SaidColumns | null {
  const found = readRemembered(stored).find((each) => isSame(each.columns, columns));
  const placeOf = (name: string | null): number | null => {
    const at = name === null ? -1 : columns.indexOf(name);
    return at < 0 ? null : at;
  };
  const text = placeOf(found?.text ?? null);
  if (found === undefined || text === null) return null;
  const left_out = found.left_out.flatMap((name) => placeOf(name) ?? []);
  return { text, title: placeOf(found.title), date: placeOf(found.date), left_out };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(one);
  return one.length === other.length && names.size === one.length && other.every((name) => names.has(name));
}

function readRemembered(stored: unknown): readonly RememberedColumns[] {
  return Array.isArray(stored) ? stored.filter(isRemembered) : [];
}

function isRemembered(value: unknown): value is RememberedColumns {
  if (typeof value !== 'object' || value === null) return false;
  const { columns, text, title, date, left_out } = value as Partial<Record<keyof RememberedColumns, unknown>>; // looked at below
  const isName = (one: unknown): boolean => typeof one === 'string';
  const areNames = (all: unknown): boolean => Array.isArray(all) && all.every(isName);
  return (
    areNames(columns) &&
    isName(text) &&
    (title === null || isName(title)) &&
    (date === null || isName(date)) &&
    areNames(left_out)
  );
}
