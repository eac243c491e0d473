import type { Id } from './identity';

/** Somebody who speaks: "the envoy" and "the ambassador" are aliases of one actor. */
export interface Actor {
  readonly id: Id;
  readonly name: string;
  readonly kind: 'person' | 'organisation' | 'state' | 'group' | 'medium';
  readonly member_of?: Id;
  readonly aliases: readonly string[];
}
