import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import type { Link } from '../model/link';
import type { CommandContext } from './command-context';

export function linkRemoved(link: Link): ChangeDraft {
  return { kind: 'link.removed', data: { id: link.id }, before: { link } };
}

/** What makes two links one: the same ends in the same direction, the same kind, the same coder. */
export function linkKey({ from, to, kind, coder_id }: Omit<Link, 'id'>): string {
  return `${kind} ${from} ${to} ${coder_id}`;
}

/**
 * Brings the links of annotations that go over to those that take them in, whoever made them. A link is put anew, since it
 * has no kind of change for its ends; one between the annotations that become one goes, and so does a second alike.
 */
export function repointLinks(
  links: readonly Link[],
  goes: ReadonlyMap<Id, Id>,
  context: Pick<CommandContext, 'newId'>,
): readonly ChangeDraft[] {
  const isMoving = ({ from, to }: Link): boolean => goes.has(from) || goes.has(to);
  const moving = links.filter(isMoving);
  if (moving.length === 0) return [];
  const known = new Set(links.filter((link) => !isMoving(link)).map(linkKey));
  return moving.flatMap((link) => {
    const moved = {
      ...link,
      from: goes.get(link.from) ?? link.from,
      to: goes.get(link.to) ?? link.to,
    };
    const key = linkKey(moved);
    if (moved.from === moved.to || known.has(key)) return [linkRemoved(link)];
    known.add(key);
    return [linkRemoved(link), { kind: 'link.added', data: { link: { ...moved, id: context.newId() } } }];
  });
}
