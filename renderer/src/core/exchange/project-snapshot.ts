import type { Actor } from '../model/actor';
import type { Annotation } from '../model/annotation';
import type { Attribute } from '../model/attribute';
import type { Code } from '../model/code';
import type { Coder } from '../model/coder';
import type { Document, Structure } from '../model/document';
import type { Link } from '../model/link';
import type { Memo } from '../model/memo';
import type { Pass } from '../model/pass';
import type { Project } from '../model/project';
import type { Property } from '../model/property';

/**
 * A whole project as it stood at one moment, for exporters and statistics. Texts come apart from it, by
 * `text_sha256`. Documents are in corpus order; annotations in the order of their documents, then by place and time
 * (those of a whole document first).
 */
export interface ProjectSnapshot {
  readonly project: Project;
  readonly coders: readonly Coder[];
  readonly documents: readonly Document[];
  /** One per document, in the same order. */
  readonly structures: readonly Structure[];
  readonly attributes: readonly Attribute[];
  readonly properties: readonly Property[];
  readonly actors: readonly Actor[];
  readonly codes: readonly Code[];
  readonly annotations: readonly Annotation[];
  readonly memos: readonly Memo[];
  readonly links: readonly Link[];
  readonly passes: readonly Pass[];
}
