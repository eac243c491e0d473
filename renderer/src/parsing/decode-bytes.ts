import { fail, type Result, succeed } from '@core/result';
import type { DetectedEncoding } from '@preload/contract';
import { declaredEncoding } from './declared-encoding';
import { mendHalves } from './encoded-halves';
import { guessLegacyEncoding } from './legacy-encoding';
import { binaryKind, controlShare } from './sniff-bytes';
import { guessEastAsianUtf16, guessUtf16, hardly } from './utf16-guess';

export interface DecodedText {
  /** With its byte order mark, if it has one. */
  readonly text: string;
  readonly encoding: DetectedEncoding;
  /** Places where the bytes were not of that encoding and U+FFFD stands instead. */
  readonly replaced: number;
}

export interface DecodeError {
  readonly code: 'empty-file' | 'binary-file' | 'bad-encoding';
  readonly detail?: string;
}

/** Of bytes, that may be control characters in something still worth reading. */
const mostControls = 0.05;

/** Three whole characters beyond ASCII for every fault: other encodings make such bytes by accident only. */
const mostlyWhole = 0.75;

/** ISO-2022-JP is ASCII throughout, and so passes for UTF-8; these sequences begin its Japanese. */
const japaneseShifts = ['\u001B$B', '\u001B$@'];

const marks: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Text from the bytes of a file: in the encoding that a person chose, else by what they say of themselves and never by its name: byte order mark, kinds of
 * file that are no text, UTF-8, UTF-16 without a mark, UTF-8 with a few faults, what an HTML page declares, and at
 * last a guess from frequencies.
 */
export async function decodeBytes(
  bytes: Uint8Array,
  chosen?: string,
): Promise<Result<DecodedText, DecodeError>> {
  const decoded = chosen === undefined ? await decode(bytes) : decodeAs(bytes, chosen);
  if (decoded.ok && decoded.value.text.trim() === '') return fail({ code: 'empty-file' });
  return decoded;
}

function decodeAs(bytes: Uint8Array, label: string): Result<DecodedText, DecodeError> {
  try {
    const { encoding } = new TextDecoder(label);
    return succeed(decodeLoosely(bytes, { label: encoding, told_by: 'choice', confidence: 1 }));
  } catch {
    return fail({ code: 'bad-encoding', detail: label });
  }
}

async function decode(bytes: Uint8Array): Promise<Result<DecodedText, DecodeError>> {
  if (bytes.length === 0) return fail({ code: 'empty-file' });
  const mark = marks.find((one) => one.bytes.every((byte, at) => bytes[at] === byte));
  if (mark !== undefined)
    return succeed(decodeLoosely(bytes, { label: mark.encoding, told_by: 'mark', confidence: 1 }));
  const kind = binaryKind(bytes);
  if (kind !== undefined) return fail({ code: 'binary-file', detail: kind });

  const controls = controlShare(bytes);
  const strict = decodeStrictly(bytes, { label: 'utf-8', told_by: 'validity', confidence: 1 });
  const isJapaneseMail = japaneseShifts.some((shift) => strict?.text.includes(shift) === true);
  const isSound = strict !== undefined && controls <= mostControls && !isJapaneseMail;
  const eastAsian = guessEastAsianUtf16(bytes);
  // Sound as it is, and yet it may be a few words of another kind.
  if (isSound) return succeed(eastAsian === undefined ? strict : asGuess(strict, hardly));
  const wide = guessUtf16(bytes) ?? eastAsian;
  if (wide !== undefined) return succeed(decodeLoosely(bytes, { ...wide, told_by: 'guess' }));
  if (controls > mostControls) return fail({ code: 'binary-file', detail: 'control-characters' });
  if (strict === undefined) {
    const mended = mendHalves(bytes);
    if (mended !== undefined)
      return succeed({ ...mended, encoding: { label: 'utf-8', told_by: 'validity', confidence: 1 } });
    const loose = decodeLoosely(bytes, { label: 'utf-8', told_by: 'guess', confidence: 0 });
    const confidence = shareOfWhole(loose);
    if (confidence >= mostlyWhole) return succeed({ ...loose, encoding: { ...loose.encoding, confidence } });
  }
  const declared = declaredEncoding(bytes);
  const asDeclared =
    declared === undefined
      ? undefined
      : decodeStrictly(bytes, { label: declared, told_by: 'declaration', confidence: 1 });
  if (asDeclared !== undefined) return succeed(asDeclared);
  return succeed(decodeLoosely(bytes, { ...(await guessLegacyEncoding(bytes)), told_by: 'guess' }));
}

function asGuess(decoded: DecodedText, confidence: number): DecodedText {
  return { ...decoded, encoding: { ...decoded.encoding, told_by: 'guess', confidence } };
}

function decodeStrictly(bytes: Uint8Array, encoding: DetectedEncoding): DecodedText | undefined {
  try {
    const text = new TextDecoder(encoding.label, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding, replaced: 0 };
  } catch {
    return undefined;
  }
}

function decodeLoosely(bytes: Uint8Array, encoding: DetectedEncoding): DecodedText {
  const strict = decodeStrictly(bytes, encoding);
  if (strict !== undefined) return strict;
  const text = new TextDecoder(encoding.label, { ignoreBOM: true }).decode(bytes);
  // Those that the file itself holds are few, and in a file with faults nobody can tell them apart.
  return { text, encoding, replaced: text.match(/\uFFFD/g)?.length ?? 0 };
}

/** Of the characters beyond ASCII, 0 to 1, those that are whole. */
function shareOfWhole({ text, replaced }: DecodedText): number {
  const beyond = text.match(/[^\0-\x7F]/gu)?.length ?? 0;
  return beyond === 0 ? 0 : (beyond - replaced) / beyond;
}
