import { createHash } from 'node:crypto';

/** Writes small PDFs in Helvetica, so that tests say themselves what stands where. */

export interface PdfText {
  /** ASCII; placed with its left end here, in points from the lower left corner. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** In a Chinese font that says what its letters are only by a character map of the reader's own. */
  readonly chinese?: true;
}

export interface PdfOptions {
  /** Locked with a password that nobody knows. */
  readonly locked?: boolean;
  /** Locked with this password: RC4 with 40 bits, as the first version of the format had it. */
  readonly password?: string;
  /** More objects to hang into the catalog, such as an action to run when it is opened. */
  readonly catalog?: string;
  /** More entries of the font. */
  readonly font?: string;
}

export function pdf(pages: readonly (readonly PdfText[])[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const lock = options.password === undefined ? null : lockWith(options.password);
  const add = (body: string): number => objects.push(body);
  const catalog = add('');
  const tree = add('');
  const font = add(
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding ${options.font ?? ''} >>`,
  );
  const chinese = add(chineseFont);
  const kids = pages.map((texts) => {
    const content = texts
      .map(
        ({ text, x, y, size = 10, chinese: isChinese }) =>
          `BT /${isChinese === true ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${isChinese === true ? hex(text) : literal(text)} Tj ET`,
      )
      .join('\n');
    const number = objects.length + 1;
    const written = lock === null ? content : lock.encrypt(number, content);
    const stream = add(`<< /Length ${written.length} >>\nstream\n${written}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R /F2 ${chinese} 0 R >> >> >>`,
    );
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R ${options.catalog ?? ''} >>`;
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const nobodys = { owner: '5a'.repeat(32), user: '5a'.repeat(32) };
  const keys = options.locked === true ? nobodys : lock;
  const locked =
    keys === null
      ? ''
      : `/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${keys.owner}> /U <${keys.user}> >> /ID [<00> <00>]`;
  let file = '%PDF-1.4\n';
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R ${locked} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

/** Bytes that fill a password up to 32 (ISO 32000-1, algorithm 2). */
const filler = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

interface Lock {
  readonly owner: string;
  readonly user: string;
  readonly encrypt: (object: number, content: string) => string;
}

/** The standard security handler, revision 2; the same password for owner and user. */
function lockWith(password: string): Lock {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), filler]).subarray(0, 32);
  const md5 = (...parts: readonly Uint8Array[]): Buffer =>
    createHash('md5').update(Buffer.concat(parts)).digest();
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const rights = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padded, owner, rights, Buffer.from([0])).subarray(0, 5);
  return {
    owner: owner.toString('hex'),
    user: rc4(key, filler).toString('hex'),
    encrypt: (object, content) => {
      const own = md5(key, Buffer.from([object & 0xff, object >> 8, 0, 0, 0])).subarray(0, 10);
      return rc4(own, Buffer.from(content, 'latin1')).toString('latin1');
    },
  };
}

/** Node's own has it only in its legacy provider. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const at = (place: number): number => state[place & 255] ?? 0;
  const swap = (one: number, other: number): void => {
    [state[one & 255], state[other & 255]] = [at(other), at(one)];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}

const literal = (text: string): string => `(${text.replace(/[\\()]/g, (sign) => `\\${sign}`)})`;
const hex = (text: string): string =>
  `<${Array.from(text, (sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
const chineseFont =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>';

/** Lines one below the other, a leading of 12 points. */
export function pdfLines(texts: readonly string[], x: number, top: number): readonly PdfText[] {
  return texts.map((text, at) => ({ text, x, y: top - at * 12 }));
}
