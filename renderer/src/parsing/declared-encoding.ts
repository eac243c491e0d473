/** Bytes at the head of a page in which browsers look for the declaration, and some more. */
const reach = 4096;
const isPage = /<(?:!doctype\s+html|html|head|meta|title|body)\b/i;
const declarations: readonly RegExp[] = [
  /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i,
  /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)["']/i,
];

/** The label that an HTML page declares for its bytes; `undefined` for other files and for unknown labels. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, reach));
  if (!isPage.test(head)) return undefined;
  for (const pattern of declarations) {
    const label = pattern.exec(head)?.[1];
    if (label === undefined) continue;
    try {
      const { encoding } = new TextDecoder(label);
      // A page whose declaration can be read this way is not in UTF-16, whatever it says.
      if (!encoding.startsWith('utf-16')) return encoding;
    } catch {
      // No encoding of that name: as good as none.
    }
  }
  return undefined;
}
