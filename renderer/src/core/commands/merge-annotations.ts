import { describeAnchor } from '../anchor/describe-anchor';
import { compareAnnotations } from '../annotation-order';
import type { Annotation } from '../model/annotation';
import { fail, type Result, succeed } from '../result';
import { notOwn } from './batch';
import { annotationAt } from './code-target';
import type { CommandContext } from './command-context';
import { type PassageSurface, type Reshaped, tidySpan } from './move-boundary';
import { uniteAnnotations } from './unite-annotations';

export type MergeProblem =
  | 'too-few'
  /** A passage is contiguous, so that it lies in one text. */
  | 'several-documents'
  | 'no-passage'
  | 'other-coder'
  | 'other-round';

/**
 * Makes one passage of several of one document, from the first start to the last end, with what lies between. The
 * first of them stays, or the one that lies on the whole span already; `merged` names those that go.
 */
export function mergeAnnotations(
  surface: PassageSurface,
  chosen: readonly Annotation[],
  context: CommandContext,
): Result<Reshaped, MergeProblem> {
  const passages = [...new Map(chosen.map((each) => [each.id, each])).values()].sort(compareAnnotations);
  const [first] = passages;
  if (first === undefined || passages.length < 2) return fail('too-few');
  if (passages.some(({ document_id }) => document_id !== first.document_id)) return fail('several-documents');
  const foreign = passages.map((each) => notOwn(each, context)).find((reason) => reason !== null);
  if (foreign !== undefined) return fail(foreign);
  const targets = passages.flatMap(({ target }) => (target.kind === 'passage' ? [target] : []));
  if (targets.length < passages.length) return fail('no-passage');
  const span = tidySpan(surface.text, {
    start: Math.min(...targets.map(({ start }) => start)),
    end: Math.max(...targets.map(({ end }) => end)),
  });
  if (span === null) return fail('no-passage');
  const kept = annotationAt(surface.annotations, span, context) ?? first;
  const absorbed = passages.filter(({ id }) => id !== kept.id);
  const isThere =
    kept.target.kind === 'passage' && kept.target.start === span.start && kept.target.end === span.end;
  const target = isThere ? null : describeAnchor(surface.text, span);
  const { drafts, lost } = uniteAnnotations(surface, kept, absorbed, target, context);
  return succeed({ drafts, annotation_id: kept.id, span, merged: absorbed.map(({ id }) => id), lost });
}
