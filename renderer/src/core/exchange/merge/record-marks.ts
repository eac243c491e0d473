import type { Annotation, Coding } from '../../model/annotation';
import type { AttributeValue } from '../../model/attribute';
import type { Block } from '../../model/block';
import type { Code } from '../../model/code';
import type { Memo } from '../../model/memo';
import type { Pass } from '../../model/pass';
import type { Mark } from './mark';
import { noMark } from './mark';

/** What a record itself says of when its fields were set, where no journal tells. */
export const markOf = {
  /** As it stands: some field of it was set then. */
  dated: ({ modified_at }: Pick<Annotation | Coding | Memo, 'modified_at'>): Mark => [modified_at, 0, ''],
  /** As it was made: fields that were never set since. */
  born: ({ created_at }: Pick<Annotation | Coding | Memo, 'created_at'>): Mark => [created_at, 0, ''],
  pass: ({ started_at, done_at }: Pass): Mark => [done_at ?? started_at, 0, ''],
  /** A code has no times; its revision tells which definition is newer. */
  code: ({ rev }: Pick<Code, 'rev'>): Mark => ['', rev, ''],
  value: ({ state }: AttributeValue): Mark => ['', ['suggested', 'accepted', 'edited'].indexOf(state), ''],
  block: ({ source }: Block): Mark => ['', source === 'hand' ? 1 : 0, ''],
  other: noMark,
} as const;
