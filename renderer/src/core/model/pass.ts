import type { Id, Time } from './identity';

/** Says what was looked at. Done and nothing coded is 0; not done, or a code added since, is missing, never 0. */
export interface Pass {
  readonly id: Id;
  readonly document_id: Id;
  readonly coder_id: Id;
  readonly round: number;
  readonly code_ids: readonly Id[] | 'all';
  readonly codebook_rev: number;
  readonly scope_rev: number;
  readonly state: 'open' | 'done' | 'skipped';
  readonly started_at: Time;
  readonly done_at?: Time;
  readonly note?: string;
}
