import type { Annotation } from '../../model/annotation';
import type { Sha256 } from '../../model/identity';
import { indexCodePoints } from '../../text/code-points';
import { derivedId } from '../derived-id';
import type { ExportedFile, ExportStamp } from '../json-format';
import { type Loss, type LossList, lossList } from '../losses';
import { noteAnnotationLosses, noteRecordLosses } from '../note-losses';
import { plainMemo } from '../plain-memo';
import type { ProjectSnapshot } from '../project-snapshot';
import { indexSnapshot, type SnapshotIndex } from '../snapshot-index';
import { memosOf, w3cBodies } from './w3c-bodies';
import { iriOf, w3cContext } from './w3c-names';
import { w3cPerson } from './w3c-person';
import { type CountedText, w3cTarget } from './w3c-target';

export interface W3cOptions extends ExportStamp {
  /** Annotations a page. With it the collection and each of its pages is a file; without, all is one file. */
  readonly pageSize?: number;
}

export interface W3cExport {
  readonly files: readonly ExportedFile[];
  readonly losses: readonly Loss[];
}

type JsonObject = Readonly<Record<string, unknown>>;

function annotationWriter(
  index: SnapshotIndex,
  texts: ReadonlyMap<Sha256, string>,
  losses: LossList,
): (annotation: Annotation) => JsonObject {
  let last: { readonly hash: Sha256; readonly counted: CountedText | undefined } | undefined;
  // Annotations come document by document, so that one text at a time is counted.
  const countedText = (hash: Sha256): CountedText | undefined => {
    if (last?.hash === hash) return last.counted;
    const text = texts.get(hash);
    last = { hash, counted: text === undefined ? undefined : { text, codePoints: indexCodePoints(text) } };
    return last.counted;
  };
  return (annotation) => {
    const { id, coder_id, created_at, modified_at } = annotation;
    const document = index.documentById.get(annotation.document_id);
    const language = index.languageByDocument.get(annotation.document_id);
    const counted = countedText(annotation.text_sha256);
    const { target, placed } = w3cTarget(annotation, document, counted, language);
    if (!placed) losses.note('orphan', id);
    noteAnnotationLosses(losses, annotation, { extrasAsCodes: false });
    return {
      id: iriOf(id),
      type: 'Annotation',
      ...w3cBodies(index, annotation),
      target,
      creator: w3cPerson(index, coder_id),
      created: created_at,
      modified: modified_at,
    };
  };
}

/** What stands nowhere in annotations: the codebook's tree and definitions, texts, attributes, other memos. */
function noteLosses(losses: LossList, index: SnapshotIndex): void {
  noteRecordLosses(losses, index);
  const { attributes, links } = index.snapshot;
  for (const { id } of index.codes) losses.note('codebook', id);
  for (const { id } of index.documents) losses.note('text', id);
  for (const { id } of attributes) losses.note('attribute', id);
  for (const { id } of links) losses.note('link', id);
  const written = new Set(index.annotations.flatMap((annotation) => memosOf(index, annotation)));
  for (const memo of index.snapshot.memos) {
    if (!written.has(memo)) losses.note('memo', memo.id);
    else if (memo.markdown !== plainMemo(memo.text)) losses.note('memo-markup', memo.id);
    if (written.has(memo) && memo.target.kind === 'coding') losses.note('memo-moved', memo.id);
  }
}

function layOut(value: JsonObject): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/**
 * The annotations as a W3C AnnotationCollection (https://www.w3.org/TR/annotation-model/). Positions and quotes are
 * in code points of the frozen text, whose SHA-256 stands beside them. A page may only be embedded if it is the
 * first, so that a collection in one file has one page.
 */
export function exportW3c(
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  options: W3cOptions,
): W3cExport {
  const index = indexSnapshot(snapshot);
  const losses = lossList();
  noteLosses(losses, index);
  const items = index.annotations.map(annotationWriter(index, texts, losses));
  const total = items.length;
  const size = Math.max(1, options.pageSize ?? total);
  const starts = Array.from({ length: Math.ceil(total / size) }, (_, n) => n * size);
  const pageIri = (n: number): string => iriOf(derivedId('w3c-page', snapshot.project.id, String(n)));
  const collectionIri = iriOf(derivedId('w3c-collection', snapshot.project.id));
  const inOneFile = options.pageSize === undefined;
  const pages = starts.map(
    (startIndex, n): JsonObject => ({
      ...(inOneFile ? {} : { '@context': w3cContext }),
      id: pageIri(n),
      type: 'AnnotationPage',
      partOf: inOneFile ? collectionIri : { id: collectionIri, label: snapshot.project.name, total },
      startIndex,
      ...(n > 0 ? { prev: pageIri(n - 1) } : {}),
      ...(n < starts.length - 1 ? { next: pageIri(n + 1) } : {}),
      items: items.slice(startIndex, startIndex + size),
    }),
  );
  const collection: JsonObject = {
    '@context': w3cContext,
    id: collectionIri,
    type: 'AnnotationCollection',
    label: snapshot.project.name,
    created: snapshot.project.created_at,
    generator: { id: 'urn:framewright:program', type: 'Software', name: options.generator },
    generated: options.exported_at,
    total,
    // An empty collection has no pages, since a page must not be empty.
    ...(total === 0 ? {} : { first: inOneFile ? pages[0] : pageIri(0), last: pageIri(starts.length - 1) }),
  };
  const files = inOneFile
    ? [{ name: 'annotations.jsonld', content: layOut(collection) }]
    : [
        { name: 'collection.jsonld', content: layOut(collection) },
        ...pages.map((page, n) => ({ name: `page-${n + 1}.jsonld`, content: layOut(page) })),
      ];
  return { files, losses: losses.rows() };
}
