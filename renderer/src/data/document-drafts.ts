/** Turns frozen texts into the drafts that record them, with the attributes that they bring. */

import { documentRecords, type FrozenSource, fieldsFound } from '@core/import/document-records';
import { attributeOfField, attributeOfName } from '@core/import/field-attributes';
import type { Attribute } from '@core/model/attribute';
import type { ChangeDraft } from '@core/model/change';
import type { Document, Structure } from '@core/model/document';
import type { Id, Time } from '@core/model/identity';
import { type FieldKey, fieldKeys } from '@core/structure/parsed-structure';

export interface DocumentDrafts {
  /** Attributes that the project has not had. */
  readonly created: readonly ChangeDraft[];
  readonly records: { readonly document: Document; readonly structure: Structure };
}

/** Answers for one text after the other, each behind the last; an attribute is made by the first that needs it. */
export function documentDrafter(
  project: { readonly documents: readonly Document[]; readonly attributes: readonly Attribute[] },
  { newId, now }: { readonly newId: () => Id; readonly now: () => Time },
): (source: FrozenSource) => DocumentDrafts {
  const attributes = [...project.attributes];
  const attribute_ids = new Map<FieldKey, Id>(
    fieldKeys.flatMap((key) => {
      const attribute = attributes.find((one) => one.key === key);
      return attribute === undefined ? [] : [[key, attribute.id] as const];
    }),
  );
  const extra_ids = new Map<string, Id>();
  let order = project.documents.reduce((highest, document) => Math.max(highest, document.order), -1) + 1;
  const added = (attribute: Attribute): ChangeDraft => {
    attributes.push(attribute);
    return { kind: 'attribute.added', data: { attribute } };
  };
  return (source) => {
    const missing = fieldsFound(source.structure).filter((key) => !attribute_ids.has(key));
    const created = missing.map((key) => {
      const attribute = attributeOfField(key, newId());
      attribute_ids.set(key, attribute.id);
      return added(attribute);
    });
    for (const { name } of source.structure.extra ?? []) {
      if (extra_ids.has(name)) continue;
      const { attribute, isNew } = attributeOfName(name, attributes, newId);
      extra_ids.set(name, attribute.id);
      if (isNew) created.push(added(attribute));
    }
    const records = documentRecords(source, { order, now: now(), attribute_ids, extra_ids, newId });
    order += 1;
    return { created, records };
  };
}
