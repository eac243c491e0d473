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

export interface GuessedEncoding {
  /** WHATWG label. */
  readonly label: string;
  /** 0 to 1: how far the next best that makes another text is behind, and how many bytes there were to go by. */
  readonly confidence: number;
}

/** What it is when nothing tells, and what wins a near tie at low confidence: the commonest by far. */
const fallback = 'windows-1252';
const sure = 0.2;
const tie = 0.02;

/**
 * The encoding of bytes that are not UTF-8, guessed from their frequencies (jschardet, loaded
 * when first needed: its tables weigh a megabyte). Short texts can be guessed wrongly.
 */
export async function guessLegacyEncoding(bytes: Uint8Array): Promise<GuessedEncoding> {
  const { chardet } = await import('jschardet');
  const sample = tellingPart(bytes);
  const found = chardet
    .detectAll(sample, { includeEncodings: Object.keys(labels), ignoreThreshold: true })
    .flatMap(({ encoding, confidence }) => {
      const label = labelByName.get(encoding?.toLowerCase() ?? '');
      const isPossible =
        label !== undefined && (confidence >= sure ? decodes(bytes, label) : isWordly(bytes, label));
      return isPossible ? [{ label, confidence }] : [];
    });
  const best = found[0];
  if (best === undefined) return { label: fallback, confidence: 0 };
  const usual = found.find(({ label }) => label === fallback);
  const isTie = best.confidence < sure && usual !== undefined && usual.confidence >= best.confidence - tie;
  const chosen = isTie ? usual : best;
  return { label: chosen.label, confidence: lead(chosen, found, sample) };
}

/**
 * The detector's own figures only rank: sound Russian gets 0.45 at any length. What counts is the distance to the next
 * candidate. One that makes the same text of these bytes is no rival, nor is one that makes control characters of them:
 * where the chosen one does, it is hardly right.
 */
function lead(chosen: GuessedEncoding, found: readonly GuessedEncoding[], bytes: Uint8Array): number {
  const text = new TextDecoder(chosen.label).decode(bytes);
  if (oldControls.test(text)) return 0;
  const rival = found.find(({ label }) => {
    const other = new TextDecoder(label).decode(bytes);
    return other !== text && !oldControls.test(other);
  });
  const beyond = bytes.reduce((count, byte) => count + Number(byte > 0x7f), 0);
  const margin = chosen.confidence <= 0 ? 0 : 1 - (rival?.confidence ?? 0) / chosen.confidence;
  return Math.max(0, margin) * (beyond / (beyond + 1));
}

const oldControls = /[\u0080-\u009F]/;

/** Bytes from which an encoding is guessed at most. */
const sampleSize = 1024 * 1024;

/** From shortly before the first byte that ASCII does not have: what stands before tells nothing. */
function tellingPart(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleSize) return bytes;
  const from = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - 1024);
  return bytes.subarray(from, from + sampleSize);
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
