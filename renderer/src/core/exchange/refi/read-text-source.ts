import { derivedId } from '../derived-id';
import type { RefiCoding, RefiSelection, RefiText, RefiValue } from './refi-model';
import { type RefiReading, referencesOf, remarkUnsupported } from './refi-reading';
import type { RefiType } from './refi-values';
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from './xml-element';

const valueElements: readonly RefiType[] = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'];

/** The values of a source or a case that name their variable and are not empty. */
export function readValues({ guids }: RefiReading, element: XmlElement): readonly RefiValue[] {
  return childrenOf(element, 'VariableValue').flatMap((value): readonly RefiValue[] => {
    const reference = childOf(value, 'VariableRef');
    const variable = reference && guids.reference(attributeOf(reference, 'targetGUID'));
    if (variable === undefined) return [];
    return valueElements.flatMap((type): readonly RefiValue[] => {
      const text = textOf(value, `${type}Value`);
      return text === undefined ? [] : [{ variable, type, text }];
    });
  });
}

function readCodings(reading: RefiReading, element: XmlElement): readonly RefiCoding[] {
  return childrenOf(element, 'Coding').flatMap((coding): readonly RefiCoding[] => {
    // One code a coding by the schema; some write several.
    const [first, ...others] = referencesOf(reading, coding, 'CodeRef');
    const own: RefiCoding = {
      guid: reading.guids.own(coding, 'coding', 'coding'),
      code: first ?? '',
      user: reading.guids.reference(attributeOf(coding, 'creatingUser', 'creatingUserGUID')),
      at: attributeOf(coding, 'creationDateTime'),
      noteRefs: referencesOf(reading, coding, 'NoteRef'),
    };
    const more = others.map(
      (code): RefiCoding => ({ ...own, code, guid: derivedId('refi', own.guid, code), noteRefs: [] }),
    );
    return [own, ...more];
  });
}

/** A whole number, or NaN: what stands there is then reported as no place. */
function position(raw: string | undefined): number {
  return raw !== undefined && /^[+-]?\d+$/.test(raw.trim()) ? Number(raw) : Number.NaN;
}

function readSelection(reading: RefiReading, element: XmlElement): RefiSelection {
  const { guids } = reading;
  return {
    guid: guids.own(element, 'annotation', 'selection'),
    name: attributeOf(element, 'name'),
    start: position(attributeOf(element, 'startPosition')),
    end: position(attributeOf(element, 'endPosition')),
    user: guids.reference(attributeOf(element, 'creatingUser', 'creatingUserGUID')),
    at: attributeOf(element, 'creationDateTime'),
    modifiedAt: attributeOf(element, 'modifiedDateTime'),
    description: textOf(element, 'Description'),
    codings: readCodings(reading, element),
    noteRefs: referencesOf(reading, element, 'NoteRef'),
  };
}

/** A `TextSource`, a `Representation` or a `Note`: the schema has one type for them. */
export function readTextSource(
  reading: RefiReading,
  element: XmlElement,
  record: 'document' | 'memo',
): RefiText {
  const { guids } = reading;
  if (record === 'memo') {
    for (const part of ['PlainTextSelection', 'Coding', 'VariableValue']) {
      for (const each of childrenOf(element, part)) remarkUnsupported(reading, `Note > ${part}`, each);
    }
  }
  return {
    guid: guids.own(element, record, record),
    name: attributeOf(element, 'name'),
    content: childOf(element, 'PlainTextContent')?.text,
    path: attributeOf(element, 'plainTextPath'),
    user: guids.reference(attributeOf(element, 'creatingUser', 'creatingUserGUID')),
    at: attributeOf(element, 'creationDateTime'),
    modifiedAt: attributeOf(element, 'modifiedDateTime'),
    description: textOf(element, 'Description'),
    selections:
      record === 'memo'
        ? []
        : childrenOf(element, 'PlainTextSelection').map((each) => readSelection(reading, each)),
    codings: record === 'memo' ? [] : readCodings(reading, element),
    noteRefs: referencesOf(reading, element, 'NoteRef'),
    values: record === 'memo' ? [] : readValues(reading, element),
  };
}
