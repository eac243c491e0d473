/** Levels that no page of news comes near; all that is read of a page walks them again and again. */
const deepest = 120;
/** Levels that a table stands for, with the body, row and cell that it cannot do without. */
const levelsOfTable = 4;

/** Elements that end by themselves, or have no end: how deep they stand is not told by their tags. */
const endless =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|colgroup|option|optgroup|rp|rt|html|head|body)$/i;
/** Rows and cells of a table that is dropped are none of the table around it. */
const ofTable = /^t(?:r|d|h|head|body|foot)$/i;
/** Bounded, for a page may have very many beginnings of tags and no end of any. */
const tag = /<(\/?)([a-z][^\s/>]{0,100})[^>]{0,1000}>/gi;

/**
 * A page without the tags that stand deeper than any page needs; their text stays. The engine's own parser walks all
 * open elements at each tag: a page of 100,000 of them in each other keeps it busy for minutes.
 */
export function limitDepth(html: string): string {
  let [open, dropped] = [0, 0];
  return html.replace(tag, (found, end: string, name: string) => {
    if (endless.test(name)) return dropped > 0 && ofTable.test(name) ? ' ' : found;
    const levels = name.toLowerCase() === 'table' ? levelsOfTable : 1;
    if (end === '') {
      if (open < deepest) {
        open += levels;
        return found;
      }
      dropped += 1;
      // Words on both of its sides are no one word.
      return ' ';
    }
    if (dropped > 0) {
      dropped -= 1;
      return ' ';
    }
    open = Math.max(0, open - levels);
    return found;
  });
}
