/** How words are compared. */
export interface SearchOptions {
  /** "Order" is not "order". */
  readonly matchCase: boolean;
  /** "resume" is not "résumé". */
  readonly matchDiacritics: boolean;
  /** "order" is not found in "reorder". */
  readonly wholeWords: boolean;
  /** "protest" finds "protests" and "protesting". */
  readonly wordForms: boolean;
}

export const plainSearch: SearchOptions = {
  matchCase: false,
  matchDiacritics: false,
  wholeWords: true,
  wordForms: false,
};
