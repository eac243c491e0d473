/**
 * A text in the least memory. Engines take two bytes for every unit of a text as soon as one of its units does not fit
 * into a byte, and hardly a report is without a curly quotation mark: its few signs beyond a byte are held apart.
 */
import { compactText } from './compact-text';

export type HeldText =
  | string
  | {
      /** The text with a NUL for each unit that is in `others`. */
      readonly bytes: string;
      /** Units beyond a byte, and NULs, in text order. */
      readonly others: string;
    };

const apart = /[\0\u0100-\uffff]/g;
/** One unit in so many: with more of them, as in Cyrillic, the text is held as it is. */
const seldom = 8;

export function holdText(text: string): HeldText {
  let others = '';
  for (const [unit] of text.matchAll(apart)) {
    others += unit;
    if (others.length * seldom > text.length) return text;
  }
  return others === '' ? text : { bytes: compactText(text.replace(apart, '\0')), others };
}

/** The text that was held. */
export function textHeld(held: HeldText): string {
  if (typeof held === 'string') return held;
  const { bytes, others } = held;
  let at = 0;
  return bytes.replace(/\0/g, () => others.charAt(at++));
}
