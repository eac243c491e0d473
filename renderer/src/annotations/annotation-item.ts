import type { Annotation, Coding, Stance } from '@core/model/annotation';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import type { Memo } from '@core/model/memo';

export interface CodingItem {
  readonly coding: Coding;
  /** Absent when the codebook no longer holds it. */
  readonly code: Code | undefined;
  readonly memo?: Memo | undefined;
}

/** An annotation with what hangs on it, as the list and the inspector show it. */
export interface AnnotationItem {
  readonly annotation: Annotation;
  readonly codings: readonly CodingItem[];
  readonly memo: Memo | undefined;
  /** Only one's own can be changed. */
  readonly isOwn: boolean;
  readonly coderName: string;
}

export interface MemoContent {
  readonly markdown: string;
  /** The same without markup. */
  readonly text: string;
}

/** A wish that a memo takes the focus. A new object for each press of `m`: each is granted once. */
export interface MemoFocus {
  readonly annotationId: Id;
}

/** What can be done with the annotation in hand. */
export interface AnnotationActions {
  readonly onRemove: (annotationId: Id) => void;
  readonly onRemoveCoding: (annotationId: Id, codingId: Id) => void;
  readonly onUnsure: (annotationId: Id, codingId: Id, unsure: boolean) => void;
  readonly onStance: (annotationId: Id, codingId: Id, stance: Stance | null) => void;
  /** Opens the palette for the annotation in hand. */
  readonly onAddCode: () => void;
  readonly onMemo: (annotationId: Id, content: MemoContent) => void;
  readonly onCodingMemo: (annotationId: Id, codingId: Id, content: MemoContent) => void;
  /** Escape in a memo: the focus goes back to the reader. */
  readonly onLeaveMemo: () => void;
}
