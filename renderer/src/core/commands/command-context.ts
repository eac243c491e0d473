import type { Id, Origin, Time } from '../model/identity';

/** What every command needs from outside: the pure core has no clock, no chance and no coder of its own. */
export interface CommandContext {
  readonly newId: () => Id;
  readonly now: Time;
  readonly coder_id: Id;
  readonly round: number;
  readonly origin: Origin;
}
