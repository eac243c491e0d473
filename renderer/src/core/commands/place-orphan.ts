import type { Annotation } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import type { Memo } from '../model/memo';
import type { Span } from '../model/span';
import { carryAnnotations } from './carry-annotations';
import { annotationAt } from './code-target';
import type { CommandContext } from './command-context';
import type { PassageSurface } from './move-boundary';
import { uniteAnnotations } from './unite-annotations';

export interface PlacedOrphan {
  readonly drafts: readonly ChangeDraft[];
  /** The annotation that lies there now. */
  readonly annotation_id: Id;
}

/**
 * Gives an annotation of an earlier version a place in a later one, which a person chose. Where the coder has one on
 * exactly that span already, both become one. One of a whole document goes over as it is. `memos`: those of the
 * earlier version.
 */
export function placeOrphan(
  surface: PassageSurface & { readonly document: Pick<Document, 'id' | 'text_sha256'> },
  orphan: Annotation,
  memos: readonly Memo[],
  span: Span,
  context: CommandContext,
): PlacedOrphan {
  const present = annotationAt(surface.annotations, span, context);
  if (present !== undefined && orphan.round === context.round) {
    const all = { ...surface, memos: [...surface.memos, ...memos] };
    const { drafts } = uniteAnnotations(all, present, [orphan], null, context);
    return { drafts, annotation_id: present.id };
  }
  const carried = { how: 'edited', span, score: 1 } as const;
  const all = [{ annotation: orphan, carried }];
  const { drafts } = carryAnnotations(surface.document, surface.text, all, memos);
  return { drafts, annotation_id: orphan.id };
}
