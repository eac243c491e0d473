import type { Id, Time } from './identity';

/** Who codes. The id is random and never derived from the name or the login. */
export interface Coder {
  readonly id: Id;
  readonly name: string;
  readonly initials?: string;
  readonly created_at: Time;
}
