import type { Block, BlockKind } from '../model/block';
import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import type { Project } from '../model/project';
import { kindsInScope } from '../structure/block-scope';

/** What a person corrects of a block; its place and the sentences in it were frozen at import and stay. */
export interface BlockCorrection {
  /** Another kind brings its own scope by rule, unless the scope is said too. */
  readonly kind?: BlockKind;
  readonly in_scope?: boolean;
}

/**
 * Corrects blocks by hand. The revision of the scope rises once, so that passes made before can be told from those
 * after; no draft where a block is so already.
 */
export function correctBlocks(
  project: Project,
  document_id: Id,
  blocks: readonly Block[],
  { kind, in_scope }: BlockCorrection,
): readonly ChangeDraft[] {
  const drafts = blocks.flatMap((block): readonly ChangeDraft[] => {
    const next = kind ?? block.kind;
    const scope = in_scope ?? (next === block.kind ? block.in_scope : kindsInScope.has(next));
    if (next === block.kind && scope === block.in_scope) return [];
    const value: Block = { ...block, kind: next, in_scope: scope, source: 'hand' };
    return [{ kind: 'block.set', data: { document_id, block_id: block.id, value }, before: block }];
  });
  if (drafts.length === 0) return [];
  const { id, scope_rev } = project;
  return [
    ...drafts,
    {
      kind: 'project.set',
      data: { id, fields: { scope_rev: scope_rev + 1 } },
      before: { fields: { scope_rev } },
    },
  ];
}
