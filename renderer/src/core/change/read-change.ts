import type { Change } from '../model/change';
import { isObject } from './shapes';

/**
 * A change as it stands in the journal, or null where even the envelope cannot be read. The body is not looked at:
 * kinds of a newer minor version pass through and are left alone by whoever does not know them.
 */
export function readChange(json: unknown): Change | null {
  if (!isObject(json)) return null;
  const { id, kind, seq, at, coder_id, batch_id, undoes } = json;
  const named = [id, kind, at, coder_id].every((value) => typeof value === 'string');
  const grouped = [batch_id, undoes].every((value) => value === undefined || typeof value === 'string');
  if (!named || !grouped || typeof seq !== 'number') return null;
  // What apply, invert and touches need of the body they check themselves, by `fits`.
  return json as unknown as Change;
}
