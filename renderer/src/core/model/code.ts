import type { Id, Time } from './identity';

/** A category of the codebook; a frame is a code. A folder groups and cannot be applied. */
export interface Code {
  readonly id: Id;
  /** Short ASCII, unique, survives renaming. */
  readonly key: string;
  /** Never holds " > ", which separates the levels of a path. */
  readonly name: string;
  readonly parent_id: Id | null;
  /** Position among its siblings; smaller first. */
  readonly order: number;
  readonly kind: 'code' | 'folder';
  /** Codes of one set exclude each other on a passage. */
  readonly set?: string;
  /** Name of a hue of the palette, never a raw colour: "amber", "sky". */
  readonly color: string;
  /** Underline style that tells the code where colour cannot: solid, dashed, dotted, double, wavy. */
  readonly mark: string;
  readonly description: string;
  readonly include: string;
  readonly exclude: string;
  /** Words and phrases that tell of the code, parted by commas or lines: what to search for. No part of what it means. */
  readonly indicators?: string;
  /** Annotation ids. */
  readonly examples: readonly Id[];
  /** Rises with name, definition, include, exclude or parent; never with colour. Starts at 1. */
  readonly rev: number;
  readonly archived_at?: Time;
  /** The codebook's revision in which the code came into use; absent on records of older programs. */
  readonly added_in?: number;
  /** The codebook's revision in which `rev` rose last; absent where it never did. */
  readonly revised_in?: number;
}
