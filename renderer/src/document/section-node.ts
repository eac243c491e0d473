import {
  ElementNode,
  type LexicalNode,
  type NodeKey,
  type SerializedElementNode,
  type Spread,
} from 'lexical';
import styles from './reader.module.css';

/** Of a line, as reader.module.css has it. */
const gapBelowLine = '0.85em';

/** What is known of a section before it was ever laid out. */
export interface SectionGuess {
  readonly lines: number;
  /** Rows of text that its lines fill. */
  readonly rows: number;
}

type SerializedSection = Spread<{ guess: SectionGuess }, SerializedElementNode>;

/** A group of lines that the browser may leave unrendered while it is out of sight (content-visibility). */
export class SectionNode extends ElementNode {
  __guess: SectionGuess;

  constructor(guess: SectionGuess, key?: NodeKey) {
    super(key);
    this.__guess = guess;
  }

  static override getType(): string {
    return 'fw-section';
  }

  static override clone(node: SectionNode): SectionNode {
    return new SectionNode(node.__guess, node.__key);
  }

  static override importJSON(serialized: SerializedSection): SectionNode {
    return new SectionNode(serialized.guess);
  }

  override exportJSON(): SerializedSection {
    return { ...super.exportJSON(), guess: this.__guess };
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = styles['section'] ?? '';
    // Near enough to the height it will have that no more of the text is laid out than comes near the view, and that
    // the scroll bar does not move under the hand.
    const { lines, rows } = this.__guess;
    element.dataset['coming'] = '';
    element.style.containIntrinsicBlockSize = `auto calc(${rows} * 1lh + ${lines} * ${gapBelowLine})`;
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

export function $createSectionNode(guess: SectionGuess): SectionNode {
  return new SectionNode(guess);
}

export function $isSectionNode(node: LexicalNode | null | undefined): node is SectionNode {
  return node instanceof SectionNode;
}

/** To be called when the lines of a section are there: until then it keeps the height that it was guessed to have. */
export function showLines(element: HTMLElement): void {
  delete element.dataset['coming'];
}
