/** An element of a parsed XML file, as plain data: names without their prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text directly in it, references resolved. */
  readonly text: string;
}

/**
 * Names are compared without regard to case: exporters differ, and the schemas have no two that differ in case only.
 * Theirs are ASCII, so that names of another length are others: most are told apart by that.
 */
function isCalled(found: string, name: string): boolean {
  if (found.length !== name.length) return false;
  return found === name || found.toLowerCase() === name.toLowerCase();
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => isCalled(child.name, name)) ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => isCalled(child.name, name));
}

/** The items of a container: `CodeBook > Codes > Code` is `itemsOf(book, 'Codes', 'Code')`. */
export function itemsOf(element: XmlElement | undefined, name: string, item: string): readonly XmlElement[] {
  return childrenOf(element, name).flatMap((each) => childrenOf(each, item));
}

/** The first of the attributes that is there and not empty. */
export function attributeOf(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = element.attributes[name] ?? inOtherCase(element, name);
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

function inOtherCase({ attributes }: XmlElement, name: string): string | undefined {
  const found = Object.keys(attributes).find((key) => isCalled(key, name));
  return found === undefined ? undefined : attributes[found];
}

/** Text of a child; undefined where there is none or it is blank. */
export function textOf(element: XmlElement, name: string): string | undefined {
  const text = childOf(element, name)?.text;
  return text === undefined || text.trim() === '' ? undefined : text;
}
