import type { Tally } from '../change/tally';
import type { Id } from '../model/identity';
import type { Pass } from '../model/pass';

/** The latest round in which the coder began or made any pass; 1 before the first. In time linear in the passes. */
export function latestRound({ passes }: Pick<Tally, 'passes'>, coder_id: Id): number {
  let latest = 1;
  for (const inside of passes.values())
    for (const pass of inside.values())
      if (pass.coder_id === coder_id && pass.round > latest) latest = pass.round;
  return latest;
}

/** The coder's pass over a document in a round; of several the one begun last. */
export function passInRound(
  { passes }: Pick<Tally, 'passes'>,
  document_id: Id,
  of: { readonly coder_id: Id; readonly round: number },
): Pass | undefined {
  let found: Pass | undefined;
  for (const pass of passes.get(document_id)?.values() ?? []) {
    if (pass.coder_id !== of.coder_id || pass.round !== of.round) continue;
    if (found === undefined || pass.started_at > found.started_at) found = pass;
  }
  return found;
}
