import { keyFor } from '../codebook/code-key';
import { foldName } from '../codebook/fold-name';
import { nextAppearance } from '../codebook/hues';
import type { ChangeDraft, CodeFields } from '../model/change';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import type { Project } from '../model/project';

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

/** Fields whose change makes a new revision of the code: codings remember under which they were made. */
const revisedBy = ['name', 'description', 'include', 'exclude', 'parent_id'] as const;

/** What parts the levels of a path; a ">" within a word may be part of a name. */
export const levelSeparator = /\s>\s/;

export function isLocked({ project }: Codebook): boolean {
  return project.codebook_locked === true;
}

/** The codebook's next revision; belongs to every step that changes what its codes mean or which they are. */
export function codebookRevised(project: Project): ChangeDraft {
  return {
    kind: 'project.set',
    data: { id: project.id, fields: { codebook_rev: project.codebook_rev + 1 } },
    before: { fields: { codebook_rev: project.codebook_rev } },
  };
}

/** Whether setting these fields makes a new revision of a code. */
export function isRevision(fields: CodeFields): boolean {
  return revisedBy.some((key) => key in fields);
}

/** The fields with the revision that setting them makes, of the code and of the codebook it falls in. */
export function withRevision(code: Code, fields: CodeFields, project: Project): CodeFields {
  return isRevision(fields) ? { ...fields, rev: code.rev + 1, revised_in: project.codebook_rev + 1 } : fields;
}

/** The code of a name below a parent. An archived code is out of sight, so that its name is free again. */
export function findSibling(codes: readonly Code[], parent: Id | null, name: string): Code | undefined {
  const wanted = foldName(name);
  return codes.find(
    (code) => code.parent_id === parent && code.archived_at === undefined && foldName(code.name) === wanted,
  );
}

export function tidyName(name: string): string {
  return name.trim().replace(/\s+/g, ' ');
}

/** A name in tidy form, or why it cannot be one. */
export function checkName(name: string): { readonly name: string } | { readonly problem: CodebookProblem } {
  const tidy = tidyName(name);
  if (tidy === '') return { problem: 'empty-name' };
  return levelSeparator.test(tidy) ? { problem: 'name-holds-separator' } : { name: tidy };
}

/** A new code, with a key and a look of its own; the last of its siblings unless `fields` place it. */
export function newCode(
  { project, codes }: Codebook,
  id: Id,
  name: string,
  parent_id: Id | null,
  fields: Partial<Omit<Code, 'id' | 'name' | 'parent_id'>> = {},
): Code {
  const siblings = codes.filter((code) => code.parent_id === parent_id);
  return {
    id,
    key: keyFor(name, new Set(codes.map(({ key }) => key))),
    name,
    parent_id,
    order: 1 + Math.max(0, ...siblings.map(({ order }) => order)),
    kind: 'code',
    ...nextAppearance(codes.filter((code) => code.kind === 'code' && code.archived_at === undefined)),
    description: '',
    include: '',
    exclude: '',
    examples: [],
    rev: 1,
    added_in: project.codebook_rev + 1,
    ...fields,
  };
}
