import type { Document, DocumentText, Structure } from '../model/document';

/** What of a document is counted on its text, as it is. */
export function textOf(document: Document, structure: Structure): DocumentText {
  const { text_sha256, encoding, encoding_guess, length, words } = document;
  const guess = encoding_guess === undefined ? {} : { encoding_guess };
  return { text_sha256, encoding, ...guess, length, words, structure };
}

/** The document with another text; its id, place and title stay. */
export function withText(document: Document, text: DocumentText): Document {
  const { encoding_guess: _guess, ...rest } = document;
  const { structure: _structure, ...counted } = textOf({ ...rest, ...text }, text.structure);
  return { ...rest, ...counted };
}
