import { setCode } from '../commands/codebook-commands';
import {
  type Codebook,
  type CodebookProblem,
  codebookRevised,
  findSibling,
  isLocked,
  withRevision,
} from '../commands/codebook-rules';
import { setCodeFields } from '../commands/field-drafts';
import type { ChangeDraft, CodeFields } from '../model/change';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import { fail, type Result, succeed } from '../result';
import type { StagedCode, StagedCodebook } from './codebook-stage';

export interface ImportedCodebook {
  /** One step. */
  readonly drafts: readonly ChangeDraft[];
  readonly added: number;
  readonly changed: number;
  /** Codes that could not be made what the file says; they stay as they are. */
  readonly refused: readonly { readonly code: Code; readonly problem: CodebookProblem }[];
}

type Differing = Extract<StagedCode, { readonly kind: 'differs' }>;

/**
 * The changes that bring a staged codebook in: all new codes, and of those that differ the ones whose differences are
 * to be taken over (ids of codes here). A code that is changed in meaning gets a revision above its own, and the
 * file's where that is higher. The codebook is revised once.
 */
export function importCodebook(
  codebook: Codebook,
  staged: StagedCodebook,
  take: ReadonlySet<Id>,
): Result<ImportedCodebook, 'locked'> {
  const fresh = staged.codes.flatMap((each) => (each.kind === 'new' ? [each.code] : []));
  const differing = staged.codes.filter(
    (each): each is Differing => each.kind === 'differs' && take.has(each.code.id),
  );
  if (fresh.length + differing.length === 0)
    return succeed({ drafts: [], added: 0, changed: 0, refused: [] });
  if (isLocked(codebook)) return fail('locked');
  const drafts: ChangeDraft[] = fresh.map((code) => ({ kind: 'code.added', data: { code } }));
  const refused: { code: Code; problem: CodebookProblem }[] = [];
  let codes: readonly Code[] = [...codebook.codes, ...fresh];
  let changed = 0;
  let isRevised = fresh.length > 0;
  // A name or a place may become free only when another code has left it.
  let waiting: readonly Differing[] = differing;
  for (let last = -1; waiting.length > 0 && waiting.length !== last; ) {
    last = waiting.length;
    waiting = waiting.filter(({ code, taken }) => {
      const fields = fieldsTaken(code, taken);
      if (problemOf({ ...codebook, codes }, code, taken) !== null) return true;
      const all = revised(code, taken, fields, codebook);
      drafts.push(setCodeFields(code, all));
      if ('rev' in all || 'archived_at' in all) isRevised = true;
      codes = codes.map((each) => (each.id === code.id ? taken : each));
      changed += 1;
      return false;
    });
  }
  for (const { code, taken } of waiting) {
    const problem = problemOf({ ...codebook, codes }, code, taken);
    if (problem !== null) refused.push({ code, problem });
  }
  if (isRevised) drafts.push(codebookRevised(codebook.project));
  return succeed({
    drafts: drafts.length === 0 ? [] : drafts.map((draft) => ({ ...draft, origin: 'import' })),
    added: fresh.length,
    changed,
    refused,
  });
}

/** Why a code cannot become what the file says; null where it can. */
function problemOf(codebook: Codebook, code: Code, taken: Code): CodebookProblem | null {
  const others = codebook.codes.filter(({ id }) => id !== code.id);
  const isBack = code.archived_at !== undefined && taken.archived_at === undefined;
  if (isBack && findSibling(others, taken.parent_id, taken.name) !== undefined) return 'name-taken';
  const outcome = setCode(codebook, code, fieldsTaken(code, taken));
  return outcome.ok ? null : outcome.error;
}

function fieldsTaken(code: Code, taken: Code): CodeFields {
  const now = new Map<string, unknown>(Object.entries(code));
  const then = new Map<string, unknown>(Object.entries(taken));
  const names = new Set([...now.keys(), ...then.keys()]);
  names.delete('rev');
  return Object.fromEntries(
    [...names]
      .filter((name) => now.get(name) !== then.get(name))
      .map((name) => [name, then.get(name) ?? null]),
  );
}

function revised(code: Code, taken: Code, fields: CodeFields, { project }: Codebook): CodeFields {
  const all = withRevision(code, fields, project);
  if (all.rev !== undefined && all.rev !== null) return { ...all, rev: Math.max(all.rev, taken.rev) };
  return 'archived_at' in fields && fields.archived_at === null
    ? { ...all, revised_in: project.codebook_rev + 1 }
    : all;
}
