/** An element to be written: with elements in it, with text, or empty. */
export interface XmlNode {
  readonly name: string;
  /** In the order in which they are written; one without a value is left out. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly content: readonly XmlNode[] | string;
}

export function element(
  name: string,
  attributes: XmlNode['attributes'] = {},
  content: readonly XmlNode[] | string = [],
): XmlNode {
  return { name, attributes, content };
}

/** The container with its items, or nothing: REFI forbids empty containers. */
export function container(name: string, items: readonly XmlNode[]): readonly XmlNode[] {
  return items.length === 0 ? [] : [element(name, {}, items)];
}

export interface WrittenXml {
  readonly xml: string;
  /** Characters that XML 1.0 forbids and that were put as something else. */
  readonly replaced: number;
}

/** Of these, XML 1.0 can hold some: https://www.w3.org/TR/xml/#charsets. */
const suspicious = /\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu;
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

/** A tree as an XML 1.0 document in UTF-8 without a byte order mark; what is read back is what was given. */
export function writeXml(root: XmlNode): WrittenXml {
  let replaced = 0;
  const parts: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  // A parser turns a bare carriage return into a line feed, and in attributes every white space into a blank.
  const escaped = (value: string, special: RegExp): string => {
    const clean = replaceForbidden(value);
    replaced += clean.replaced;
    return clean.text.replace(special, (sign) => references[sign] ?? sign);
  };
  const write = ({ name, attributes, content }: XmlNode, indent: string): void => {
    parts.push(indent, '<', name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) parts.push(' ', key, '="', escaped(value, /[&<>"\t\n\r]/g), '"');
    }
    if (content.length === 0) {
      parts.push('/>\n');
      return;
    }
    parts.push('>');
    if (typeof content === 'string') parts.push(escaped(content, /[&<>\r]/g));
    else {
      parts.push('\n');
      for (const child of content) write(child, `${indent} `);
      parts.push(indent);
    }
    parts.push('</', name, '>\n');
  };
  write(root, '');
  return { xml: parts.join(''), replaced };
}
