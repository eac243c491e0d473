import { Unzlib } from 'fflate';

/** Bytes that one stream may inflate to: the drawing of a page, its fonts and its index need a hundredth of it. */
const largestStream = 64 * 1024 * 1024;
/** And all of them: so many in any case, and more for each byte of the file. */
const all = { least: 128 * 1024 * 1024, perByte: 100 } as const;
/** Deflate over itself: once is a habit of few programs, and more of none. */
const mostRounds = 4;
/** Bytes before a stream in which its dictionary stands. */
const dictionaryReach = 2_000;
/** Bytes inflated at a time: at the most, a thousand times as many come out before they are counted. */
const slice = 4_096;
/** Slices without a byte out of them after which a stream is taken to be over. */
const mostSilent = 16;

interface PackedStream {
  /** Where its packed bytes begin. */
  readonly from: number;
  /** How often it is to be inflated. */
  readonly rounds: number;
  /** Where its filters are named, if it says that it is a picture. */
  readonly picture: readonly number[];
}

/**
 * A copy of a PDF's bytes in which pictures stay packed, since nobody looks at them; `null` where a stream inflates
 * without end. pdf.js keeps all that one holds, so each is inflated before and let go as it comes. Streams under
 * encryption or another filter cannot be judged so: for them there are the limits of the parser.
 */
export function withBoundedStreams(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const copy = new Uint8Array(bytes);
  let left = all.least + all.perByte * bytes.length;
  for (const { from, rounds, picture } of packedStreams(bytes)) {
    for (const at of picture) copy[at] = unknownFilter;
    if (picture.length > 0) continue;
    if (rounds > mostRounds) return null;
    try {
      left -= inflatedSize(bytes.subarray(from), rounds, left);
    } catch (error) {
      if (error instanceof TooMuch) return null;
      throw error;
    }
  }
  return copy;
}

/** "XlateDecode": pdf.js leaves a stream as it is where it does not know the filter. */
const unknownFilter = 'X'.charCodeAt(0);
const endOfWord = 'm'.charCodeAt(0);
const streamBegins = /^stream[ \t]*\r?\n/;
const filterList = /\/F(?:ilter)?\s*(?:\[[^\]]*\]|\/[^\s/<>[\]()]+)/;
const flate = /\/(?:FlateDecode|Fl)(?![^\s/<>[\]()])/g;
const image = /\/Subtype\s*\/Image(?![^\s/<>[\]()])/;

/** Streams that are packed by Deflate; found by their keyword, whatever the file's own index says. */
function* packedStreams(bytes: Uint8Array): Generator<PackedStream> {
  for (let at = bytes.indexOf(endOfWord); at !== -1; at = bytes.indexOf(endOfWord, at + 1)) {
    const begun = at - 'strea'.length;
    const begins = streamBegins.exec(latin1(bytes, begun, at + 20));
    if (begins === null || latin1(bytes, begun - 3, begun) === 'end') continue;
    const reach = Math.max(0, begun - dictionaryReach);
    const before = latin1(bytes, reach, begun);
    const written = before.slice(before.lastIndexOf('obj') + 1);
    // Any letter of a name may be written by its number.
    const plain = written.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    const list = filterList.exec(plain);
    const names = list === null ? [] : [...list[0].matchAll(flate)];
    if (list === null || names.length === 0) continue;
    const start = begun - written.length + list.index;
    const isPicture = plain === written && image.test(plain);
    yield {
      from: begun + begins[0].length,
      rounds: names.length,
      picture: isPicture ? names.map((name) => start + name.index + 1) : [],
    };
  }
}

class TooMuch extends Error {}

/** Bytes that come out of it in all its rounds together. Throws `TooMuch` for what no PDF holds. */
function inflatedSize(packed: Uint8Array, rounds: number, left: number): number {
  let [total, silent] = [0, 0];
  const inflate = (round: number): ((part: Uint8Array) => void) => {
    let size = 0;
    const next = round < rounds ? inflate(round + 1) : undefined;
    const stream = new Unzlib((part) => {
      size += part.length;
      total += part.length;
      if (part.length > 0) silent = 0;
      if (size > largestStream || total > left) throw new TooMuch();
      next?.(part);
    });
    return (part) => {
      for (let at = 0; at < part.length; at += slice) stream.push(part.subarray(at, at + slice));
    };
  };
  const push = inflate(1);
  try {
    // How long it is its dictionary says, or another object, or nobody; after its end nothing more comes out.
    for (let at = 0; at < packed.length && silent < mostSilent; at += slice) {
      silent += 1;
      push(packed.subarray(at, at + slice));
    }
  } catch (error) {
    if (error instanceof TooMuch) throw error;
    // Whatever the library says of it: no deflated data, or none any more.
  }
  return total;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(Math.max(0, from), to));
}
