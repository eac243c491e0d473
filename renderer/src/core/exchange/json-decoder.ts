import { fail, type Result, succeed } from '../result';

/** A value of foreign JSON that is not what it must be. */
export interface Wrong {
  /** Where, as a JSON path: "$.annotations[3].start". */
  readonly path: string;
  readonly expected: string;
  /** What stands there, in a few words. */
  readonly found: string;
}

export type Decoder<T> = (input: unknown) => Result<T, Wrong>;
type Decoded<D> = D extends Decoder<infer T> ? T : never;
type Shape = Readonly<Record<string, Decoder<unknown>>>;
type OptionalKeys<S extends Shape> = {
  [K in keyof S]: undefined extends Decoded<S[K]> ? K : never;
}[keyof S];

/** What `record` makes of a shape: a field whose decoder may answer undefined is optional. */
export type Fields<S extends Shape> = { readonly [K in Exclude<keyof S, OptionalKeys<S>>]: Decoded<S[K]> } & {
  readonly [K in OptionalKeys<S>]?: Exclude<Decoded<S[K]>, undefined>;
};

/** How deep a field that we do not know may be nested: deeper ones are an attack on whoever writes them again. */
const deepest = 64;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`;
  return `the ${typeof value} ${JSON.stringify(value)}`;
}

function wrong(expected: string, input: unknown): { readonly ok: false; readonly error: Wrong } {
  return fail({ path: '', expected, found: nameOf(input) });
}

function within(
  key: string,
  { path, expected, found }: Wrong,
): { readonly ok: false; readonly error: Wrong } {
  return fail({ path: `${key}${path}`, expected, found });
}

export const text: Decoder<string> = (input) =>
  typeof input === 'string' ? succeed(input) : wrong('a text', input);

export const flag: Decoder<boolean> = (input) =>
  typeof input === 'boolean' ? succeed(input) : wrong('true or false', input);

export const finite: Decoder<number> = (input) =>
  typeof input === 'number' && Number.isFinite(input) ? succeed(input) : wrong('a number', input);

/** Zero or a positive whole number: offsets, counts, revisions. */
export const count: Decoder<number> = (input) =>
  typeof input === 'number' && Number.isSafeInteger(input) && input >= 0
    ? succeed(input)
    : wrong('a whole number from 0', input);

export function oneOf<const T extends string>(...values: readonly T[]): Decoder<T> {
  return (input) => {
    const found = values.find((value) => value === input);
    return found === undefined ? wrong(`one of ${values.join(', ')}`, input) : succeed(found);
  };
}

export function either<A, B>(one: Decoder<A>, other: Decoder<B>, expected: string): Decoder<A | B> {
  return (input) => {
    const first = one(input);
    if (first.ok) return first;
    const second = other(input);
    return second.ok ? second : wrong(expected, input);
  };
}

/** Absent and null are the same: a field without a value. */
export function optional<T>(decode: Decoder<T>): Decoder<T | undefined> {
  return (input) => (input === undefined || input === null ? succeed(undefined) : decode(input));
}

export function list<T>(decode: Decoder<T>): Decoder<readonly T[]> {
  return (input) => {
    if (!Array.isArray(input)) return wrong('a list', input);
    const items: T[] = [];
    for (let index = 0; index < input.length; index++) {
      const item = decode(input[index]);
      if (!item.ok) return within(`[${index}]`, item.error);
      items.push(item.value);
    }
    return succeed(items);
  };
}

export function pair<T>(decode: Decoder<T>): Decoder<readonly [T, T]> {
  const items = list(decode);
  return (input) => {
    const decoded = items(input);
    if (!decoded.ok) return decoded;
    const [first, second, ...more] = decoded.value;
    if (first === undefined || second === undefined || more.length > 0) return wrong('a list of two', input);
    return succeed([first, second]);
  };
}

/** An object used as a map; `__proto__` is no key of ours and is left out. */
export function mapOf<T>(decode: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
  return (input) => {
    if (!isObject(input)) return wrong('an object', input);
    const entries: [string, T][] = [];
    for (const [key, value] of Object.entries(input)) {
      if (key === '__proto__') continue;
      const decoded = decode(value);
      if (!decoded.ok) return within(`[${JSON.stringify(key)}]`, decoded.error);
      entries.push([key, decoded.value]);
    }
    return succeed(Object.fromEntries(entries));
  };
}

/**
 * An object with the fields of a shape. Fields that the shape does not name are kept as they are, so that what a
 * newer version wrote is written back.
 */
export function record<S extends Shape>(shape: S): Decoder<Fields<S>> {
  const fields = Object.entries(shape);
  return (input) => {
    if (!isObject(input)) return wrong('an object', input);
    const entries: [string, unknown][] = [];
    for (const [key, decode] of fields) {
      const decoded = decode(Object.hasOwn(input, key) ? input[key] : undefined);
      if (!decoded.ok) return within(`.${key}`, decoded.error);
      if (decoded.value !== undefined) entries.push([key, decoded.value]);
    }
    for (const key of Object.keys(input)) {
      if (key === '__proto__' || Object.hasOwn(shape, key)) continue;
      if (isDeeper(input[key], deepest)) return within(`.${key}`, tooDeep);
      entries.push([key, input[key]]);
    }
    // Every field of the shape was decoded above by its own decoder, and undefined ones are absent.
    return succeed(Object.fromEntries(entries) as Fields<S>);
  };
}

const tooDeep: Wrong = { path: '', expected: `at most ${deepest} levels`, found: 'more' };

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
