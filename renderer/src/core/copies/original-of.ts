import type { Id } from '../model/identity';
import type { Link } from '../model/link';

/** The passage of which another one is a copy that follows it; undefined for one that is no copy, or was detached. */
export function originalOf(links: readonly Link[], annotation_id: Id): Id | undefined {
  return links.find(
    ({ kind, from, detached }) => kind === 'copy' && from === annotation_id && detached !== true,
  )?.to;
}
