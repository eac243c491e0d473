import { keyFor } from '../codebook/code-key';
import type { Attribute, AttributeType, AttributeValue } from '../model/attribute';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import { referLoosely, type Stage } from './import-stage';
import type { FileDocument } from './json-schema';

export interface StagedValues {
  /** The values of a document of the file, by the attribute ids of the project. Asked once a document. */
  of(item: FileDocument): Document['values'];
  /** Attributes made for keys that the file uses without naming them; filled as `of` is asked. */
  readonly attributes: readonly Attribute[];
}

function typeOf(key: string, value: AttributeValue['value']): AttributeType {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'object') return 'choices';
  return key === 'date' ? 'date' : 'text';
}

/** `known`: the attributes that the file names and the project lacked. */
export function stageValues(stage: Stage, known: readonly Attribute[]): StagedValues {
  const idByKey = new Map([...stage.present.attributes, ...known].map(({ id, key }) => [key, id]));
  const made: Attribute[] = [];
  const attributeFor = (name: string, value: AttributeValue['value']): Id => {
    // A key is a column's name, so it has to be short ASCII; the name keeps what stood in the file.
    const key = idByKey.has(name) ? name : keyFor(name, new Set(), 'attribute');
    const there = idByKey.get(key);
    if (there !== undefined) return there;
    const id = stage.context.newId();
    made.push({ id, key, name, type: typeOf(key, value) });
    idByKey.set(key, id);
    stage.report.note('repaired', 'attribute', { name }, 'attribute-made');
    return id;
  };
  return {
    attributes: made,
    of(item) {
      if (item.values === undefined) {
        const entries = Object.entries(item.attributes ?? {}).map(
          ([key, value]) => [attributeFor(key, value), { value, state: 'accepted' as const }] as const,
        );
        return Object.fromEntries(entries);
      }
      return Object.fromEntries(
        Object.entries(item.values).flatMap(([raw, value]) => {
          const id = referLoosely(stage, 'attribute', raw);
          if (id !== undefined) return [[id, { ...value, state: value.state ?? 'accepted' }]];
          stage.report.note('repaired', 'document', { id: item.id, name: item.title }, 'unknown-attribute');
          return [];
        }),
      );
    },
  };
}
