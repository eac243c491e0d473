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
  /** More objects to hang into the catalog, such as an action to run when it is opened. */
  readonly catalog?: string;
}

export function pdf(pages: readonly (readonly PdfText[])[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add('');
  const tree = add('');
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const chinese = add(chineseFont);
  const kids = pages.map((texts) => {
    const content = texts
      .map(
        ({ text, x, y, size = 10, chinese: isChinese }) =>
          `BT /${isChinese === true ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${isChinese === true ? hex(text) : literal(text)} Tj ET`,
      )
      .join('\n');
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R /F2 ${chinese} 0 R >> >> >>`,
    );
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R ${options.catalog ?? ''} >>`;
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const key = '<'.concat('5a'.repeat(32), '>');
  const lock =
    options.locked === true
      ? `/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O ${key} /U ${key} >> /ID [<00> <00>]`
      : '';
  let file = '%PDF-1.4\n';
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R ${lock} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
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
