import type { Span } from '../model/span';
import type { NamedValue, ParsedStructure } from './parsed-structure';

/**
 * What a format says about a paragraph. `heading`: a title or subhead. `item`: of a list or a table, so no rule
 * takes it for a headline, subhead or credit. `residue`: of the page, not of the text. `text` leaves it to the rules.
 */
export type ParagraphRole = 'text' | 'heading' | 'item' | 'caption' | 'residue';

export interface HintedParagraph extends Span {
  readonly role: ParagraphRole;
}

/** What HTML and Markdown know and plain text does not; every part may be absent. */
export interface StructureHints {
  /** Takes the place of the title found by rule. */
  readonly title?: string;
  /**
   * All paragraphs, in text order: each begins and ends with something other than white space, and only white
   * space lies between them. Takes the place of the rules for lines.
   */
  readonly paragraphs?: readonly HintedParagraph[];
  /** Values that the format states; each takes the place of the value found by rule. */
  readonly values?: ParsedStructure['values'];
  /** Facts under names of the file's own. */
  readonly extra?: readonly NamedValue[];
}
