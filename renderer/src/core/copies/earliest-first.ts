import type { Attribute } from '../model/attribute';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';

type Dated = Pick<Document, 'id' | 'order' | 'values'>;

/** The date of a document as it is kept ("2022", "2022-01-19"); undefined where there is none. */
export function dateOf(
  document: Pick<Document, 'values'>,
  attributes: readonly Attribute[],
): string | undefined {
  return textOf(document, attributes, 'date');
}

/** The agency of a document; undefined where there is none. */
export function agencyOf(
  document: Pick<Document, 'values'>,
  attributes: readonly Attribute[],
): string | undefined {
  return textOf(document, attributes, 'agency');
}

/**
 * The place of each document when the earliest comes first: by date, of which a year alone stands before its months;
 * documents without a date last; in the order of the corpus where dates are the same.
 */
export function earliestFirst(
  documents: readonly Dated[],
  attributes: readonly Attribute[],
): ReadonlyMap<Id, number> {
  const dated = documents.map((document) => ({ document, date: dateOf(document, attributes) ?? '\uffff' }));
  dated.sort(
    (one, other) =>
      compareTexts(one.date, other.date) ||
      one.document.order - other.document.order ||
      compareTexts(one.document.id, other.document.id),
  );
  return new Map(dated.map(({ document }, at) => [document.id, at]));
}

function textOf(
  { values }: Pick<Document, 'values'>,
  attributes: readonly Attribute[],
  key: string,
): string | undefined {
  const attribute = attributes.find((one) => one.key === key);
  const value = attribute === undefined ? undefined : values[attribute.id]?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
