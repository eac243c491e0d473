import type { Edge } from '@core/commands/move-boundary';
import type { Span } from '@core/model/span';
import { lastStartingBy } from '@core/reading/reading-units';
import { graphemeEnd, graphemeStart } from '@core/text/graphemes';
import type { EdgeBox } from './edge-handles';
import type { ParagraphBox } from './lane-painter';
import type { LexicalText } from './lexical-text';

/** Where parts of the text stand in the window. */
export interface TextBoxes {
  readonly paragraphAt: (offset: number) => ParagraphBox;
  /** The character at one end of a span; null when it is not laid out. */
  readonly edgeBox: (offset: number, edge: Edge) => EdgeBox | null;
}

/** `edges`: of a span's text, null when it is not laid out. `content`: the frozen text. */
export function createTextBoxes(
  text: LexicalText,
  content: string,
  edges: (span: Span) => Omit<EdgeBox, 'words' | 'isRightToLeft'> | null,
): TextBoxes {
  const paragraphAt = (offset: number): ParagraphBox => {
    const index = Math.max(0, lastStartingBy(text.lines, offset));
    const box: ParagraphBox['box'] = () => {
      // There is a gap only above the first part of a paragraph and below the last.
      let [from, to] = [index, index];
      while (text.lines[from]?.begins === false) from -= 1;
      while (text.lines[to]?.ends === false) to += 1;
      const [first, last] = [text.lineElement(from), text.lineElement(to)];
      if (first === null || last === null) return null;
      const { top } = first.getBoundingClientRect();
      const { bottom } = last.getBoundingClientRect();
      return { top, bottom, isRightToLeft: getComputedStyle(first).direction === 'rtl' };
    };
    return { index, box };
  };
  const edgeBox = (offset: number, edge: Edge): EdgeBox | null => {
    const character =
      edge === 'start'
        ? { start: offset, end: graphemeEnd(content, offset) }
        : { start: graphemeStart(content, offset), end: offset };
    const box = edges(character);
    if (box === null) return null;
    const words = content.slice(character.start, character.end);
    return { ...box, words, isRightToLeft: () => paragraphAt(character.start).box()?.isRightToLeft === true };
  };
  return { paragraphAt, edgeBox };
}
