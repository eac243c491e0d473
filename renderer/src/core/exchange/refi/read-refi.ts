import { fail, type Result, succeed } from '../../result';
import type { RecordKind } from '../import-report';
import { guidReader } from './guid-reader';
import { readTextSource, readValues } from './read-text-source';
import type { RefiCase, RefiCode, RefiFile, RefiLink, RefiSet, RefiText, Remark } from './refi-model';
import { type RefiReading, referencesOf, remarkUnsupported } from './refi-reading';
import type { RefiType } from './refi-values';
import { attributeOf, childOf, childrenOf, itemsOf, textOf, type XmlElement } from './xml-element';

/** The root is neither a REFI project nor a REFI codebook. */
export interface NotRefi {
  readonly kind: 'not-refi';
  readonly root: string;
}

const types: readonly RefiType[] = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'];

function readCode(reading: RefiReading, element: XmlElement): RefiCode {
  return {
    guid: reading.guids.own(element, 'code', 'code'),
    name: attributeOf(element, 'name'),
    isCodable: !/^(?:false|0)$/i.test(attributeOf(element, 'isCodable') ?? 'true'),
    color: attributeOf(element, 'color'),
    description: textOf(element, 'Description'),
    noteRefs: referencesOf(reading, element, 'NoteRef'),
    children: childrenOf(element, 'Code').map((child) => readCode(reading, child)),
  };
}

function readCase(reading: RefiReading, element: XmlElement): RefiCase {
  for (const part of ['CodeRef', 'SelectionRef', 'Description']) {
    for (const each of childrenOf(element, part)) remarkUnsupported(reading, `Case > ${part}`, each);
  }
  return {
    guid: reading.guids.own(element, 'file', 'case'),
    name: attributeOf(element, 'name'),
    values: readValues(reading, element),
    sources: referencesOf(reading, element, 'SourceRef'),
  };
}

function readLink(reading: RefiReading, element: XmlElement): RefiLink {
  for (const each of childrenOf(element, 'NoteRef')) remarkUnsupported(reading, 'Link > NoteRef', each);
  return {
    guid: reading.guids.own(element, 'link', 'link'),
    name: attributeOf(element, 'name'),
    from: reading.guids.reference(attributeOf(element, 'originGUID')),
    to: reading.guids.reference(attributeOf(element, 'targetGUID')),
  };
}

function readSet(reading: RefiReading, element: XmlElement): RefiSet {
  for (const part of ['MemberSource', 'MemberNote']) {
    for (const each of childrenOf(element, part)) remarkUnsupported(reading, `Set > ${part}`, each);
  }
  return {
    guid: reading.guids.own(element, 'file', 'set'),
    name: attributeOf(element, 'name'),
    codes: referencesOf(reading, element, 'MemberCode'),
  };
}

/** The text of a source: its own, or the one that represents a PDF. Pictures and sound have none that could be coded. */
function readSource(reading: RefiReading, element: XmlElement): readonly RefiText[] {
  const kind = element.name.toLowerCase();
  if (kind === 'textsource') return [readTextSource(reading, element, 'document')];
  const representation = kind === 'pdfsource' ? childOf(element, 'Representation') : undefined;
  if (representation === undefined) {
    remarkUnsupported(reading, element.name, element);
    return [];
  }
  for (const each of childrenOf(element, 'PDFSelection')) remarkUnsupported(reading, 'PDFSelection', each);
  // What is said about the PDF holds for its text; references to either mean this document.
  const { attributes, children } = representation;
  const whole = ['Coding', 'NoteRef', 'VariableValue', 'Description'];
  return [
    readTextSource(
      reading,
      {
        ...representation,
        attributes: { ...attributes, ...element.attributes },
        children: [...children, ...element.children.filter(({ name }) => whole.includes(name))],
      },
      'document',
    ),
  ];
}

function unsupportedParts(reading: RefiReading, root: XmlElement): void {
  for (const graph of itemsOf(root, 'Graphs', 'Graph')) remarkUnsupported(reading, 'Graph', graph);
}

/** Reads the tree of a `project.qde` or `.qdc`, of any version of the namespace. */
export function readRefi(root: XmlElement): Result<RefiFile, NotRefi> {
  const isProject = /^project$/i.test(root.name);
  if (!isProject && !/^codebook$/i.test(root.name)) return fail({ kind: 'not-refi', root: root.name });
  const remarks: Remark[] = [];
  const reading: RefiReading = { guids: guidReader(remarks), remarks };
  const guid = (element: XmlElement, record: RecordKind, kind: string) =>
    reading.guids.own(element, record, kind);
  const book = isProject ? childOf(root, 'CodeBook') : root;
  unsupportedParts(reading, root);
  return succeed({
    kind: isProject ? 'project' : 'codebook',
    name: attributeOf(root, 'name') ?? '',
    origin: attributeOf(root, 'origin') ?? '',
    users: itemsOf(root, 'Users', 'User').map((user) => ({
      guid: guid(user, 'coder', 'user'),
      name: attributeOf(user, 'name'),
      id: attributeOf(user, 'id'),
    })),
    codes: itemsOf(book, 'Codes', 'Code').map((code) => readCode(reading, code)),
    variables: itemsOf(root, 'Variables', 'Variable').map((variable) => {
      for (const each of childrenOf(variable, 'Description')) {
        if (each.text.trim() !== '') remarkUnsupported(reading, 'Variable > Description', variable);
      }
      const type = attributeOf(variable, 'typeOfVariable')?.toLowerCase();
      return {
        guid: guid(variable, 'attribute', 'variable'),
        name: attributeOf(variable, 'name'),
        type: types.find((each) => each.toLowerCase() === type) ?? 'Text',
      };
    }),
    cases: itemsOf(root, 'Cases', 'Case').map((each) => readCase(reading, each)),
    sources: childrenOf(root, 'Sources').flatMap(({ children }) =>
      children.flatMap((source) => readSource(reading, source)),
    ),
    notes: itemsOf(root, 'Notes', 'Note').map((note) => readTextSource(reading, note, 'memo')),
    links: itemsOf(root, 'Links', 'Link').map((link) => readLink(reading, link)),
    sets: [...itemsOf(root, 'Sets', 'Set'), ...(isProject ? itemsOf(book, 'Sets', 'Set') : [])].map((set) =>
      readSet(reading, set),
    ),
    description: textOf(root, 'Description'),
    noteRefs: referencesOf(reading, root, 'NoteRef'),
    remarks,
  });
}
