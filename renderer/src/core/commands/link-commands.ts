import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import type { Link } from '../model/link';
import { fail, type Result, succeed } from '../result';
import type { CommandContext } from './command-context';
import { linkKey, linkRemoved } from './repoint-links';

export type LinkKind = Link['kind'];

/** The kinds a person sets; `copy` is set where a reprint is confirmed. */
export const linkKinds = [
  'continues',
  'contradicts',
  'restates',
  'quotes',
  'copy',
] as const satisfies readonly LinkKind[];

export type LinkProblem = 'self-link' | 'linked-already';

/**
 * Links one annotation to another: `from` continues, contradicts, restates or quotes `to`. The other direction is
 * another link. `links`: at least all of `from`.
 */
export function addLink(
  links: readonly Link[],
  from: Id,
  to: Id,
  kind: LinkKind,
  context: CommandContext,
): Result<readonly ChangeDraft[], LinkProblem> {
  if (from === to) return fail('self-link');
  const link: Link = { id: context.newId(), from, to, kind, coder_id: context.coder_id };
  const key = linkKey(link);
  if (links.some((other) => linkKey(other) === key)) return fail('linked-already');
  return succeed([{ kind: 'link.added', data: { link } }]);
}

/** Takes a link away; the annotations at its ends stay. */
export function removeLink(link: Link): readonly ChangeDraft[] {
  return [linkRemoved(link)];
}

/** One link as seen from one of its ends. */
export interface LinkEnd {
  readonly link: Link;
  /** `out`: the annotation continues, contradicts ... the other; `in`: the other does so to it. */
  readonly direction: 'out' | 'in';
  readonly other: Id;
}

/** The links of an annotation both ways, those that begin at it first, each in the order of `linkKinds`. */
export function linksOf(annotation: Id, links: readonly Link[]): readonly LinkEnd[] {
  const outgoing = links
    .filter(({ from }) => from === annotation)
    .map((link): LinkEnd => ({ link, direction: 'out', other: link.to }));
  const incoming = links
    .filter(({ to }) => to === annotation)
    .map((link): LinkEnd => ({ link, direction: 'in', other: link.from }));
  return [...outgoing.sort(byKind), ...incoming.sort(byKind)];
}

/** The same for every annotation that has any, looking at each link once. */
export function linksByAnnotation(links: readonly Link[]): ReadonlyMap<Id, readonly LinkEnd[]> {
  const byEnd = new Map<Id, Link[]>();
  for (const link of links) {
    for (const end of new Set([link.from, link.to])) {
      const others = byEnd.get(end);
      if (others === undefined) byEnd.set(end, [link]);
      else others.push(link);
    }
  }
  return new Map([...byEnd].map(([id, own]) => [id, linksOf(id, own)]));
}

function byKind(one: LinkEnd, other: LinkEnd): number {
  const order = linkKinds.indexOf(one.link.kind) - linkKinds.indexOf(other.link.kind);
  return order !== 0 ? order : Number(one.link.id > other.link.id) - Number(one.link.id < other.link.id);
}
