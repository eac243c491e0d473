import { ElementNode, type LexicalNode, type NodeKey, type SerializedElementNode } from 'lexical';
import styles from './reader.module.css';

/** A group of lines that the browser may leave unrendered while it is out of sight (content-visibility). */
export class SectionNode extends ElementNode {
  static override getType(): string {
    return 'fw-section';
  }

  static override clone(node: SectionNode): SectionNode {
    return new SectionNode(node.__key);
  }

  static override importJSON(_: SerializedElementNode): SectionNode {
    return new SectionNode();
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = styles['section'] ?? '';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

export function $createSectionNode(key?: NodeKey): SectionNode {
  return new SectionNode(key);
}

export function $isSectionNode(node: LexicalNode | null | undefined): node is SectionNode {
  return node instanceof SectionNode;
}
