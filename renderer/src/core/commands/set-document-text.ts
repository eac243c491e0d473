import { documentText, type FrozenSource, fieldsFound, titleOf, valuesOf } from '../import/document-records';
import { attributeOfField } from '../import/field-attributes';
import type { Annotation } from '../model/annotation';
import type { Attribute, AttributeValue } from '../model/attribute';
import type { Block } from '../model/block';
import type { ChangeDraft } from '../model/change';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import type { Pass } from '../model/pass';
import { fieldKeys } from '../structure/parsed-structure';

/** Why a document's text has to stay as it is. */
export type TextHold = 'annotated' | 'done' | 'memo';

/** A text stays once somebody built on it: offsets, a finished reading, or a note would speak of another text. */
export function textHold(built: {
  readonly annotations: readonly Annotation[];
  readonly passes: readonly Pass[];
  readonly memos: readonly object[];
}): TextHold | null {
  if (built.annotations.length > 0) return 'annotated';
  if (built.passes.some(({ state }) => state === 'done')) return 'done';
  return built.memos.length > 0 ? 'memo' : null;
}

/**
 * Puts another reading of its source in the place of a document's text: text, structure, title, and the values that
 * the parser suggests. What a person accepted or edited stays. `corrected`: the blocks, with what a person said of them.
 */
export function setDocumentText(
  document: Document,
  source: FrozenSource,
  attributes: readonly Attribute[],
  newId: () => Id,
  corrected: (blocks: readonly Block[]) => readonly Block[] = (blocks) => blocks,
): readonly ChangeDraft[] {
  const ids = new Map(
    fieldKeys.flatMap((key) => {
      const attribute = attributes.find((one) => one.key === key);
      return attribute === undefined ? [] : [[key, attribute.id] as const];
    }),
  );
  const created = fieldsFound(source.structure)
    .filter((key) => !ids.has(key))
    .map((key): ChangeDraft => {
      const attribute = attributeOfField(key, newId());
      ids.set(key, attribute.id);
      return { kind: 'attribute.added', data: { attribute } };
    });
  const found = new Map<Id, AttributeValue>(Object.entries(valuesOf(source.structure, ids)));
  const present = new Map<Id, AttributeValue>(Object.entries(document.values));
  const values = [...ids.values()].flatMap((attribute_id): readonly ChangeDraft[] => {
    const [before, value] = [present.get(attribute_id) ?? null, found.get(attribute_id) ?? null];
    if ((before === null && value === null) || (before !== null && before.state !== 'suggested')) return [];
    return [
      { kind: 'attribute.value-set', data: { document_id: document.id, attribute_id, value }, before: null },
    ];
  });
  // What was there before is filled in when it is committed.
  const { structure, ...counted } = documentText(source, document.id, newId);
  const text = { ...counted, structure: { ...structure, blocks: corrected(structure.blocks) } };
  const { id } = document;
  const title = titleOf(source);
  const fields = document.title_found === undefined ? { title } : { title_found: title };
  return [
    { kind: 'document.text-set', data: { id, text }, before: { text } },
    ...created,
    { kind: 'document.set', data: { id, fields }, before: { fields: {} } },
    ...values,
  ];
}
