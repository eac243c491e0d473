import type { BlockKind } from '../model/block';

/** Kinds whose text is coded by rule. */
export const kindsInScope: ReadonlySet<BlockKind> = new Set(['headline', 'deck', 'body', 'background']);

/** Kinds that are divided into sentences. A caption is read as text though it is not counted. */
export const kindsWithSentences: ReadonlySet<BlockKind> = new Set([...kindsInScope, 'caption']);
