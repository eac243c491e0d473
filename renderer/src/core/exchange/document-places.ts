import type { Block } from '../model/block';
import type { Structure } from '../model/document';
import type { Id, Sha256 } from '../model/identity';
import type { Span } from '../model/span';
import { lastStartingBy, paragraphsOf } from '../reading/reading-units';
import { indexCodePoints } from '../text/code-points';
import { countPlainWords } from '../text/count-plain-words';
import { countWords } from '../text/words';
import type { ProjectSnapshot } from './project-snapshot';

/** Answers where passages of one document stand; everything is computed once a document. */
export interface DocumentPlaces {
  /** Code points before an offset of UTF-16 units; none for an offset outside the text. */
  codePoint(offset: number): number | undefined;
  /** Kind of the first block the passage touches. */
  blockKind(span: Span): Block['kind'] | undefined;
  /** Number, from 1, of the first paragraph the passage touches. */
  paragraph(span: Span): number | undefined;
  /** Number, from 1, of the first frozen sentence the passage lies in or crosses. */
  sentence(span: Span): number | undefined;
  words(quote: string): number;
}

/** Index of the first span the passage touches; an empty passage touches the span that holds its place. */
export function firstTouched(spans: readonly Span[], { start, end }: Span): number {
  const before = lastStartingBy(spans, start);
  const candidate = spans[before];
  if (candidate !== undefined && start < candidate.end) return before;
  const next = spans[before + 1];
  return next !== undefined && next.start < end ? before + 1 : -1;
}

function placesOf(structure: Structure, text: string): DocumentPlaces {
  const sentences = structure.sentences.map(([start, end]) => ({ start, end }));
  const paragraphs = paragraphsOf(structure, text);
  const codePoints = indexCodePoints(text);
  const numbered = (index: number): number | undefined => (index < 0 ? undefined : index + 1);
  return {
    codePoint: (offset) => (offset >= 0 && offset <= text.length ? codePoints.fromUtf16(offset) : undefined),
    blockKind: (span) => structure.blocks[firstTouched(structure.blocks, span)]?.kind,
    paragraph: (span) => numbered(firstTouched(paragraphs, span)),
    sentence: (span) => numbered(firstTouched(sentences, span)),
    words: (quote) => countPlainWords(quote) ?? countWords(quote),
  };
}

/** Looks a document's places up, computing them when first asked for; none where text or structure is missing. */
export function documentPlaces(
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
): (document: Id) => DocumentPlaces | undefined {
  const structures = new Map(snapshot.structures.map((structure) => [structure.document_id, structure]));
  const hashes = new Map(snapshot.documents.map((document) => [document.id, document.text_sha256]));
  const known = new Map<Id, DocumentPlaces | undefined>();
  return (id) => {
    if (known.has(id)) return known.get(id);
    const text = texts.get(hashes.get(id) ?? '');
    const structure = structures.get(id);
    const places = text === undefined || structure === undefined ? undefined : placesOf(structure, text);
    known.set(id, places);
    return places;
  };
}
