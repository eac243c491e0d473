/**
 * Revision of the rules below this folder. It is frozen with every document, so it rises whenever any text could
 * come out otherwise: blocks, sentences, titles or values.
 */
export const RULES_REV = 3;
