import type { Id } from '../../model/identity';
import type { Link } from '../../model/link';
import type { FileLink } from '../json-schema';
import { byId } from '../snapshot-index';
import type { RefiCode, RefiText } from './refi-model';
import type { RefiStage } from './refi-stage';
import type { RefiTarget, StagedAnnotations } from './stage-refi-annotations';

/** A note, and one thing that it is about. */
export interface Attachment {
  readonly note: Id;
  readonly target: RefiTarget;
}

const linkKinds: readonly Link['kind'][] = ['copy', 'continues', 'contradicts', 'restates', 'quotes'];

/** NVivo ties a note to what it is about by a link, in either direction. */
export function linkedNote(
  { read, present }: RefiStage,
  staged: StagedAnnotations,
  from: Id | undefined,
  to: Id | undefined,
  notes: ReadonlyMap<Id, RefiText>,
): readonly Attachment[] {
  if (from === undefined || to === undefined || notes.has(from) === notes.has(to)) return [];
  const note = notes.has(from) ? from : to;
  const other = notes.has(from) ? to : from;
  const source = read.file.sources.find(({ guid }) => guid === other);
  const isCode = (codes: readonly RefiCode[]): boolean =>
    codes.some(({ guid, children }) => guid === other || isCode(children));
  const target: RefiTarget | undefined =
    staged.targets.get(other) ??
    (source !== undefined && read.resolved.has(other)
      ? { kind: 'document', id: other, user: source.user }
      : isCode(read.file.codes)
        ? { kind: 'code', id: other }
        : undefined);
  return [{ note, target: target ?? { kind: 'project', id: present.project.id } }];
}

/** Links between passages, of the kinds that are known here. */
export function stageRefiLinks(
  { read, present, report }: RefiStage,
  staged: StagedAnnotations,
): readonly FileLink[] {
  const notes = new Set(read.file.notes.map(({ guid }) => guid));
  const presentById = byId(present.links);
  return read.file.links.flatMap(({ guid, name, from, to }): readonly FileLink[] => {
    if (from !== undefined && to !== undefined && notes.has(from) !== notes.has(to)) return [];
    const start = staged.targets.get(from ?? '');
    const end = staged.targets.get(to ?? '');
    const kind = linkKinds.find((each) => each === name?.toLowerCase());
    if (start?.kind !== 'annotation' || end?.kind !== 'annotation') {
      report.note('left-out', 'link', { id: guid, name }, 'target-missing');
      return [];
    }
    if (kind === undefined) {
      report.note('left-out', 'link', { id: guid, name }, 'link-kind');
      return [];
    }
    // A link of the file is nobody's: one that is here keeps its coder.
    const user = presentById.get(guid)?.coder_id ?? start.user;
    return [
      { id: guid, from: start.id, to: end.id, kind, ...(user === undefined ? {} : { coder_id: user }) },
    ];
  });
}
