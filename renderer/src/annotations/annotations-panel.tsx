import type { Id } from '@core/model/identity';
import type { AnnotationActions, AnnotationItem, MemoFocus } from './annotation-item';

export interface AnnotationsPanelProps {
  /** Of the open document, by `compareAnnotations`: those of the whole document first, then in text order. */
  readonly items: readonly AnnotationItem[];
  readonly inHand: Id | null;
  /** Whether the codebook holds any code. */
  readonly hasCodes: boolean;
  /** Set when the document was marked done: by whom and in which round. */
  readonly doneBy: { readonly initials: string; readonly round: number } | null;
  readonly onTake: (annotationId: Id) => void;
  readonly actions: AnnotationActions;
  readonly memoFocus: MemoFocus | null;
  /** Share of the height that the list has, in percent; remembered by the caller. */
  readonly listShare: number;
  readonly onListShare: (share: number) => void;
}

/** Region "Annotations": the list, and the annotation in hand below it. */
export function AnnotationsPanel(props: AnnotationsPanelProps) {
  return <section aria-label="Annotations">{props.items.length}</section>;
}
