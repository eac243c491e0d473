import type { Id } from '../../model/identity';
import { derivedId } from '../derived-id';
import type { RecordKind } from '../import-report';
import { canonicalId } from '../import-stage';
import type { Remark } from './refi-model';
import { attributeOf, type XmlElement } from './xml-element';

/** Makes UUIDs of the guids of a file, the same each time the file is read. */
export interface GuidReader {
  /** Of the element itself. A second one of its kind with the same guid gets another. */
  own(element: XmlElement, record: RecordKind, kind: string): Id;
  /** Of what it refers to; undefined where it refers to nothing. */
  reference(raw: string | undefined): Id | undefined;
}

/** `remarks` is filled with the guids that had to be put right. */
export function guidReader(remarks: Remark[]): GuidReader {
  const seen = new Map<string, number>();
  const derived = (raw: string): Id => derivedId('refi', raw.trim().toLowerCase());
  return {
    reference: (raw) => (raw === undefined ? undefined : (canonicalId(raw.trim()) ?? derived(raw))),
    own(element, record, kind) {
      const raw = attributeOf(element, 'guid');
      const name = attributeOf(element, 'name');
      const mend = (reason: 'id-replaced' | 'id-twice'): void => {
        remarks.push({ outcome: 'repaired', record, item: { id: raw, name }, reason });
      };
      const canonical = canonicalId(raw?.trim());
      // Counted by place, so that the same file gives the same ids.
      const place = seen.get(kind) ?? 0;
      const id = canonical ?? (raw === undefined ? derivedId('refi', kind, String(place)) : derived(raw));
      if (canonical === null) mend('id-replaced');
      seen.set(kind, place + 1);
      const times = seen.get(`${kind} ${id}`) ?? 0;
      seen.set(`${kind} ${id}`, times + 1);
      if (times === 0) return id;
      mend('id-twice');
      return derivedId('refi', kind, id, String(times));
    },
  };
}
