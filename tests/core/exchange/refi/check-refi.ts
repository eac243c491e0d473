import type { XmlElement } from '@core/exchange/refi/xml-element';

/** Children in the order of the schema, and attributes: those that are required end in "!". */
interface Shape {
  readonly children: readonly string[];
  readonly attributes: readonly string[];
  /** At least one child. */
  readonly filled?: boolean;
}

const dated = ['creatingUser', 'creationDateTime', 'modifyingUser', 'modifiedDateTime'];
const textSource: Shape = {
  children: ['Description', 'PlainTextContent', 'PlainTextSelection', 'Coding', 'NoteRef', 'VariableValue'],
  attributes: ['guid!', 'name', 'richTextPath', 'plainTextPath', ...dated],
};
const reference: Shape = { children: [], attributes: ['targetGUID!'] };
const plain: Shape = { children: [], attributes: [] };
const filled = (...children: readonly string[]): Shape => ({ children, attributes: [], filled: true });
const rootNames = ['schemaLocation', 'xmlns', 'xsi', 'name', 'origin', 'creationDateTime'];

const projectShapes: Readonly<Record<string, Shape>> = {
  Project: {
    children: [
      ...['Users', 'CodeBook', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Graphs'],
      ...['Description', 'NoteRef'],
    ],
    attributes: rootNames,
  },
  Users: filled('User'),
  User: { children: [], attributes: ['guid!', 'name', 'id'] },
  CodeBook: filled('Codes'),
  Codes: filled('Code'),
  Code: {
    children: ['Description', 'NoteRef', 'Code'],
    attributes: ['guid!', 'name!', 'isCodable!', 'color'],
  },
  Variables: filled('Variable'),
  Variable: { children: ['Description'], attributes: ['guid!', 'name!', 'typeOfVariable!'] },
  Sources: filled('TextSource'),
  TextSource: textSource,
  Notes: filled('Note'),
  Note: textSource,
  PlainTextSelection: {
    children: ['Description', 'Coding', 'NoteRef'],
    attributes: ['guid!', 'name', 'startPosition!', 'endPosition!', ...dated],
  },
  Coding: {
    children: ['CodeRef', 'NoteRef'],
    attributes: ['guid!', 'creatingUser', 'creationDateTime'],
    filled: true,
  },
  VariableValue: {
    children: ['VariableRef', 'TextValue', 'BooleanValue', 'IntegerValue', 'FloatValue', 'DateValue'],
    attributes: [],
    filled: true,
  },
  Links: filled('Link'),
  Link: { children: ['NoteRef'], attributes: ['guid!', 'name', 'direction', 'originGUID', 'targetGUID'] },
  Sets: filled('Set'),
  Set: { children: ['Description', 'MemberCode'], attributes: ['guid!', 'name!'] },
  ...Object.fromEntries(['CodeRef', 'NoteRef', 'VariableRef', 'MemberCode'].map((name) => [name, reference])),
  ...Object.fromEntries(
    [
      ...['Description', 'PlainTextContent', 'TextValue', 'BooleanValue'],
      ...['IntegerValue', 'FloatValue', 'DateValue'],
    ].map((name) => [name, plain]),
  ),
};

const codebookShapes: Readonly<Record<string, Shape>> = {
  CodeBook: { children: ['Codes', 'Sets'], attributes: rootNames, filled: true },
  Codes: filled('Code'),
  Code: { children: ['Description', 'Code'], attributes: ['guid!', 'name!', 'isCodable!', 'color'] },
  Sets: filled('Set'),
  Set: { children: ['Description', 'MemberCode'], attributes: ['guid!', 'name!'] },
  MemberCode: { children: [], attributes: ['guid!'] },
  Description: plain,
};

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const patterns: Readonly<Record<string, RegExp>> = {
  guid,
  targetGUID: guid,
  originGUID: guid,
  creatingUser: guid,
  modifyingUser: guid,
  creationDateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
  modifiedDateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
  color: /^#[0-9a-f]{6}$/,
  isCodable: /^(?:true|false)$/,
  startPosition: /^\d+$/,
  endPosition: /^\d+$/,
  typeOfVariable: /^(?:Text|Boolean|Integer|Float|Date|DateTime)$/,
  direction: /^(?:Associative|OneWay|Bidirectional)$/,
};
const contents: Readonly<Record<string, RegExp>> = {
  BooleanValue: /^(?:true|false)$/,
  IntegerValue: /^-?\d+$/,
  FloatValue: /^-?\d+(?:\.\d+)?$/,
  DateValue: /^\d{4}-\d\d-\d\d$/,
};

/** What is wrong with a file by the rules of REFI-QDA 1.0, the schema's and those that a schema cannot say. */
export function checkRefi(root: XmlElement, files: ReadonlyMap<string, string>): readonly string[] {
  const shapes = root.name === 'Project' ? projectShapes : codebookShapes;
  const faults: string[] = [];
  const guids = new Map<string, string>();
  const references: (readonly [kind: string, guid: string])[] = [];

  const checkAttributes = (element: XmlElement, shape: Shape): void => {
    const allowed = shape.attributes.map((name) => name.replace('!', ''));
    for (const [name, value] of Object.entries(element.attributes)) {
      if (!allowed.includes(name)) faults.push(`${element.name} has ${name}`);
      if (patterns[name]?.test(value) === false) faults.push(`${element.name}@${name} is ${value}`);
      if (name === 'targetGUID' || name === 'creatingUser') references.push([element.name, value]);
    }
    for (const name of shape.attributes.filter((each) => each.endsWith('!'))) {
      if (element.attributes[name.slice(0, -1)] === undefined) faults.push(`${element.name} lacks ${name}`);
    }
    const own = element.name === 'MemberCode' ? undefined : element.attributes['guid'];
    if (own === undefined) return;
    if (guids.has(own)) faults.push(`${own} stands for ${guids.get(own)} and ${element.name}`);
    guids.set(own, element.name);
  };

  const checkText = (element: XmlElement): void => {
    const { plainTextPath, guid: own } = element.attributes;
    const inline = element.children.some(({ name }) => name === 'PlainTextContent');
    if (inline === (plainTextPath !== undefined)) faults.push(`${own}: text in two places or none`);
    if (plainTextPath === undefined) return;
    const file = plainTextPath.replace('internal://', '');
    const text = files.get(`sources/${file}`);
    if (file !== `${own}.txt` || text === undefined) faults.push(`${own}: no file ${plainTextPath}`);
    if (text === undefined) return;
    if (/\r|^\uFEFF/.test(text)) faults.push(`${own}: line ends or byte order mark`);
    const letters = Array.from(text);
    for (const { name, attributes } of element.children) {
      if (name !== 'PlainTextSelection') continue;
      const slice = letters.slice(Number(attributes['startPosition']), Number(attributes['endPosition']));
      const called = slice.join('').replace(/\s*\n\s*/g, ' ');
      if (called !== (attributes['name'] ?? '')) faults.push(`${attributes['guid']}: "${called}"`);
    }
  };

  const walk = (element: XmlElement): void => {
    const shape = shapes[element.name];
    if (shape === undefined) {
      faults.push(`${element.name} is unknown`);
      return;
    }
    checkAttributes(element, shape);
    if (shape.filled === true && element.children.length === 0) faults.push(`${element.name} is empty`);
    if (contents[element.name]?.test(element.text) === false) {
      faults.push(`${element.name} holds ${element.text}`);
    }
    const ranks = element.children.map(({ name }) => shape.children.indexOf(name));
    if (ranks.some((rank, at) => rank < 0 || rank < (ranks[at - 1] ?? 0))) {
      faults.push(`${element.name}: ${element.children.map(({ name }) => name).join(' ')}`);
    }
    if (element.name === 'TextSource' || element.name === 'Note') checkText(element);
    element.children.forEach(walk);
  };
  walk(root);
  for (const [kind, target] of references) {
    if (!guids.has(target)) faults.push(`${kind} points to ${target}, which is not there`);
  }
  return faults;
}
