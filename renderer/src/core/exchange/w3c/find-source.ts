import type { Document } from '../../model/document';
import type { W3cTarget } from './w3c-model';
import { idOfIri } from './w3c-names';

export interface SourceCandidates {
  readonly documents: readonly Document[];
  /** The text is known to be the one that was annotated: a position alone can be believed. */
  readonly trusted: boolean;
}

function decoded(iri: string): string {
  try {
    return decodeURIComponent(iri.replace(/[?#].*$/, ''));
  } catch {
    return iri;
  }
}

function hasPath(document: Document, path: string): boolean {
  const own = document.path;
  return own !== '' && (path === own || path.endsWith(`/${own}`) || own.endsWith(`/${path}`));
}

/** Those of several that are meant: of this id, else path, else title, else all. */
function narrowed(documents: readonly Document[], { iri, path, title }: W3cTarget): readonly Document[] {
  const id = iri === undefined ? null : idOfIri(iri);
  for (const isMeant of [
    (document: Document) => document.id === id,
    (document: Document) => path !== undefined && hasPath(document, path),
    (document: Document) => title !== undefined && document.title === title,
  ]) {
    const meant = documents.filter(isMeant);
    if (meant.length > 0) return meant;
  }
  return documents;
}

/** Documents that a target may be about: by the hash of the text, else id, else path, else title. */
export function sourceFinder(documents: readonly Document[]): (target: W3cTarget) => SourceCandidates {
  const byHash = new Map<string, Document[]>();
  for (const document of documents) {
    const same = byHash.get(document.text_sha256);
    if (same) same.push(document);
    else byHash.set(document.text_sha256, [document]);
  }
  // Most annotations of a file are about few sources.
  const known = new Map<string, SourceCandidates>();
  return (target) => {
    const { iri, hash, title, path } = target;
    const key = JSON.stringify([iri, hash, title, path]);
    const found = known.get(key) ?? candidatesOf(target);
    known.set(key, found);
    return found;
  };

  function candidatesOf(target: W3cTarget): SourceCandidates {
    const { iri, hash, title, path } = target;
    const ofHash = hash === undefined ? undefined : byHash.get(hash);
    if (ofHash !== undefined) return { documents: narrowed(ofHash, target), trusted: true };
    const id = iri === undefined ? null : idOfIri(iri);
    const ofId = documents.filter((document) => document.id === id);
    // With another hash it is another version of the text: its quote must stand there.
    if (ofId.length > 0) return { documents: ofId, trusted: hash === undefined };
    const paths = [...(path === undefined ? [] : [path]), ...(iri === undefined ? [] : [decoded(iri)])];
    const ofPath = documents.filter((document) => paths.some((each) => hasPath(document, each)));
    if (ofPath.length > 0) return { documents: ofPath, trusted: false };
    return {
      documents: title === undefined ? [] : documents.filter((document) => document.title === title),
      trusted: false,
    };
  }
}
