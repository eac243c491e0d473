import type { Id } from './identity';
import type { Span } from './span';

export const blockKinds = [
  'headline',
  'deck',
  'dateline',
  'subhead',
  'body',
  'background',
  'caption',
  'credit',
  'residue',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/**
 * A part of a document that is one thing: a headline, a paragraph, a dateline. Blocks never overlap and stand in
 * text order; they cover every unit of the frozen text except line feeds between them (blank lines lie in no
 * block). Blocks that share a line, such as a dateline and the body after it, touch: the white space between them
 * belongs to the earlier one. Blocks of one paragraph are those with no line feed between them.
 */
export interface Block extends Span {
  readonly id: Id;
  readonly kind: BlockKind;
  /** Counted as text to be coded. Residue, datelines, subheads, captions and credits are not, by rule. */
  readonly in_scope: boolean;
  readonly source: 'rule' | 'hand';
  readonly rule_rev: number;
}
