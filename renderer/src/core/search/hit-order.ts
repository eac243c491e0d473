/** The order in which hits are listed, and what they are grouped under. */
import { attributeValue } from '../corpus/attribute-value';
import type { AttributeType } from '../model/attribute';
import type { Id } from '../model/identity';
import { valueWords } from '../query/attribute-condition';
import { compareValueWords } from '../query/value-order';
import type { HitList } from './hit-list';

/** `likeness`: of passages like another one, the likest first. */
export type HitSort = 'likeness' | 'document' | 'left' | 'hit' | 'right' | 'date';
export type HitGrouping =
  | { readonly by: 'none' }
  | { readonly by: 'document' }
  | { readonly by: 'attribute'; readonly attribute_id: Id };

export interface HitGroup {
  /** Id of the document, or the attribute's value; '' for what has none. */
  readonly key: string;
  /** Row at which it begins. */
  readonly from: number;
  readonly count: number;
  readonly documents: number;
}

export interface OrderedHits {
  /** Numbers of hits, row by row. A hit under two values stands twice. */
  readonly rows: Uint32Array;
  readonly groups: readonly HitGroup[];
}

export interface OrderSurface {
  readonly attributes: readonly {
    readonly id: Id;
    readonly key: string;
    readonly type: AttributeType;
    readonly choices?: readonly string[];
  }[];
  /** By the number of the hit; null where hits are not like anything. */
  readonly likeness?: Float64Array | null;
}

export function orderHits(
  hits: HitList,
  sort: HitSort,
  grouping: HitGrouping,
  { attributes, likeness = null }: OrderSurface,
): OrderedHits {
  const order =
    sort === 'likeness'
      ? likestFirst(hits, likeness)
      : sortedHits(hits, sort, attributes.find(({ key }) => key === 'date')?.id ?? '');
  if (grouping.by === 'none') return { rows: order, groups: [] };
  const keysOf = documentKeys(hits, grouping);
  const lists = new Map<string, number[]>();
  for (const number of order) {
    for (const key of keysOf(hits.documentOf(number))) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [number]);
      else list.push(number);
    }
  }
  const inOrder = [...lists];
  if (grouping.by === 'attribute') {
    const choices = attributes.find(({ id }) => id === grouping.attribute_id)?.choices ?? [];
    inOrder.sort(([one], [other]) => compareValueWords(one, other, choices));
  } else inOrder.sort(([, [one = 0]], [, [other = 0]]) => hits.documentOf(one) - hits.documentOf(other));
  const rows = new Uint32Array(inOrder.reduce((sum, [, { length }]) => sum + length, 0));
  let from = 0;
  const groups = inOrder.map(([key, numbers]): HitGroup => {
    rows.set(numbers, from);
    const documents = new Set(numbers.map((number) => hits.documentOf(number))).size;
    const group = { key, from, count: numbers.length, documents };
    from += numbers.length;
    return group;
  });
  return { rows, groups };
}

function documentKeys(hits: HitList, grouping: HitGrouping): (document: number) => readonly string[] {
  const known = new Map<number, readonly string[]>();
  return (document) => {
    let keys = known.get(document);
    if (keys === undefined) {
      const entry = hits.entryOf(document);
      const values =
        grouping.by === 'attribute'
          ? valueWords(entry && attributeValue(entry.document, grouping.attribute_id))
          : [];
      const id = entry?.document.id ?? '';
      keys = grouping.by === 'document' ? [id] : values.length === 0 ? [''] : [...new Set(values)];
      known.set(document, keys);
    }
    return keys;
  };
}

function likestFirst(hits: HitList, likeness: Float64Array | null): Uint32Array {
  const order = Uint32Array.from({ length: hits.size }, (_, number) => number);
  if (likeness === null) return order;
  return order.sort((one, other) => (likeness[other] ?? 0) - (likeness[one] ?? 0) || one - other);
}

/** UTF-16 units of context that decide the order; what is alike so far stays in the order of the corpus. */
const compared = 48;

function sortedHits(hits: HitList, sort: HitSort, date: Id): Uint32Array {
  const order = Uint32Array.from({ length: hits.size }, (_, number) => number);
  if (sort === 'document') return order;
  const keys = Array.from(order, (number) => sortKey(hits, number, sort, date));
  return order.sort((one, other) => {
    const [key = '', otherKey = ''] = [keys[one], keys[other]];
    if (key === otherKey) return one - other;
    return key < otherKey ? -1 : 1;
  });
}

function sortKey(hits: HitList, number: number, sort: HitSort, date: Id): string {
  const hit = hits.at(number);
  const text = hit?.entry.content?.text ?? '';
  if (hit === undefined) return '';
  switch (sort) {
    case 'date':
      // Without a date: last.
      return valueWords(attributeValue(hit.entry.document, date))[0] ?? '\uffff';
    case 'hit':
      return words(text.slice(hit.start, Math.min(hit.end, hit.start + compared))).join(' ');
    case 'right':
      return words(text.slice(hit.end, hit.end + compared)).join(' ');
    case 'left':
      // By the word next to the hit, then the one before it.
      return words(text.slice(Math.max(0, hit.start - compared), hit.start))
        .reverse()
        .join(' ');
    case 'document':
    case 'likeness':
      return '';
  }
}

/** Cheap on purpose: it is asked of every hit. */
const between = /[\s.,;:!?"'“”„‘’‚«»‹›…()[\]{}/–—-]+/;
const beyondAscii = /[^\0-\x7f]/;
/** Accents, and signs that nobody sees: "élan" comes before "essay". */
const apart = /[\u0300-\u036f\u00ad\u200b\u2060\ufeff]/g;

function words(text: string): string[] {
  const lower = text.toLowerCase();
  const plain = beyondAscii.test(lower) ? lower.normalize('NFD').replace(apart, '') : lower;
  return plain.split(between).filter((word) => word !== '');
}
