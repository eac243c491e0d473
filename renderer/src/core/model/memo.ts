import type { Id, Time } from './identity';

export type MemoTargetKind = 'project' | 'document' | 'code' | 'annotation' | 'coding';

export interface MemoTarget {
  readonly kind: MemoTargetKind;
  readonly id: Id;
  /** The document of an annotation or coding, so that its memo is found and removed with it. */
  readonly document_id?: Id;
}

export interface Memo {
  readonly id: Id;
  readonly target: MemoTarget;
  readonly coder_id: Id;
  readonly markdown: string;
  /** The same without markup. */
  readonly text: string;
  readonly created_at: Time;
  readonly modified_at: Time;
}
