import type { Id } from './identity';

/** From one annotation to another. */
export interface Link {
  readonly id: Id;
  readonly from: Id;
  readonly to: Id;
  readonly kind: 'copy' | 'continues' | 'contradicts' | 'restates' | 'quotes';
  readonly coder_id: Id;
  readonly detached?: boolean;
}
