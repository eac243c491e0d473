import type { Sha256 } from '../model/identity';
import { type HeldText, textHeld } from '../text/held-text';
import type { PackedStructure } from './packed-structure';
import type { CorpusText } from './text-corpus';

/** The text that was asked for last: whoever reads one asks for it many times before the next. */
let last: { readonly held: HeldText; readonly text: string } | null = null;

/** A text of the corpus, held in less memory than it takes to be read. A class, for ten thousand of them share its getter. */
export class HeldContent implements CorpusText {
  readonly sha256: Sha256;
  readonly held: HeldText;
  readonly packed: Uint32Array;

  constructor(sha256: Sha256, held: HeldText, { packed }: PackedStructure) {
    this.sha256 = sha256;
    this.held = held;
    this.packed = packed;
  }

  get text(): string {
    if (typeof this.held === 'string') return this.held;
    if (last?.held !== this.held) last = { held: this.held, text: textHeld(this.held) };
    return last.text;
  }
}
