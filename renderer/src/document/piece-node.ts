import type { BlockKind } from '@core/model/block';
import { type EditorConfig, type NodeKey, type SerializedTextNode, type Spread, TextNode } from 'lexical';
import { pieceClass } from './highlight-styles';
import styles from './reader.module.css';

type SerializedPiece = Spread<{ block_kind: BlockKind }, SerializedTextNode>;

/** The text of one block within its line: a dateline, the body after it. A type of its own, so never merged. */
export class PieceNode extends TextNode {
  __blockKind: BlockKind;

  constructor(text: string, blockKind: BlockKind, key?: NodeKey) {
    super(text, key);
    this.__blockKind = blockKind;
  }

  static override getType(): string {
    return 'fw-piece';
  }

  static override clone(node: PieceNode): PieceNode {
    return new PieceNode(node.__text, node.__blockKind, node.__key);
  }

  static override importJSON(serialized: SerializedPiece): PieceNode {
    return new PieceNode(serialized.text, serialized.block_kind);
  }

  override exportJSON(): SerializedPiece {
    return { ...super.exportJSON(), block_kind: this.__blockKind };
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    element.className = [pieceClass, styles[`piece-${this.__blockKind}`] ?? ''].join(' ').trim();
    return element;
  }
}

export function $createPieceNode(text: string, blockKind: BlockKind): PieceNode {
  return new PieceNode(text, blockKind);
}
