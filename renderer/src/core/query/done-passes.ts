import type { Id } from '../model/identity';
import type { Pass } from '../model/pass';
import type { IndexedDocument } from './passage-index';
import type { PassageQuery } from './passage-query';

/**
 * Whether a document was looked at for these codes: the last pass of the coder asked for, or of any coder, is done
 * and was made with them. Done and nothing coded is 0; not done is missing.
 */
export function isDoneWith(
  { passes }: IndexedDocument,
  { coder_id, round }: Pick<PassageQuery, 'coder_id' | 'round'>,
  code_ids: readonly Id[],
): boolean {
  if (passes.size === 0) return false;
  const last = new Map<Id, Pass>();
  for (const pass of passes.values()) {
    if (coder_id !== null && pass.coder_id !== coder_id) continue;
    if (round !== null && pass.round !== round) continue;
    const other = last.get(pass.coder_id);
    if (other === undefined || isLater(pass, other)) last.set(pass.coder_id, pass);
  }
  for (const { state, code_ids: looked } of last.values()) {
    if (state === 'done' && (looked === 'all' || code_ids.every((id) => looked.includes(id)))) return true;
  }
  return false;
}

function isLater(pass: Pass, than: Pass): boolean {
  if (pass.round !== than.round) return pass.round > than.round;
  if (pass.started_at !== than.started_at) return pass.started_at > than.started_at;
  return pass.id > than.id;
}
