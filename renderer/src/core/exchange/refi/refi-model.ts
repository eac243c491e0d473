import type { Id } from '../../model/identity';
import type { Item, Outcome, Reason, RecordKind } from '../import-report';
import type { RefiType } from './refi-values';

/**
 * A REFI file as it was read, whatever program wrote it: every guid is a lower-case UUID, unique among its kind, and
 * every reference is one, too. Absent is undefined; empty texts count as absent.
 */
export interface RefiFile {
  readonly kind: 'project' | 'codebook';
  readonly name: string;
  /** Name and version of the program that wrote it. */
  readonly origin: string;
  readonly users: readonly RefiUser[];
  /** Those at the top. */
  readonly codes: readonly RefiCode[];
  readonly variables: readonly RefiVariable[];
  readonly cases: readonly RefiCase[];
  readonly sources: readonly RefiText[];
  readonly notes: readonly RefiText[];
  readonly links: readonly RefiLink[];
  readonly sets: readonly RefiSet[];
  readonly description: string | undefined;
  readonly noteRefs: readonly Id[];
  /** What was put right while reading, and what this program has no place for. */
  readonly remarks: readonly Remark[];
}

/** A row of the report to be. */
export interface Remark {
  readonly outcome: Outcome;
  readonly record: RecordKind;
  readonly item: Item;
  readonly reason: Reason;
}

export interface RefiUser {
  readonly guid: Id;
  readonly name: string | undefined;
  readonly id: string | undefined;
}

export interface RefiCode {
  readonly guid: Id;
  readonly name: string | undefined;
  readonly isCodable: boolean;
  readonly color: string | undefined;
  readonly description: string | undefined;
  readonly noteRefs: readonly Id[];
  readonly children: readonly RefiCode[];
}

export interface RefiVariable {
  readonly guid: Id;
  readonly name: string | undefined;
  readonly type: RefiType;
}

export interface RefiValue {
  readonly variable: Id;
  /** By the element it stands in, which need not be the variable's type. */
  readonly type: RefiType;
  readonly text: string;
}

export interface RefiCase {
  readonly guid: Id;
  readonly name: string | undefined;
  readonly values: readonly RefiValue[];
  readonly sources: readonly Id[];
}

export interface RefiCoding {
  readonly guid: Id;
  readonly code: Id;
  readonly user: Id | undefined;
  readonly at: string | undefined;
  readonly noteRefs: readonly Id[];
}

export interface RefiSelection {
  readonly guid: Id;
  readonly name: string | undefined;
  /** As they stand in the file, in the way of counting of whoever wrote it. */
  readonly start: number;
  readonly end: number;
  readonly user: Id | undefined;
  readonly at: string | undefined;
  readonly modifiedAt: string | undefined;
  readonly description: string | undefined;
  readonly codings: readonly RefiCoding[];
  readonly noteRefs: readonly Id[];
}

/** A text source, or a note. */
export interface RefiText {
  readonly guid: Id;
  readonly name: string | undefined;
  readonly content: string | undefined;
  readonly path: string | undefined;
  readonly user: Id | undefined;
  readonly at: string | undefined;
  readonly modifiedAt: string | undefined;
  readonly description: string | undefined;
  readonly selections: readonly RefiSelection[];
  readonly codings: readonly RefiCoding[];
  readonly noteRefs: readonly Id[];
  readonly values: readonly RefiValue[];
}

export interface RefiLink {
  readonly guid: Id;
  readonly name: string | undefined;
  readonly from: Id | undefined;
  readonly to: Id | undefined;
}

export interface RefiSet {
  readonly guid: Id;
  readonly name: string | undefined;
  readonly codes: readonly Id[];
}
