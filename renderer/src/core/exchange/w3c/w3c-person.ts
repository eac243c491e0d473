import type { Id } from '../../model/identity';
import type { SnapshotIndex } from '../snapshot-index';
import { iriOf } from './w3c-names';

/** A coder as an agent of the model. */
export function w3cPerson({ coderById }: SnapshotIndex, id: Id): Readonly<Record<string, unknown>> {
  const coder = coderById.get(id);
  return {
    id: iriOf(id),
    type: 'Person',
    ...(coder === undefined ? {} : { name: coder.name }),
    ...(coder?.initials === undefined ? {} : { nickname: coder.initials }),
  };
}
