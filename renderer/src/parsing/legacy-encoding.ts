/** Encodings that are guessed, by the detector's name, with the label that browsers know; a new one is a row. */
const labels = {
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  cp1258: 'windows-1258',
  'koi8-r': 'koi8-r',
  'koi8-u': 'koi8-u',
  ibm866: 'ibm866',
  'iso-8859-2': 'iso-8859-2',
  'iso-8859-5': 'iso-8859-5',
  gb18030: 'gb18030',
  big5: 'big5',
  cp932: 'shift_jis',
  'euc-jp': 'euc-jp',
  cp949: 'euc-kr',
  'iso-2022-jp': 'iso-2022-jp',
} as const;
const labelByName = new Map<string, string>(Object.entries(labels));

/** What it is when nothing tells, and what wins a near tie at low confidence: the commonest by far. */
const fallback = 'windows-1252';
const sure = 0.2;
const tie = 0.02;

/**
 * The WHATWG label of the encoding of bytes that are not UTF-8, guessed from their frequencies (jschardet, loaded
 * when first needed: its tables weigh a megabyte). Short texts can be guessed wrongly.
 */
export async function guessLegacyEncoding(bytes: Uint8Array): Promise<string> {
  const { chardet } = await import('jschardet');
  const found = chardet
    .detectAll(bytes, { includeEncodings: Object.keys(labels), ignoreThreshold: true })
    .flatMap(({ encoding, confidence }) => {
      const label = labelByName.get(encoding?.toLowerCase() ?? '');
      const isPossible =
        label !== undefined && (confidence >= sure ? decodes(bytes, label) : isWordly(bytes, label));
      return isPossible ? [{ label, confidence }] : [];
    });
  const best = found[0];
  if (best === undefined) return fallback;
  const usual = found.find(({ label }) => label === fallback);
  const isTie = best.confidence < sure && usual !== undefined && usual.confidence >= best.confidence - tie;
  return isTie ? fallback : best.label;
}

/** A word of two scripts: the sign of a French or German text that is read as Greek or Cyrillic. */
const mixedWord = /[A-Za-z](?!\p{Script=Latin})\p{L}|(?!\p{Script=Latin})\p{L}[A-Za-z]/u;

function isWordly(bytes: Uint8Array, label: string): boolean {
  return decodes(bytes, label) && !mixedWord.test(new TextDecoder(label).decode(bytes));
}

function decodes(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
