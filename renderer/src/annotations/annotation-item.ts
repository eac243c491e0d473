import type { ChosenAlias } from '@core/commands/speaker-entry';
import type { Annotation, Coding, Stance, Voice } from '@core/model/annotation';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import type { Memo, MemoTarget } from '@core/model/memo';
import type { ReactNode } from 'react';

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
  /** Only one's own, of the round that is worked in, can be changed. */
  readonly isOwn: boolean;
  /** One's own, but of another round. */
  readonly isOtherRound?: boolean;
  readonly coderName: string;
}

/** Where the inspector shows memos; the editor is a feature of its own, which `app/` hands over. */
export interface MemoSlot {
  readonly target: MemoTarget;
  /** Also its accessible name: "Memo", "Coding memo". */
  readonly label: string;
  /** The label is read out but not shown. */
  readonly isLabelHidden: boolean;
  readonly placeholder: string;
  readonly isReadOnly: boolean;
  /** A new object asks for the focus. */
  readonly focus: object | null;
}

export type RenderMemo = (slot: MemoSlot) => ReactNode;

/** A wish that a memo takes the focus. A new object for each press of `m`: each is granted once. */
export interface MemoFocus {
  readonly annotationId: Id;
}

/** A wish that "Speaker" takes the focus; the same for `w`. */
export interface SpeakerFocus {
  readonly annotationId: Id;
  /** Others that are chosen with it: what is stated here is stated for them too. */
  readonly also: readonly Annotation[];
}

/** What can be done with the annotation in hand. */
export interface AnnotationActions {
  readonly onRemove: (annotationId: Id) => void;
  readonly onRemoveCoding: (annotationId: Id, codingId: Id) => void;
  readonly onUnsure: (annotationId: Id, codingId: Id, unsure: boolean) => void;
  /** Takes what a search coded for good. */
  readonly onAccept: (annotationId: Id) => void;
  readonly onStance: (annotationId: Id, codingId: Id, stance: Stance | null) => void;
  /** Keeps typed speakers, "outer > inner", and an alias that was chosen; false where they cannot be kept. */
  readonly onSpeaker: (annotationId: Id, typed: string, alias: ChosenAlias | null) => boolean;
  /** The field was left, or what was typed is kept. */
  readonly onSpeakerEnd: () => void;
  /** Shows all speakers of the project, this one first; null chooses none. */
  readonly onSpeakers: (actorId: Id | null) => void;
  readonly onVoice: (annotationId: Id, voice: Voice | null) => void;
  /** Makes one passage of the annotation and the next. */
  readonly onJoin: () => void;
  /** Back to the text. */
  readonly onLeave: () => void;
  /** Opens the palette for the annotation in hand. */
  readonly onAddCode: () => void;
}
