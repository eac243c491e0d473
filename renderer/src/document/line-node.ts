import type { BlockKind } from '@core/model/block';
import { ElementNode, type NodeKey, type SerializedElementNode, type Spread } from 'lexical';
import styles from './reader.module.css';

export interface LineLook {
  /** Index of the line in the text, from 0. */
  readonly index: number;
  /** Of its paragraph, where it begins it. */
  readonly number: number | null;
  /** Whether its paragraph ends with it: a very long one is laid out in parts. */
  readonly ends: boolean;
  /** Of the block that gives the line its look. */
  readonly kind: BlockKind;
  /** Holds line feeds, as hard-wrapped text does: they show as spaces. */
  readonly wrapped: boolean;
}

type SerializedLine = Spread<{ look: LineLook }, SerializedElementNode>;

/** One paragraph of the frozen text. Its number in the margin is generated content, never text. */
export class LineNode extends ElementNode {
  __look: LineLook;

  constructor(look: LineLook, key?: NodeKey) {
    super(key);
    this.__look = look;
  }

  static override getType(): string {
    return 'fw-line';
  }

  static override clone(node: LineNode): LineNode {
    return new LineNode(node.__look, node.__key);
  }

  static override importJSON(serialized: SerializedLine): LineNode {
    return new LineNode(serialized.look);
  }

  override exportJSON(): SerializedLine {
    return { ...super.exportJSON(), look: this.__look };
  }

  override createDOM(): HTMLElement {
    const { index, number, ends, kind, wrapped } = this.__look;
    const element = document.createElement(kind === 'headline' ? 'h1' : kind === 'subhead' ? 'h2' : 'p');
    element.className = [styles['line'], styles[kind], wrapped ? styles['wrapped'] : '']
      .filter((name) => name !== undefined && name !== '')
      .join(' ');
    element.dataset['line'] = String(index);
    if (number !== null) element.dataset['number'] = String(number);
    if (!ends) element.dataset['goesOn'] = '';
    if (index + 1 > 9_999) element.dataset['long'] = '';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

export function $createLineNode(look: LineLook): LineNode {
  return new LineNode(look);
}
