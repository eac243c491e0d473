import { keyFor } from '../../codebook/code-key';
import type { Attribute, AttributeValue } from '../../model/attribute';
import type { Document } from '../../model/document';
import type { Id } from '../../model/identity';
import type { FileAttribute, FileDocument } from '../json-schema';
import { sameValue } from '../same-value';
import { byId } from '../snapshot-index';
import type { RefiText, RefiValue } from './refi-model';
import { nameless, type RefiStage } from './refi-stage';
import { isEmptyValue, type RefiType, readValue, valueText } from './refi-values';

const typeOf: Readonly<Record<RefiType, Attribute['type']>> = {
  Text: 'text',
  Boolean: 'boolean',
  Integer: 'integer',
  Float: 'number',
  Date: 'date',
  DateTime: 'text',
};

/** The variables of the file as attributes; one that is here already keeps its key and type. */
export function stageRefiAttributes({ read, present, report }: RefiStage): readonly FileAttribute[] {
  const presentById = byId(present.attributes);
  const taken = new Set<string>();
  return read.file.variables.map(({ guid, name, type }): FileAttribute => {
    const known = presentById.get(guid);
    if (name === undefined) report.note('repaired', 'attribute', { id: guid }, 'name-missing');
    const called = name ?? nameless('Variable', guid);
    const key = known?.key ?? keyFor(called, taken, 'attribute');
    taken.add(key);
    return { id: guid, key, name: called, ...(known === undefined ? { type: typeOf[type] } : {}) };
  });
}

export type RefiValues = (source: RefiText, known: Document | undefined) => FileDocument['values'];

/** The values of a source, its own before those of the cases it belongs to. */
export function stageRefiValues(stage: RefiStage, attributes: readonly FileAttribute[]): RefiValues {
  const { read, present, report } = stage;
  const typeByVariable = new Map(read.file.variables.map(({ guid, type }) => [guid, type]));
  const presentByKey = new Map(present.attributes.map((attribute) => [attribute.key, attribute.id]));
  const presentIds = new Set(present.attributes.map(({ id }) => id));
  // The attribute that a variable will be found to be, as far as it is here.
  const attributeHere = new Map(
    attributes.flatMap(({ id, key }) => {
      const here = id !== undefined && presentIds.has(id) ? id : presentByKey.get(key);
      return id === undefined || here === undefined ? [] : [[id, here] as const];
    }),
  );
  const ofCases = new Map<Id, RefiValue[]>();
  for (const { guid, name, sources, values } of read.file.cases) {
    if (sources.length === 0 || values.length === 0) {
      report.note('left-out', 'file', { id: guid, name: `Case: ${name ?? ''}` }, 'not-supported');
    }
    for (const source of sources) ofCases.set(source, [...(ofCases.get(source) ?? []), ...values]);
  }
  return (source, known) => {
    const about = { id: source.guid, name: source.name };
    const found = new Map<Id, AttributeValue>();
    for (const { variable, type, text } of [...source.values, ...(ofCases.get(source.guid) ?? [])]) {
      const declared = typeByVariable.get(variable);
      const value = declared === undefined ? null : readValue(declared === 'Text' ? type : declared, text);
      if (value === null) {
        report.note('left-out', 'document', about, 'value-unreadable');
        continue;
      }
      const plain = declared === 'Text' ? text : value;
      const other = found.get(variable);
      if (other !== undefined) {
        if (!sameValue(other.value, plain)) report.note('left-out', 'document', about, 'value-twice');
        continue;
      }
      found.set(variable, {
        value: plain,
        ...(declared === 'Date' ? { precision: 'day' as const } : {}),
        state: 'accepted',
      });
    }
    if (found.size === 0) return undefined;
    return withPresent(found, known, attributeHere);
  };
}

/**
 * A value that is here and reads the same in the file stays as it is here, with its evidence; one that the format
 * cannot hold (an empty one) does not count as missing.
 */
function withPresent(
  found: ReadonlyMap<Id, AttributeValue>,
  known: Document | undefined,
  attributeHere: ReadonlyMap<Id, Id>,
): FileDocument['values'] {
  const here = new Map(Object.entries(known?.values ?? {}));
  const values = [...found].map(([variable, value]): readonly [Id, AttributeValue] => {
    const own = here.get(attributeHere.get(variable) ?? '');
    return [variable, own !== undefined && valueText(own.value) === valueText(value.value) ? own : value];
  });
  const covered = new Set([...found.keys()].map((variable) => attributeHere.get(variable)));
  const others = [...here].filter(([id, { value }]) => isEmptyValue(value) && !covered.has(id));
  return Object.fromEntries([...values, ...others]);
}
