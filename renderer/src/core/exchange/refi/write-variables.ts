import type { Attribute } from '../../model/attribute';
import type { Document } from '../../model/document';
import { sortedBy } from '../snapshot-index';
import { isEmptyValue, type RefiType, valueText, variableType } from './refi-values';
import type { RefiWriter } from './refi-writer';
import { container, element, replaceForbidden, type XmlNode } from './xml-writer';

export interface WrittenVariables {
  readonly variables: readonly XmlNode[];
  readonly valuesOf: (document: Document) => readonly XmlNode[];
}

/** Attributes as variables, and their values as each document has them. */
export function writeVariables(writer: RefiWriter): WrittenVariables {
  const { index, guid, losses } = writer;
  // By what is written, since keys are not.
  const attributes = sortedBy(index.attributes, ({ name }) => replaceForbidden(name).text);
  const typed = attributes.map((attribute) => {
    const type = variableType(attribute, index.documents);
    noteAttributeLosses(writer, attribute, type);
    return { attribute, type };
  });
  return {
    variables: container(
      'Variables',
      typed.map(({ attribute: { id, name }, type }) =>
        element('Variable', { guid: guid('attribute', id), name, typeOfVariable: type }),
      ),
    ),
    valuesOf: (document) =>
      typed.flatMap(({ attribute, type }) => {
        const found = document.values[attribute.id];
        if (found === undefined) return [];
        if (isEmptyValue(found.value)) {
          losses.note('value-empty', document.id);
          return [];
        }
        if (found.state !== 'accepted' || found.evidence !== undefined || found.confidence !== undefined) {
          losses.note('value-details', document.id);
        }
        return [
          element('VariableValue', {}, [
            element('VariableRef', { targetGUID: guid('attribute', attribute.id) }),
            element(`${type}Value`, {}, valueText(found.value)),
          ]),
        ];
      }),
  };
}

const kept: Readonly<Record<RefiType, Attribute['type'] | null>> = {
  Text: 'text',
  Boolean: 'boolean',
  Integer: 'integer',
  Float: 'number',
  Date: 'date',
  DateTime: null,
};

function noteAttributeLosses(
  { losses }: RefiWriter,
  { id, type, choices }: Attribute,
  written: RefiType,
): void {
  losses.note('attribute-key', id);
  if (kept[written] !== type) losses.note('attribute-type', id);
  if (choices !== undefined) losses.note('attribute-choices', id);
}
