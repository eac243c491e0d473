/** An element to be written: with elements in it, with text, or empty. */
export interface XmlNode {
  readonly name: string;
  /** In the order in which they are written; one without a value is left out. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** Elements are gone through once, as they are written: a large file need not be held as a tree beside its text. */
  readonly content: Iterable<XmlNode> | string;
}

export function element(
  name: string,
  attributes: XmlNode['attributes'] = {},
  content: XmlNode['content'] = [],
): XmlNode {
  return { name, attributes, content };
}

/** The container with its items, or nothing: REFI forbids empty containers. */
export function container(name: string, items: readonly XmlNode[]): readonly XmlNode[] {
  return items.length === 0 ? [] : [element(name, {}, items)];
}

/** Nothing of this in a value, and it stands in XML as it is: most do, and are not looked at twice. */
const notPlain = /[\p{Cc}\p{Surrogate}\uFFFE\uFFFF&<>"]/u;
/** Of these, XML 1.0 can hold some: https://www.w3.org/TR/xml/#charsets. */
const suspicious = /\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu;
/** UTF-16 units after which a part ends. */
const partLength = 65_536;
const inAttributes = /[&<>"\t\n\r]/g;
const inContent = /[&<>\r]/g;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML cannot hold even as a reference: control characters become their pictures, the rest U+FFFD. */
export function replaceForbidden(text: string): { readonly text: string; readonly replaced: number } {
  let replaced = 0;
  const clean = text.replace(suspicious, (found) => {
    const unit = found.charCodeAt(0);
    if (unit === 0x09 || unit === 0x0a || unit === 0x0d || (unit >= 0x7f && unit <= 0x9f)) return found;
    replaced += 1;
    return unit < 0x20 ? String.fromCharCode(0x2400 + unit) : '\ufffd';
  });
  return { text: clean, replaced };
}

/** An element begun, whose content is still being gone through. */
interface Begun {
  readonly name: string;
  readonly indent: string;
  readonly rest: Iterator<XmlNode>;
  isEmpty: boolean;
}

/**
 * A tree as an XML 1.0 document, in parts of some 64 kilobytes that end between two characters; what is read back is
 * what was given. A large file is never there whole. `onReplaced` is told of characters that XML 1.0 forbids, how many
 * of a value were put as something else.
 */
export function* xmlParts(root: XmlNode, onReplaced: (count: number) => void): Generator<string, void> {
  let part = '<?xml version="1.0" encoding="UTF-8"?>\n';
  // A parser turns a bare carriage return into a line feed, and in attributes every white space into a blank.
  const escaped = (value: string, special: RegExp): string => {
    if (!notPlain.test(value)) return value;
    const { text, replaced } = replaceForbidden(value);
    if (replaced > 0) onReplaced(replaced);
    return text.replace(special, (sign) => references[sign] ?? sign);
  };
  const begun: Begun[] = [];
  const begin = ({ name, attributes, content }: XmlNode, indent: string): void => {
    part += `${indent}<${name}`;
    for (const key of Object.keys(attributes)) {
      const value = attributes[key];
      if (value !== undefined) part += ` ${key}="${escaped(value, inAttributes)}"`;
    }
    if (typeof content === 'string')
      part += content === '' ? '/>\n' : `>${escaped(content, inContent)}</${name}>\n`;
    else begun.push({ name, indent, rest: content[Symbol.iterator](), isEmpty: true });
  };
  begin(root, '');
  for (let last = begun.at(-1); last !== undefined; last = begun.at(-1)) {
    const next = last.rest.next();
    if (next.done === true) {
      part += last.isEmpty ? '/>\n' : `${last.indent}</${last.name}>\n`;
      begun.pop();
    } else {
      if (last.isEmpty) part += '>\n';
      last.isEmpty = false;
      begin(next.value, `${last.indent} `);
    }
    if (part.length < partLength) continue;
    yield part;
    part = '';
  }
  yield part;
}
