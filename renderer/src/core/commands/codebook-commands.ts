import { keyFor } from '../codebook/code-key';
import { bySiblingOrder, withDescendants } from '../codebook/code-tree';
import { foldName } from '../codebook/fold-name';
import { nextAppearance } from '../codebook/hues';
import type { Annotation } from '../model/annotation';
import type { ChangeDraft, CodeFields } from '../model/change';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import type { Memo } from '../model/memo';
import type { Project } from '../model/project';
import { fail, type Result, succeed } from '../result';
import { removeCoding } from './code-target';
import type { CommandContext } from './command-context';
import { removeMemos } from './remove-memos';

export interface Codebook {
  readonly project: Project;
  readonly codes: readonly Code[];
}

export type CodebookProblem =
  | 'locked'
  | 'empty-name'
  | 'name-holds-separator'
  | 'name-taken'
  | 'own-descendant';

export interface CreatedCode {
  readonly drafts: readonly ChangeDraft[];
  /** The code at the end of the path; the one that is there already when it is. */
  readonly code: Code;
}

/** Fields whose change makes a new revision of the code: codings remember under which they were made. */
const revisedBy = ['name', 'description', 'include', 'exclude', 'parent_id'] as const;

/** What parts the levels of a path; a ">" within a word may be part of a name. */
const levels = /\s>\s/;

function codebookRevised(project: Project): ChangeDraft {
  return {
    kind: 'project.set',
    data: { id: project.id, fields: { codebook_rev: project.codebook_rev + 1 } },
    before: { fields: { codebook_rev: project.codebook_rev } },
  };
}

/** An archived code is out of sight, so that its name is free again. */
function sibling(codes: readonly Code[], parent: Id | null, name: string): Code | undefined {
  const wanted = foldName(name);
  return codes.find(
    (code) => code.parent_id === parent && code.archived_at === undefined && foldName(code.name) === wanted,
  );
}

function tidyName(name: string): string {
  return name.trim().replace(/\s+/g, ' ');
}

/**
 * Creates the code at a typed path, "parent > child", with those of its parents that are not there yet. `below`
 * is where the path starts. Where a folder has the name that a code is to have, or the other way round, the name is
 * taken.
 */
export function createCode(
  codebook: Codebook,
  typed: string,
  context: CommandContext,
  options: { readonly below?: Id | null; readonly kind?: Code['kind'] } = {},
): Result<CreatedCode, CodebookProblem> {
  if (codebook.project.codebook_locked === true) return fail('locked');
  const names = typed.split('>').map(tidyName);
  if (names.some((name) => name === '')) return fail('empty-name');
  let codes = codebook.codes;
  let parent = options.below ?? null;
  let last: Code | undefined;
  const added: Code[] = [];
  names.forEach((name, index) => {
    const isLast = index === names.length - 1;
    last = sibling(codes, parent, name);
    if (last === undefined) {
      last = {
        id: context.newId(),
        key: keyFor(name, new Set(codes.map(({ key }) => key))),
        name,
        parent_id: parent,
        order:
          1 + Math.max(0, ...codes.filter((code) => code.parent_id === parent).map(({ order }) => order)),
        kind: isLast ? (options.kind ?? 'code') : 'code',
        ...nextAppearance(codes.filter((code) => code.kind === 'code' && code.archived_at === undefined)),
        description: '',
        include: '',
        exclude: '',
        examples: [],
        rev: 1,
      };
      codes = [...codes, last];
      added.push(last);
    }
    parent = last.id;
  });
  if (last === undefined) return fail('empty-name');
  if (last.kind !== (options.kind ?? 'code')) return fail('name-taken');
  const drafts: ChangeDraft[] = added.map((code) => ({ kind: 'code.added', data: { code } }));
  return succeed({
    drafts: added.length > 0 ? [...drafts, codebookRevised(codebook.project)] : [],
    code: last,
  });
}

/**
 * Changes fields of a code; a change of meaning raises its revision and the codebook's, and a locked codebook refuses
 * it. Colour, mark and the order among siblings mean nothing and stay free.
 */
export function setCode(
  codebook: Codebook,
  code: Code,
  wanted: CodeFields,
): Result<readonly ChangeDraft[], CodebookProblem> {
  const name = typeof wanted.name === 'string' ? tidyName(wanted.name) : undefined;
  if (name !== undefined) {
    if (name === '') return fail('empty-name');
    if (levels.test(name)) return fail('name-holds-separator');
  }
  const parent = wanted.parent_id === undefined ? code.parent_id : wanted.parent_id;
  const others = codebook.codes.filter(({ id }) => id !== code.id);
  const isPlacedAnew = (name !== undefined && name !== code.name) || parent !== code.parent_id;
  if (isPlacedAnew && sibling(others, parent, name ?? code.name) !== undefined) return fail('name-taken');
  if (parent !== null && withDescendants(code.id, codebook.codes).has(parent)) return fail('own-descendant');
  const asked: CodeFields = name === undefined ? wanted : { ...wanted, name };
  const fields = Object.fromEntries(
    Object.entries(asked).filter(([key, value]) => (value ?? null) !== (fieldOf(code, key) ?? null)),
  );
  if (Object.keys(fields).length === 0) return succeed([]);
  const isRevised = revisedBy.some((key) => key in fields);
  if (isRevised && codebook.project.codebook_locked === true) return fail('locked');
  const data: CodeFields = isRevised ? { ...fields, rev: code.rev + 1 } : fields;
  const before: CodeFields = Object.fromEntries(
    Object.keys(data).map((key) => [key, fieldOf(code, key) ?? null]),
  );
  const draft: ChangeDraft = {
    kind: 'code.set',
    data: { id: code.id, fields: data },
    before: { fields: before },
  };
  return succeed(isRevised ? [draft, codebookRevised(codebook.project)] : [draft]);
}

function fieldOf(code: Code, key: string): unknown {
  return Object.entries(code).find(([name]) => name === key)?.[1];
}

/**
 * Deletes a code: its codings go, the passages stay (uncoded where it was the only code), its sub-codes take its
 * place among its siblings. `coded`: all annotations of the project that carry it; `memos`: those on the code and its codings.
 */
export function removeCode(
  codebook: Codebook,
  code: Code,
  coded: readonly Annotation[],
  memos: readonly Memo[],
): readonly ChangeDraft[] {
  const doomed = coded.flatMap((annotation) =>
    annotation.codings.filter(({ code_id }) => code_id === code.id).map((coding) => ({ annotation, coding })),
  );
  const codingIds = new Set(doomed.map(({ coding }) => coding.id));
  const memoDrafts = removeMemos(
    memos.filter(
      ({ target }) =>
        (target.kind === 'code' && target.id === code.id) ||
        (target.kind === 'coding' && codingIds.has(target.id)),
    ),
  );
  const lifted = liftedChildren(codebook.codes, code).map(
    ({ child, order }): ChangeDraft => ({
      kind: 'code.set',
      data: { id: child.id, fields: { parent_id: code.parent_id, order, rev: child.rev + 1 } },
      before: { fields: { parent_id: child.parent_id, order: child.order, rev: child.rev } },
    }),
  );
  return [
    ...memoDrafts,
    ...doomed.map(({ annotation, coding }) => removeCoding(annotation, annotation.codings, coding)),
    ...lifted,
    { kind: 'code.removed', data: { id: code.id }, before: { code } },
    codebookRevised(codebook.project),
  ];
}

/** The sub-codes in their order, with orders between the code's own and the next sibling's. */
function liftedChildren(
  codes: readonly Code[],
  code: Code,
): readonly { readonly child: Code; readonly order: number }[] {
  const children = codes.filter(({ parent_id }) => parent_id === code.id).sort(bySiblingOrder);
  const later = codes
    .filter(
      ({ id, parent_id, order }) => parent_id === code.parent_id && id !== code.id && order > code.order,
    )
    .map(({ order }) => order);
  const room = later.length === 0 ? children.length : Math.min(...later) - code.order;
  return children.map((child, n) => ({ child, order: code.order + (room * n) / children.length }));
}
