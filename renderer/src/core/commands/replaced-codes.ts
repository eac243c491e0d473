import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';

/**
 * Codes that are taken off to make room for one that is applied: those of its exclusive set. None where nothing is
 * applied, each once.
 */
export function replacedCodes(drafts: readonly ChangeDraft[]): readonly Id[] {
  if (!drafts.some(({ kind }) => kind === 'coding.added')) return [];
  return [
    ...new Set(
      drafts.flatMap((draft) => (draft.kind === 'coding.removed' ? [draft.before.coding.code_id] : [])),
    ),
  ];
}
