import type { Project } from '../model/project';

/** The name by which a file says that it is ours. */
export const jsonFormat = 'framewright';
/** Rises when an older program could misread a file; such a file is refused by name. */
export const jsonVersion = 1;
/** Rises with fields that an older program may pass over: it keeps them and writes them back. */
export const jsonMinor = 0;

/**
 * A project into which a file of a newer minor version was imported keeps what stood at the root of that file, so
 * that the next export writes it back there.
 */
export interface ProjectWithRoot extends Project {
  readonly root_fields?: Readonly<Record<string, unknown>>;
}

/** What stands in a file about the file itself. */
export interface ExportStamp {
  /** ISO 8601 in UTC. */
  readonly exported_at: string;
  /** Name and version of the program: "framewright 0.1.0". */
  readonly generator: string;
}

/** One file of an export. */
export interface ExportedFile {
  /** Relative to the place chosen, with "/". */
  readonly name: string;
  readonly content: string;
}

/** The same, with its content in parts that are made while they are gone through, once. */
export interface PartedFile {
  readonly name: string;
  readonly parts: Iterable<string>;
}
