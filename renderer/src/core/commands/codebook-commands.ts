import { withDescendants } from '../codebook/code-tree';
import type { ChangeDraft, CodeFields } from '../model/change';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import { fail, type Result, succeed } from '../result';
import type { Codebook, CodebookProblem } from './codebook-rules';
import {
  checkName,
  codebookRevised,
  findSibling,
  isLocked,
  isRevision,
  newCode,
  tidyName,
  withRevision,
} from './codebook-rules';
import type { CommandContext } from './command-context';
import { setCodeFields } from './field-drafts';

export type { Codebook, CodebookProblem } from './codebook-rules';

export interface CreatedCode {
  readonly drafts: readonly ChangeDraft[];
  /** The code at the end of the path; the one that is there already when it is. */
  readonly code: Code;
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
  if (isLocked(codebook)) return fail('locked');
  const names = typed.split('>').map(tidyName);
  if (names.some((name) => name === '')) return fail('empty-name');
  let { codes } = codebook;
  let parent = options.below ?? null;
  let last: Code | undefined;
  const added: Code[] = [];
  names.forEach((name, index) => {
    const isLast = index === names.length - 1;
    last = findSibling(codes, parent, name);
    if (last === undefined) {
      const kind = isLast ? (options.kind ?? 'code') : 'code';
      last = newCode({ ...codebook, codes }, context.newId(), name, parent, { kind });
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
  const checked = typeof wanted.name === 'string' ? checkName(wanted.name) : undefined;
  if (checked !== undefined && 'problem' in checked) return fail(checked.problem);
  const name = checked?.name;
  const parent = wanted.parent_id === undefined ? code.parent_id : wanted.parent_id;
  const others = codebook.codes.filter(({ id }) => id !== code.id);
  const isPlacedAnew = (name !== undefined && name !== code.name) || parent !== code.parent_id;
  if (isPlacedAnew && findSibling(others, parent, name ?? code.name) !== undefined) return fail('name-taken');
  if (parent !== null && withDescendants(code.id, codebook.codes).has(parent)) return fail('own-descendant');
  const asked: CodeFields = name === undefined ? wanted : { ...wanted, name };
  const now = new Map<string, unknown>(Object.entries(code));
  const fields: CodeFields = Object.fromEntries(
    Object.entries(asked).filter(([key, value]) => (value ?? null) !== (now.get(key) ?? null)),
  );
  if (Object.keys(fields).length === 0) return succeed([]);
  if (!isRevision(fields)) return succeed([setCodeFields(code, fields)]);
  if (isLocked(codebook)) return fail('locked');
  return succeed([
    setCodeFields(code, withRevision(code, fields, codebook.project)),
    codebookRevised(codebook.project),
  ]);
}
