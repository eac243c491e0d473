import type { ChangeDraft } from '../model/change';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import type { CommandContext } from './command-context';
import { setCodeFields } from './field-drafts';
import { repointLinks } from './repoint-links';
import type { UnitingSurface } from './unite-annotations';

/** Brings what points to annotations that go over to those that take them in: links, and examples of codes. */
export function repoint(
  { links, codes }: Pick<UnitingSurface, 'links' | 'codes'>,
  goes: ReadonlyMap<Id, Id>,
  context: Pick<CommandContext, 'newId'>,
): readonly ChangeDraft[] {
  return [...repointLinks(links, goes, context), ...repointExamples(codes, goes)];
}

function repointExamples(codes: ReadonlyMap<Id, Code>, goes: ReadonlyMap<Id, Id>): readonly ChangeDraft[] {
  return [...codes.values()].flatMap((code) => {
    if (!code.examples.some((id) => goes.has(id))) return [];
    return [setCodeFields(code, { examples: [...new Set(code.examples.map((id) => goes.get(id) ?? id))] })];
  });
}
