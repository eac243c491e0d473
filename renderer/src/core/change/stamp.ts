import type { ChangeDraft } from '../model/change';
import type { Id, Origin, Time } from '../model/identity';
import type { Applicable } from './apply';

/** What all changes of one commit have in common. */
export interface Stamp {
  readonly now: Time;
  /** IANA name of the time zone. */
  readonly tz: string;
  readonly project_id: Id;
  readonly coder_id: Id;
  readonly device_id: Id;
  readonly app: string;
  /** For drafts that name none of their own. */
  readonly origin: Origin;
  /** Joins these changes to a step begun by an earlier commit. */
  readonly batch_id?: Id;
  readonly newId: () => Id;
}

/**
 * Puts the journal's envelope round drafts. Several changes, or a named batch, carry one batch_id: they are one step
 * for undo. The sequence number is given by main when it appends.
 */
export function stamp(drafts: readonly ChangeDraft[], by: Stamp): readonly Applicable[] {
  const batch_id = by.batch_id ?? (drafts.length > 1 ? by.newId() : undefined);
  return drafts.map((draft) => ({
    v: 1,
    id: by.newId(),
    project_id: by.project_id,
    at: by.now,
    tz: by.tz,
    coder_id: by.coder_id,
    device_id: by.device_id,
    ...draft,
    origin: draft.origin ?? by.origin,
    ...(batch_id === undefined ? {} : { batch_id }),
    app: by.app,
  }));
}
