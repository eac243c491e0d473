import type { CopyPlace, PassageCopy } from '@core/copies/copy-places';
import { agencyOf, dateOf } from '@core/copies/earliest-first';
import { groupBy } from '@core/group-by';
import type { Annotation } from '@core/model/annotation';
import type { Attribute } from '@core/model/attribute';
import type { Document } from '@core/model/document';
import type { Id } from '@core/model/identity';
import type { Link } from '@core/model/link';
import type { CopyItem } from '../copies/copy-item';
import { formatDate } from '../ui/format-date';

interface Linked {
  /** The passage of which the one in hand is a copy, or was one. */
  readonly original: Id | undefined;
  /** Those of the other copies, to what they were copied from. */
  readonly links: readonly Link[];
  /** Annotations as far as they were looked up. */
  readonly known: ReadonlyMap<Id, Annotation | null | undefined>;
}

interface About {
  readonly documents: ReadonlyMap<Id, Document>;
  readonly attributes: readonly Attribute[];
  /** The place of each document when the earliest comes first. */
  readonly rank: ReadonlyMap<Id, number>;
  /** The open document. */
  readonly here: Id;
}

/** What the panel says of each place, earliest first. Nothing is ticked yet. */
export function copyItems(
  places: readonly (CopyPlace | PassageCopy)[],
  { original, links, known }: Linked,
  about: About,
): readonly CopyItem[] {
  const source = original === undefined ? undefined : known.get(original);
  // By document: a boilerplate sentence stands in thousands of them.
  const byDocument = groupBy(links, ({ from }) => known.get(from)?.document_id);
  const rankOf = ({ document_id }: CopyItem): number => about.rank.get(document_id) ?? 0;
  return places
    .map((place) => {
      const projected = 'projected' in place ? place.projected : undefined;
      if (projected === undefined)
        return itemOf(place, { state: 'shown', isAligned: false, span: place }, about);
      const isAligned = projected.kind !== 'lacking';
      const linked = byDocument.get(place.document_id)?.find(({ from }) => isAt(known.get(from), place));
      const state = isAt(source, place) ? 'original' : (linkedState(linked) ?? projected.kind);
      return itemOf(place, { state, isAligned, span: isAligned ? projected.span : place }, about);
    })
    .sort((one, other) => rankOf(one) - rankOf(other) || one.span.start - other.span.start);
}

function itemOf(
  place: CopyPlace,
  { state, isAligned, span }: Pick<CopyItem, 'state' | 'isAligned' | 'span'>,
  { documents, attributes, here }: About,
): CopyItem {
  const { document_id, similarity, differences } = place;
  const document = documents.get(document_id);
  const date = document === undefined ? undefined : dateOf(document, attributes);
  return {
    key: `${document_id} ${place.start}`,
    document_id,
    title: document?.title ?? '',
    date: date === undefined ? undefined : formatDate(date),
    agency: document === undefined ? undefined : agencyOf(document, attributes),
    isHere: document_id === here,
    span: { start: span.start, end: span.end },
    ...{ similarity, differences, state, isAligned },
    isTicked: false,
  };
}

function linkedState(link: Link | undefined): 'coded' | 'detached' | null {
  if (link === undefined) return null;
  return link.detached === true ? 'detached' : 'coded';
}

/** Whether an annotation lies in a place of its document. */
export function isAt(annotation: Annotation | null | undefined, place: CopyPlace): boolean {
  return (
    annotation?.document_id === place.document_id &&
    annotation.target.kind === 'passage' &&
    annotation.target.start < place.end &&
    annotation.target.end > place.start
  );
}
