import { codePath, pathSeparator } from '@core/codebook/code-tree';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import type { HitNames } from '../search/search-names';
import { t } from '../ui/strings';

/** How rows name where they stand: a document with its facts, a memo with what it is on, a code with its part. */
export function homeOf(document: HitNames['document'], codes: readonly Code[]): HitNames['home'] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const pathOf = (id: Id): string => {
    const code = byId.get(id);
    return code === undefined ? '' : codePath(code, byId).join(pathSeparator);
  };
  return ({ document_id, holder }) => {
    // A document may go while its hits are listed.
    if (holder === null) return document(document_id) ?? { title: t('search:gone'), facts: '' };
    if (holder.kind === 'code')
      return { title: pathOf(holder.code_id), facts: t(`search:part_${holder.field}`) };
    const { kind, id } = holder.target;
    const facts = t(`search:memoOn_${kind}`);
    if (kind === 'code') return { title: pathOf(id), facts };
    // The project's memo has no title beside what it is.
    return kind === 'project'
      ? { title: facts, facts: '' }
      : { title: document(document_id)?.title ?? '', facts };
  };
}
