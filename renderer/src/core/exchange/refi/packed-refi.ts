import { blockKinds } from '../../model/block';
import { fail, type Result, succeed } from '../../result';
import type { FieldKey, ParsedStructure } from '../../structure/parsed-structure';
import {
  count,
  type Decoder,
  either,
  finite,
  flag,
  list,
  mapOf,
  oneOf,
  optional,
  pair,
  record,
  text,
  type Wrong,
} from '../json-decoder';
import type { PositionReading } from './detect-dialect';
import { type ReadRefi, readRefiProject } from './read-project';
import type { NotRefi } from './read-refi';
import type { SourceFiles } from './resolve-texts';
import type { XmlElement } from './xml-element';

/** A REFI file as the sandbox hands it over: unpacked, its XML parsed, and what takes long worked out. */
export interface PackedRefi {
  readonly root: XmlElement;
  readonly files: SourceFiles;
  /** Characters that XML forbids, and that were taken out. */
  readonly removed: number;
  readonly positions: PositionReading;
  /** Blocks, sentences and title by text, of each text of the file. */
  readonly structures: ReadonlyMap<string, ParsedStructure>;
}

export interface UnpackedRefi {
  readonly read: ReadRefi;
  readonly structures: ReadonlyMap<string, ParsedStructure>;
}

export function packRefi({ root, files, removed, positions, structures }: PackedRefi): string {
  return JSON.stringify({ root, files: [...files], removed, positions, structures: [...structures] });
}

const element: Decoder<XmlElement> = record({
  name: text,
  attributes: mapOf(text),
  children: list((input) => element(input)),
  text,
});

const positions = record({
  unit: oneOf('code-point', 'utf-16'),
  lineEnd: oneOf('as-is', 'one', 'two'),
  mark: oneOf('skipped', 'counted'),
  end: oneOf('exclusive', 'inclusive'),
  matched: count,
  named: count,
  decidedBy: oneOf('names', 'origin', 'standard'),
});

const value = record({
  value: either(
    either(text, finite, 'a text or a number'),
    either(flag, list(text), 'a flag or a list of texts'),
    'a value',
  ),
  precision: optional(oneOf('day', 'month', 'year')),
  evidence: optional(list(pair(count))),
  confidence: optional(finite),
  state: oneOf('suggested', 'accepted', 'edited'),
});

const structure = record({
  title: text,
  blocks: list(record({ start: count, end: count, kind: oneOf(...blockKinds), in_scope: flag })),
  sentences: list(pair(count)),
  segmenter: record({ icu: text, rules_rev: count }),
  words: count,
  values: record({
    date: optional(value),
    agency: optional(value),
    place: optional(value),
    publisher: optional(value),
    issuer: optional(value),
    byline: optional(value),
    section: optional(value),
    stated_length: optional(value),
    language: optional(value),
  } satisfies Readonly<Record<FieldKey, Decoder<unknown>>>),
});

/** A list of two of different kinds. */
function entry<T>(decode: Decoder<T>): Decoder<readonly [string, T]> {
  return (input) => {
    const items: readonly unknown[] = Array.isArray(input) ? input : [];
    const [key, held, ...more] = items;
    if (typeof key !== 'string' || more.length > 0) {
      return fail({ path: '', expected: 'a name with what it holds', found: typeof input });
    }
    const decoded = decode(held);
    return decoded.ok ? succeed([key, decoded.value]) : decoded;
  };
}

const packed = record({
  root: element,
  files: list(entry(text)),
  removed: count,
  positions,
  structures: list(entry(structure)),
});

/** What the sandbox handed over is as little to be trusted as the file: every part of it is checked. */
export function unpackRefi(json: string): Result<UnpackedRefi, NotRefi | Wrong> {
  const decoded = packed(JSON.parse(json));
  if (!decoded.ok) return decoded;
  const { root, files, removed, positions, structures } = decoded.value;
  const read = readRefiProject(root, new Map(files), { removed, positions });
  return read.ok ? succeed({ read: read.value, structures: new Map(structures) }) : read;
}
