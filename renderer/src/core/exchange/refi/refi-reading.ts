import type { Id } from '../../model/identity';
import type { GuidReader } from './guid-reader';
import type { Remark } from './refi-model';
import { attributeOf, childrenOf, type XmlElement } from './xml-element';

/** What is needed wherever a file is read. */
export interface RefiReading {
  readonly guids: GuidReader;
  readonly remarks: Remark[];
}

/** Says that something has no place in this program: "Case: Interviews". */
export function remarkUnsupported({ remarks }: RefiReading, what: string, element: XmlElement): void {
  const name = attributeOf(element, 'name');
  const item = {
    id: attributeOf(element, 'guid'),
    name: name === undefined ? what : `${what}: ${name}`,
  };
  remarks.push({ outcome: 'left-out', record: 'file', item, reason: 'not-supported' });
}

/** References in children of a name. */
export function referencesOf({ guids }: RefiReading, element: XmlElement, name: string): readonly Id[] {
  return childrenOf(element, name).flatMap(
    (each) => guids.reference(attributeOf(each, 'targetGUID', 'guid')) ?? [],
  );
}
