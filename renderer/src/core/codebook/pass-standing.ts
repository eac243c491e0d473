import type { Annotation } from '../model/annotation';
import type { Code } from '../model/code';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import type { Pass } from '../model/pass';
import type { Project } from '../model/project';

export type Standing =
  /** No pass was begun. */
  | 'unread'
  | 'open'
  | 'skipped'
  /** Done with all codes that were to be looked for, as they are now: nothing coded is 0. */
  | 'done'
  /** Done before a code was added or redefined: for that code, nothing coded is missing, not 0. */
  | 'done-older';

export interface PassStanding {
  readonly state: Standing;
  /** Codes in use now that were not in the codebook then, and so were not looked for. */
  readonly added: readonly Code[];
  /** Codes that were looked for under an older definition, or were archived meanwhile. */
  readonly redefined: readonly Code[];
}

/** How a pass stands to the codebook as it is now. A code of an older program, without `added_in`, counts as old. */
export function passStanding(pass: Pass | undefined, project: Project, codes: readonly Code[]): PassStanding {
  if (pass === undefined) return { state: 'unread', added: [], redefined: [] };
  if (pass.state !== 'done') return { state: pass.state, added: [], redefined: [] };
  if (pass.codebook_rev >= project.codebook_rev) return { state: 'done', added: [], redefined: [] };
  const { code_ids, codebook_rev } = pass;
  const used = codes.filter(({ kind, archived_at }) => kind === 'code' && archived_at === undefined);
  // A pass for certain codes says nothing of any other, neither then nor now.
  const looked = code_ids === 'all' ? used : used.filter(({ id }) => code_ids.includes(id));
  // A code that is named was looked for, whatever revision it came here with.
  const isAdded = ({ added_in = 0 }: Code): boolean => code_ids === 'all' && added_in > codebook_rev;
  const added = looked.filter(isAdded);
  const redefined = looked.filter(
    (code) => !isAdded(code) && (code.revised_in ?? 0) > Math.max(codebook_rev, code.added_in ?? 0),
  );
  return { state: added.length + redefined.length > 0 ? 'done-older' : 'done', added, redefined };
}

/**
 * Whether a pass states that there is nothing in the document: it is done, and the coder found no passage for the
 * codes that were looked for. `annotations`: of the document, any coder.
 */
export function foundNothing(pass: Pass, annotations: readonly Annotation[]): boolean {
  return (
    pass.state === 'done' &&
    !annotations.some(
      ({ document_id, coder_id, round, codings }) =>
        document_id === pass.document_id &&
        coder_id === pass.coder_id &&
        round === pass.round &&
        codings.some(({ code_id }) => pass.code_ids === 'all' || pass.code_ids.includes(code_id)),
    )
  );
}

/** How passes stand, asked often: those for all codes under one revision of the codebook stand alike. */
export function createStandings(
  project: Project,
  codes: readonly Code[],
): (pass: Pass | undefined) => PassStanding {
  const known = new Map<number, PassStanding>();
  return (pass) => {
    const isShared = pass?.state === 'done' && pass.code_ids === 'all';
    if (!isShared) return passStanding(pass, project, codes);
    const standing = known.get(pass.codebook_rev) ?? passStanding(pass, project, codes);
    known.set(pass.codebook_rev, standing);
    return standing;
  };
}

/** How far one coder is in one round, in documents. */
export interface CorpusProgress {
  readonly documents: number;
  readonly done: number;
  /** Done, but before a code was added or redefined. */
  readonly doneOlder: number;
  readonly open: number;
  readonly skipped: number;
  readonly unread: number;
}

/** Counts the documents by how they stand. `passes`: any coder's and round's; in time linear in both lists. */
export function corpusProgress(
  documents: readonly Pick<Document, 'id'>[],
  passes: Iterable<Pass>,
  project: Project,
  codes: readonly Code[],
  of: { readonly coder_id: Id; readonly round: number },
): CorpusProgress {
  const own = new Map<Id, Pass>();
  for (const pass of passes)
    if (pass.coder_id === of.coder_id && pass.round === of.round) own.set(pass.document_id, pass);
  const counts: Record<Standing, number> = { unread: 0, open: 0, skipped: 0, done: 0, 'done-older': 0 };
  const standingOf = createStandings(project, codes);
  for (const { id } of documents) counts[standingOf(own.get(id)).state] += 1;
  const { 'done-older': doneOlder, ...rest } = counts;
  return { documents: documents.length, doneOlder, ...rest };
}
