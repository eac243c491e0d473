import type { Document } from '../../model/document';
import type { Sha256 } from '../../model/identity';
import { fail, type Result, succeed } from '../../result';
import { type CodePointIndex, indexCodePoints } from '../../text/code-points';
import type { Reason } from '../import-report';
import type { ProjectSnapshot } from '../project-snapshot';
import { sourceFinder } from './find-source';
import { type PlacedSpan, placeTarget } from './place-target';
import type { W3cTarget } from './w3c-model';

/** Where a target stands in the project. */
export interface PlacedTarget {
  readonly document: Document;
  /** null for the whole document. */
  readonly span: PlacedSpan | null;
}

/** Finds the one document and place that a target can mean, or says why there is none. */
export function targetPlacer(
  present: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
): (target: W3cTarget) => Result<PlacedTarget, Reason> {
  const candidatesOf = sourceFinder(present.documents);
  const counted = new Map<Sha256, CodePointIndex>();
  const codePointsOf = (hash: Sha256, text: string): CodePointIndex => {
    const index = counted.get(hash) ?? indexCodePoints(text);
    counted.set(hash, index);
    return index;
  };
  return (target) => {
    const { documents, trusted } = candidatesOf(target);
    const placed: PlacedTarget[] = [];
    let problem: Reason = 'document-missing';
    for (const document of documents) {
      const { text_sha256 } = document;
      const text = texts.get(text_sha256);
      if (!target.hasSelector) placed.push({ document, span: null });
      else if (text === undefined) problem = 'text-missing';
      else {
        const span = placeTarget(text, codePointsOf(text_sha256, text), target, trusted);
        if (span.ok) placed.push({ document, span: span.value });
        else problem = span.error;
      }
    }
    const [first] = placed;
    if (first === undefined) return fail(problem);
    return placed.length > 1 ? fail('document-ambiguous') : succeed(first);
  };
}
