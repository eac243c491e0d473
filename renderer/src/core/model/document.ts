import type { AttributeValue } from './attribute';
import type { Block } from './block';
import type { Id, Sha256, Time } from './identity';

export interface Document {
  readonly id: Id;
  readonly title: string;
  /** What the rules take for the title, where a person chose another; absent where nobody did. */
  readonly title_found?: string;
  /** Position in the corpus; smaller first. */
  readonly order: number;
  /** Relative to the imported folder, with "/"; never absolute. */
  readonly path: string;
  /** Of the UTF-8 of the frozen text. */
  readonly text_sha256: Sha256;
  /** Of the bytes of the file as they were. */
  readonly raw_sha256: Sha256;
  /** WHATWG label the bytes were decoded with. */
  readonly encoding: string;
  /** How sure the guess of the encoding was, 0 to 1; absent where it was not guessed. */
  readonly encoding_guess?: number;
  /** Of the frozen text in UTF-16 units. */
  readonly length: number;
  /** Words in scope as they were found at import; `documentWords` follows what was corrected since. */
  readonly words: number;
  readonly language?: string;
  readonly version_of?: Id;
  readonly imported_at: Time;
  /** By attribute id. */
  readonly values: Readonly<Record<Id, AttributeValue>>;
}

/** Blocks and sentences: computed once at import, frozen with the rule's revision. */
export interface Structure {
  readonly document_id: Id;
  readonly blocks: readonly Block[];
  /** [start, end) pairs in UTF-16 units, in text order, each inside one block that can hold sentences. */
  readonly sentences: readonly (readonly [number, number])[];
  readonly segmenter: { readonly icu: string; readonly rules_rev: number };
}

/** All of a document that is counted on its text. */
export interface DocumentText
  extends Pick<Document, 'text_sha256' | 'encoding' | 'encoding_guess' | 'length' | 'words'> {
  readonly structure: Structure;
}
