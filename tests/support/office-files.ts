/** Small office files, made anew for each test: what a person's own programs would write, and what an attack would. */
import { strToU8, zipSync } from 'fflate';

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export function zip(parts: Parts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

/** Whole paragraphs that lead somewhere, as the headlines of downloads do. */
export interface LinkedParagraph {
  readonly text: string;
  readonly address: string;
}

/** One paragraph: its text, or that with the name of a style or a link; `[a, b]` is a row of a table. */
export type WordParagraph =
  | string
  | { readonly text: string; readonly style: string }
  | LinkedParagraph
  | readonly string[];

const wordNames = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function docxParts(paragraphs: readonly WordParagraph[], more = ''): Parts {
  const run = (text: string): string =>
    `<w:r><w:t xml:space="preserve">${escapeXml(text).replaceAll('\n', '</w:t><w:br/><w:t>')}</w:t></w:r>`;
  // The words of a search are runs of their own in it; the first link is by relation, the others by field.
  const links: string[] = [];
  const linked = ({ text, address }: LinkedParagraph): string => {
    const runs = text
      .split(/(?<= )/)
      .map(run)
      .join('');
    links.push(address);
    if (links.length === 1)
      return `<w:bookmarkStart w:id="1" w:name="Title_1"/><w:hyperlink r:id="l1" w:history="1">${runs}</w:hyperlink><w:bookmarkEnd w:id="1"/>`;
    const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = `<w:r><w:instrText xml:space="preserve"> HYPERLINK "${escapeXml(address)}" </w:instrText></w:r>`;
    return `${sign('begin')}${code}${sign('separate')}${runs}${sign('end')}`;
  };
  const styles = new Set<string>();
  const write = (one: WordParagraph): string => {
    if (typeof one === 'string') return `<w:p>${run(one)}</w:p>`;
    if ('style' in one) {
      styles.add(one.style);
      return `<w:p><w:pPr><w:pStyle w:val="${one.style.replaceAll(' ', '')}"/></w:pPr>${run(one.text)}</w:p>`;
    }
    if ('address' in one) return `<w:p>${linked(one)}</w:p>`;
    const cells = one.map((cell) => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`).join('');
    return `<w:tbl><w:tr>${cells}</w:tr></w:tbl>`;
  };
  const body = paragraphs.map(write).join('') + more;
  const named = [...styles].map(
    (name) =>
      `<w:style w:type="paragraph" w:styleId="${name.replaceAll(' ', '')}"><w:name w:val="${name}"/></w:style>`,
  );
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationNames}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="${relationNames}/styles" Target="styles.xml"/><Relationship Id="x1" Type="${relationNames}/image" Target="file:///etc/hostname" TargetMode="External"/>${links
      .slice(0, 1)
      .map(
        (address) =>
          `<Relationship Id="l1" Type="${relationNames}/hyperlink" Target="${escapeXml(address)}" TargetMode="External"/>`,
      )
      .join('')}</Relationships>`,
    'word/styles.xml': `${declaration}<w:styles xmlns:w="${wordNames}">${named.join('')}</w:styles>`,
    'word/document.xml': `${declaration}<w:document xmlns:w="${wordNames}" xmlns:r="${relationNames}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`,
  };
}

export const docx = (paragraphs: readonly WordParagraph[], more = ''): Uint8Array =>
  zip(docxParts(paragraphs, more));

/** A picture that is to be loaded from the disk. */
export const linkedPicture =
  '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="x1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';

const odfNames = ['office', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** `body`: elements of OpenDocument inside `office:text`. */
export function odt(body: string, prolog = ''): Uint8Array {
  const mimetype = strToU8('application/vnd.oasis.opendocument.text');
  return zipSync({
    mimetype: [mimetype, { level: 0 }],
    'META-INF/manifest.xml': strToU8(
      '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    ),
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>${prolog}<office:document-content ${odfNames}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });
}

/** An OpenDocument text whose manifest says that its parts are encrypted. */
export function lockedOdt(): Uint8Array {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'META-INF/manifest.xml': strToU8(
      '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><encryption-data/></manifest>',
    ),
    'content.xml': strToU8('sealed'),
  });
}

/** A rich text file of paragraphs in windows-1252, letters beyond it as code units with a fallback. */
export function rtf(paragraphs: readonly (string | LinkedParagraph)[]): Uint8Array {
  const write = (text: string): string =>
    text
      .replace(/[\\{}]/g, (sign) => `\\${sign}`)
      .replace(/[^\0-\x7F]/g, (letter) => `\\u${letter.charCodeAt(0)}?`)
      .replaceAll('\n', '\\line ');
  const linked = ({ text, address }: LinkedParagraph): string =>
    `{\\*\\bkmkstart Title}{\\field\\fldedit{\\*\\fldinst {HYPERLINK "${write(address)}"}}{\\fldrslt {\\cs15\\ul ${write(text)}}}}{\\*\\bkmkend Title}`;
  const body = paragraphs
    .map((one) => `\\pard ${typeof one === 'string' ? write(one) : linked(one)}\\par`)
    .join('\n');
  return strToU8(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Helvetica;}}\\f0\\fs24\n${body}\n}`,
  );
}

/** A compound file as far as its kind is told by it: header, and a directory of the named streams. */
export function compoundFile(names: readonly string[]): Uint8Array {
  const sector = 512;
  const file = Buffer.alloc(sector * 8);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(3, 48);
  for (const [at, name] of ['Root Entry', ...names].entries()) {
    const entry = sector * 4 + at * 128;
    file.write(name, entry, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, entry + 64);
  }
  return file;
}
