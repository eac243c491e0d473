import { strToU8, unzipSync, zipSync } from 'fflate';

/** A whole number from 0 up to `below`, the same each time for the same seed. */
export type Random = (below: number) => number;

/** What parsers stumble over, whatever they parse. */
const tokens: readonly (string | Uint8Array)[] = [
  ...[
    '',
    '\0',
    '\uFEFF',
    '\u202E',
    '"',
    "'",
    '\\',
    '\\u0000',
    '<',
    '&',
    ']]>',
    '-->',
    '{',
    '}',
    '\r',
    ';',
    ',',
  ],
  ...['-1', '1e999', 'NaN', '2147483648', '9'.repeat(400), '18446744073709551616', '0.0000000001'],
  ...['[', '{"a":', '<b>', '{\\b ', '<< /A ', '<w:p>', '<div><table>'].map((part) => part.repeat(3000)),
  ...['<!DOCTYPE x [<!ENTITY a "b">]>', '&#x110000;', '&#0;', '&a;', '<?xml version="1.1"?>', '<![CDATA['],
  ...['__proto__', 'constructor', '../../etc/passwd', 'C:\\x', 'file:///etc/passwd', '=1+1', 'javascript:1'],
  ...[
    [0xed, 0xa0, 0x80],
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0xc0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
  ].map((each) => Uint8Array.from(each)),
  ...['x'.repeat(70_000), '\n'.repeat(5000), 'a\u0301'.repeat(3000)],
];

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const bytesOf = (token: string | Uint8Array): Uint8Array =>
  typeof token === 'string' ? strToU8(token) : token;

function span(bytes: Uint8Array, random: Random): readonly [from: number, to: number] {
  const from = random(bytes.length + 1);
  return [from, Math.min(bytes.length, from + random(random(4) === 0 ? bytes.length + 1 : 40))];
}

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const replaceAt = (bytes: Uint8Array, [from, to]: readonly [number, number], by: Uint8Array): Uint8Array =>
  joined(bytes.subarray(0, from), by, bytes.subarray(to));

/** One place that a pattern finds, in bytes read as letters, with something else in it. */
function replaceFound(bytes: Uint8Array, random: Random, pattern: RegExp, by: string | null): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const found = [...text.matchAll(pattern)];
  const chosen = found[random(Math.max(1, found.length))];
  if (chosen === undefined) return bytes;
  const other = found[random(found.length)]?.[0] ?? '';
  return Uint8Array.from(
    Buffer.from(
      text.slice(0, chosen.index) + (by ?? other) + text.slice(chosen.index + chosen[0].length),
      'latin1',
    ),
  );
}

const mutations: readonly Mutation[] = [
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random(bytes.length + 1)),
  (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    for (let n = random(12); n >= 0; n -= 1) {
      const at = random(Math.max(1, copy.length));
      copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
    }
    return copy;
  },
  (bytes, random) => replaceAt(bytes, span(bytes, random), new Uint8Array()),
  (bytes, random) => {
    const [from, to] = span(bytes, random);
    const times = random(5) === 0 ? 200 : 1;
    const part = bytes.subarray(from, Math.min(to, from + 2000));
    return replaceAt(bytes, [from, from], joined(...Array.from({ length: times }, () => part)));
  },
  (bytes, random, other) => {
    const [from, to] = span(other, random);
    return replaceAt(bytes, span(bytes, random), other.subarray(from, to));
  },
  (bytes, random) => {
    const at = random(bytes.length + 1);
    return replaceAt(bytes, [at, at], bytesOf(tokens[random(tokens.length)] ?? ''));
  },
  (bytes, random) => {
    const numbers = ['-1', '0', '4294967295', '99999999999999999999', '1e400', ''];
    return replaceFound(bytes, random, /\d+/g, numbers[random(numbers.length)] ?? '');
  },
  // A word, a tag or a name in the place of another.
  (bytes, random) => replaceFound(bytes, random, /[\w:.-]+/g, null),
  (bytes, random) => replaceFound(bytes, random, /<[^<>]*>|"[^"]*"|\\\w+|\/\w+/g, null),
  (bytes, random) => replaceFound(bytes, random, /<[^<>]*>|"[^"]*"|[{}[\]()]/g, ''),
  (bytes, random) => {
    const text = new TextDecoder().decode(bytes);
    const wide = Uint8Array.from(Buffer.from(text, 'utf16le'));
    const ways = [
      wide,
      joined(Uint8Array.of(0xff, 0xfe), wide),
      joined(Uint8Array.of(0xfe, 0xff), wide),
      joined(Uint8Array.of(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf), bytes),
      Uint8Array.from(Buffer.from(text, 'latin1')),
    ];
    return ways[random(ways.length)] ?? bytes;
  },
];

/** One to three changes of the bytes, knowing nothing but words, numbers, quotes and tags; `other` is spliced in. */
export function mutate(bytes: Uint8Array, random: Random, other: Uint8Array = bytes): Uint8Array {
  let changed = bytes;
  for (let n = random(3); n >= 0; n -= 1) {
    changed = mutations[random(mutations.length)]?.(changed, random, other) ?? changed;
  }
  return changed;
}

/** The same inside of an archive: its parts are changed, lost, swapped or renamed, and its checksums are right. */
export function mutateArchive(bytes: Uint8Array, random: Random, other: Uint8Array = bytes): Uint8Array {
  if (random(5) === 0) return mutate(bytes, random, other);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const pick = (): string => names[random(names.length)] ?? '';
  const [one, second] = [pick(), pick()];
  const content = parts[one] ?? new Uint8Array();
  switch (random(8)) {
    case 0:
      Reflect.deleteProperty(parts, one);
      break;
    case 1:
      parts[one] = parts[second] ?? content;
      parts[second] = content;
      break;
    case 2:
      Reflect.deleteProperty(parts, one);
      parts[['../x', one.toUpperCase(), `${one}\0`, `x/${one}`, '', 'C:\\x', '/x'][random(7)] ?? ''] =
        content;
      break;
    case 3:
      parts[`more/${one}`] = Uint8Array.from(bytes);
      break;
    default:
      parts[one] = Uint8Array.from(mutate(content, random, parts[second] ?? content));
  }
  return zipSync(parts, { level: 1 });
}

const values: readonly unknown[] = [
  ...[null, true, -1, 0, 1e308, 2 ** 53, 0.5, '', ' ', 'x'.repeat(5000), '\u0000', '\uD800', '../x'],
  ...[[], {}, [[]], [null], { id: null }, Array.from({ length: 300 }, () => 'a'), '2026-13-45T99:00:00Z'],
];

/** Every place in a value of JSON, as the thing that holds it and its name there. */
function placesIn(value: unknown): readonly (readonly [holder: object, key: string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [[value, key] as const, ...placesIn(Reflect.get(value, key))]);
}

/** One to three changes of what JSON says, which stays JSON: fields lost, of another type, doubled, from elsewhere. */
export function mutateJson(json: string, random: Random): string {
  const root: unknown = JSON.parse(json);
  for (let n = random(3); n >= 0; n -= 1) {
    const places = placesIn(root);
    const [holder, key] = places[random(Math.max(1, places.length))] ?? [{}, ''];
    const [from, name] = places[random(Math.max(1, places.length))] ?? [{}, ''];
    const now: unknown = Reflect.get(holder, key);
    const elsewhere = JSON.parse(JSON.stringify(Reflect.get(from, name) ?? null)) as unknown;
    switch (random(5)) {
      case 0:
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else Reflect.deleteProperty(holder, key);
        break;
      case 1:
        if (Array.isArray(holder)) holder.push(JSON.parse(JSON.stringify(now)));
        else Reflect.set(holder, `${key}_`, now);
        break;
      case 2:
        Reflect.set(holder, key, elsewhere);
        break;
      case 3:
        Reflect.set(holder, key, typeof now === 'number' ? -now * 1000 - 1 : [now]);
        break;
      default:
        Reflect.set(holder, key, values[random(values.length)]);
    }
  }
  return JSON.stringify(root);
}
