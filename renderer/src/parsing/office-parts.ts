import { fail, type Result, succeed } from '@core/result';
import { archiveProblem, type FileProblem, xmlProblem } from './file-problem';
import { readArchive } from './read-archive';
import { readXml } from './read-xml';
import { parseInertXml } from './trusted-types';

/**
 * The XML parts of an office file that are wanted, each one sound: no document type, no depth or number of attributes
 * that only an attack has.
 */
export function readXmlParts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Result<ReadonlyMap<string, string>, FileProblem> {
  const read = readArchive(bytes, isWanted);
  if (!read.ok) return fail(archiveProblem(read.error));
  const parts = new Map<string, string>();
  for (const [name, content] of read.value) {
    const text = decodeXml(content);
    const sound = readXml(text);
    if (!sound.ok) return fail(xmlProblem(sound.error, name));
    parts.set(name, text);
  }
  return succeed(parts);
}

/** XML says itself what it is written in; without a word it is UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^(?:ï»¿)?<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared.startsWith('utf-16') ? 'utf-8' : declared).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** A sound part as a document that is never shown; `null` where the engine takes it for broken all the same. */
export function xmlDocument(text: string): Document | null {
  // What it is written in is settled: the declaration must not contradict it.
  const document = parseInertXml(text.replace(/^\uFEFF?<\?xml[^>]*\?>/, ''));
  return document.querySelector('parsererror') === null ? document : null;
}
