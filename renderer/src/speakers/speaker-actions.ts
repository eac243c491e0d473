import type { Actor } from '@core/model/actor';
import type { Id } from '@core/model/identity';

/** A speaker of the project, as the dialog lists it. */
export interface SpeakerItem {
  readonly actor: Actor;
  /** Annotations that name it; null while they are being counted. */
  readonly uses: number | null;
  /** Whether it can be removed: nothing names it and nobody belongs to it. */
  readonly canGo: boolean;
  /** What the open text calls it, perhaps, beside the names it has. */
  readonly offers: readonly string[];
}

/** What can be done with the speakers of a project. What cannot be kept is answered by a sentence that says why. */
export interface SpeakerActions {
  readonly onRename: (actorId: Id, typed: string) => string | null;
  readonly onKind: (actorId: Id, kind: Actor['kind']) => void;
  readonly onAddAlias: (actorId: Id, typed: string) => string | null;
  readonly onRemoveAlias: (actorId: Id, alias: string) => void;
  readonly onMerge: (goneId: Id, intoId: Id) => void;
  readonly onRemove: (actorId: Id) => void;
}
