import type { Id } from '../../model/identity';
import { derivedId } from '../derived-id';
import type { FileMemo } from '../json-schema';
import { keepPresentMemo } from '../keep-present';
import { plainMemo } from '../plain-memo';
import { byId } from '../snapshot-index';
import type { RefiCode, RefiText } from './refi-model';
import { type RefiStage, timeIn } from './refi-stage';
import type { RefiTarget, StagedAnnotations } from './stage-refi-annotations';
import { type Attachment, linkedNote } from './stage-refi-links';

/** A note as text; its name goes before it unless the text begins with it anyway. */
function noteText(note: RefiText, content: string): string {
  const name = note.name?.replace(/\s*(?:…|\.\.\.)$/, '').trim() ?? '';
  const begin = content.replace(/\s+/g, ' ').trim();
  if (name === '' || begin.startsWith(name.replace(/\s+/g, ' '))) return content;
  return content.trim() === '' ? (note.name ?? '') : `${note.name ?? ''}\n\n${content}`;
}

/** Everything that can bear a note, with the notes it refers to; comments are told to `comment`. */
function attachments(
  stage: RefiStage,
  staged: StagedAnnotations,
  comment: (guid: Id, text: string, target: RefiTarget) => void,
): readonly Attachment[] {
  const { read, present, report } = stage;
  const found: Attachment[] = [];
  const attach = (notes: readonly Id[], target: RefiTarget | undefined): void => {
    for (const note of notes) {
      if (target !== undefined) found.push({ note, target });
      else report.note('left-out', 'memo', { id: note }, 'target-left-out');
    }
  };
  const project: RefiTarget = { kind: 'project', id: present.project.id };
  attach(read.file.noteRefs, project);
  if (read.file.description !== undefined) comment(present.project.id, read.file.description, project);
  const ofCode = (code: RefiCode): void => {
    attach(code.noteRefs, { kind: 'code', id: code.guid });
    code.children.forEach(ofCode);
  };
  read.file.codes.forEach(ofCode);
  for (const source of read.file.sources) {
    const isHere = read.resolved.has(source.guid);
    const target: RefiTarget = { kind: 'document', id: source.guid, user: source.user };
    attach(source.noteRefs, isHere ? target : undefined);
    if (source.description !== undefined && isHere) comment(source.guid, source.description, target);
    for (const { guid, noteRefs } of source.codings) attach(noteRefs, staged.targets.get(guid));
    for (const { guid, noteRefs, codings, description } of source.selections) {
      const passage = staged.targets.get(guid);
      attach(noteRefs, passage);
      if (description !== undefined && passage !== undefined) comment(guid, description, passage);
      for (const coding of codings) attach(coding.noteRefs, staged.targets.get(coding.guid));
    }
  }
  return found;
}

/** Notes and comments of the file as memos of ours. */
export function stageRefiMemos(stage: RefiStage, staged: StagedAnnotations): readonly FileMemo[] {
  const { read, present, report } = stage;
  const memos: FileMemo[] = [];
  const notes = new Map(read.file.notes.map((note) => [note.guid, note]));
  const presentById = byId(present.memos);
  const used = new Map<Id, number>();

  const memoOf = (id: Id, text: string, target: RefiTarget): FileMemo => ({
    id,
    target: {
      kind: target.kind,
      id: target.id,
      ...('document_id' in target ? { document_id: target.document_id } : {}),
    },
    markdown: plainMemo(text),
    text,
  });
  const attach = (note: RefiText, target: RefiTarget): void => {
    const resolved = read.resolved.get(note.guid);
    const content = stage.isOwn ? resolved?.raw : resolved?.text;
    const about = { id: note.guid, name: note.name };
    const times = used.get(note.guid) ?? 0;
    used.set(note.guid, times + 1);
    if (content === undefined && note.name === undefined) {
      report.note('left-out', 'memo', about, 'text-missing');
      return;
    }
    // A memo of ours is about one thing.
    if (times > 0) report.note('repaired', 'memo', about, 'note-copied');
    const id = times === 0 ? note.guid : derivedId('refi', note.guid, target.kind, target.id);
    const user = note.user ?? target.user;
    const { at } = timeIn(stage, note.at, 'memo', about);
    const { at: modified } = timeIn(stage, note.modifiedAt, 'memo', about);
    const text = stage.isOwn ? (content ?? '') : noteText(note, content ?? '');
    memos.push(
      keepPresentMemo(presentById.get(id), {
        ...memoOf(id, text, target),
        ...(user === undefined ? {} : { coder_id: user }),
        ...(at === undefined ? {} : { created_at: at }),
        ...(modified === undefined ? {} : { modified_at: modified }),
      }),
    );
    if (note.description !== undefined) {
      memos.push(memoOf(derivedId('refi', 'comment', id), note.description, target));
    }
  };
  const comment = (guid: Id, text: string, target: RefiTarget): void => {
    report.note('repaired', 'memo', { id: guid, name: text }, 'comment-made-memo');
    const { user } = target;
    memos.push({
      ...memoOf(derivedId('refi', 'comment', guid), text, target),
      ...(user === undefined ? {} : { coder_id: user }),
    });
  };

  const attached = [
    ...attachments(stage, staged, comment),
    ...read.file.links.flatMap((link) => linkedNote(stage, staged, link.from, link.to, notes)),
  ];
  for (const { note: guid, target } of attached) {
    const note = notes.get(guid);
    if (note !== undefined) attach(note, target);
    else report.note('left-out', 'memo', { id: guid }, 'target-missing');
  }
  const referred = notesReferred(stage);
  for (const note of read.file.notes) {
    if (used.has(note.guid) || referred.has(note.guid)) continue;
    report.note('repaired', 'memo', { id: note.guid, name: note.name }, 'note-free');
    attach(note, { kind: 'project', id: present.project.id });
  }
  return memos;
}

/** Notes that something in a source refers to, although that may have been left out. */
function notesReferred({ read }: RefiStage): ReadonlySet<Id> {
  const holders = read.file.sources.flatMap((source) => [
    source,
    ...source.codings,
    ...source.selections,
    ...source.selections.flatMap(({ codings }) => codings),
  ]);
  return new Set(holders.flatMap(({ noteRefs }) => noteRefs));
}
