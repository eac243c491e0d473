import type { Block, BlockKind } from '@core/model/block';
import { kindsInScope } from '@core/structure/block-scope';
import { type EditorConfig, type NodeKey, type SerializedTextNode, type Spread, TextNode } from 'lexical';
import { pieceClass } from './highlight-styles';
import styles from './reader.module.css';

/** What a block is, and whether it counts as text to be coded. */
export type PieceLook = Pick<Block, 'kind' | 'in_scope'>;

type SerializedPiece = Spread<{ block_kind: BlockKind; in_scope: boolean }, SerializedTextNode>;

/** The text of one block within its line: a dateline, the body after it. A type of its own, so never merged. */
export class PieceNode extends TextNode {
  __look: PieceLook;

  constructor(text: string, look: PieceLook, key?: NodeKey) {
    super(text, key);
    this.__look = look;
  }

  static override getType(): string {
    return 'fw-piece';
  }

  static override clone(node: PieceNode): PieceNode {
    return new PieceNode(node.__text, node.__look, node.__key);
  }

  static override importJSON(serialized: SerializedPiece): PieceNode {
    return new PieceNode(serialized.text, { kind: serialized.block_kind, in_scope: serialized.in_scope });
  }

  override exportJSON(): SerializedPiece {
    const { kind, in_scope } = this.__look;
    return { ...super.exportJSON(), block_kind: kind, in_scope };
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    const { kind, in_scope } = this.__look;
    const isLeftOut = kindsInScope.has(kind) && !in_scope;
    element.className = [pieceClass, styles[isLeftOut ? 'piece-out' : `piece-${kind}`] ?? '']
      .join(' ')
      .trim();
    return element;
  }
}

export function $createPieceNode(text: string, look: PieceLook): PieceNode {
  return new PieceNode(text, look);
}
