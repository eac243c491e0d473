import type { Id } from '../../model/identity';
import { canonicalId } from '../import-stage';

/** The context that every file must name: https://www.w3.org/TR/annotation-model/. */
export const w3cContext = 'http://www.w3.org/ns/anno.jsonld';

/** Ids as IRIs. */
export function iriOf(id: Id): string {
  return canonicalId(id) === null ? `urn:framewright:${encodeURIComponent(id)}` : `urn:uuid:${id}`;
}

/** The UUID in an IRI of ours, or in a bare one; null for another IRI. */
export function idOfIri(iri: string): Id | null {
  return canonicalId(iri.replace(/^urn:uuid:/i, ''));
}
