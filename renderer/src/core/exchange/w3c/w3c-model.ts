import type { Remark } from '../refi/refi-model';

/** A person or program, as far as it is named. */
export interface W3cAgent {
  readonly iri: string | undefined;
  readonly name: string | undefined;
  readonly nickname: string | undefined;
}

interface Dated {
  readonly created: string | undefined;
  readonly modified: string | undefined;
}

export type W3cBody =
  /** A code by its IRI. */
  | ({ readonly kind: 'code'; readonly iri: string; readonly own: string | undefined } & Dated)
  /** A code by its name. */
  | ({ readonly kind: 'tag'; readonly name: string; readonly own: string | undefined } & Dated)
  | ({
      readonly kind: 'comment';
      readonly text: string;
      readonly own: string | undefined;
      readonly creator: W3cAgent | undefined;
    } & Dated)
  /** A picture, another resource, a choice. */
  | { readonly kind: 'other' };

/** What is annotated, and all by which it can be found again. */
export interface W3cTarget {
  readonly iri: string | undefined;
  readonly hash: string | undefined;
  readonly title: string | undefined;
  readonly path: string | undefined;
  readonly hasSelector: boolean;
  /** By the model in code points, the end exclusive. */
  readonly position: { readonly start: number; readonly end: number } | undefined;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | undefined;
}

export interface W3cAnnotation extends Dated {
  readonly iri: string | undefined;
  readonly creator: W3cAgent | undefined;
  readonly bodies: readonly W3cBody[];
  readonly target: W3cTarget;
}

/** A file read, before it is compared with the project. */
export interface ReadW3c {
  /** One for each target: an annotation about two places is two. */
  readonly annotations: readonly W3cAnnotation[];
  readonly remarks: readonly Remark[];
}
