import { crc32, inflateRawSync } from 'node:zlib';

/*
 * A ZIP as this program writes it (PKWARE APPNOTE 4.3): local header and data of each entry, one after another, then the
 * central directory in the same order, then its end. What a header says twice must agree, what it says once must be what
 * the program writes, and every byte of the file must belong to one of the three: so no byte can change unseen.
 */

const local = 0x04034b50;
const central = 0x02014b50;
const end = 0x06054b50;
const localSize = 30;
const centralSize = 46;
const endSize = 22;

/**
 * @param {Buffer} bytes
 * @returns {{ ok: true, entries: Map<string, Buffer> } | { ok: false, place: string, why: string }}
 */
export function readArchive(bytes) {
  const wrong = (/** @type {number} */ at, /** @type {string} */ why) => ({
    ok: /** @type {const} */ (false),
    place: `byte ${at}`,
    why,
  });
  const last = bytes.length - endSize;
  if (last < 0 || bytes.readUInt32LE(last) !== end)
    return wrong(Math.max(0, last), 'the archive does not end here');
  const count = bytes.readUInt16LE(last + 10);
  const start = bytes.readUInt32LE(last + 16);
  if (
    bytes.readUInt32LE(last + 4) !== 0 ||
    bytes.readUInt16LE(last + 8) !== count ||
    bytes.readUInt32LE(last + 12) !== last - start ||
    bytes.readUInt16LE(last + 20) !== 0
  ) {
    return wrong(last, 'the end of the archive does not add up');
  }
  /** @type {Map<string, Buffer>} */
  const entries = new Map();
  let listed = start;
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    if (listed + centralSize > last || bytes.readUInt32LE(listed) !== central)
      return wrong(listed, 'no entry is listed here');
    const size = bytes.readUInt32LE(listed + 20);
    const length = bytes.readUInt16LE(listed + 28);
    const data = at + localSize + length;
    if (at + localSize > start || bytes.readUInt32LE(at) !== local || data + size > start) {
      return wrong(at, 'no entry begins here, or it does not fit');
    }
    // Version, flags, method, time, sum and sizes, and the length of the name, stand in both; there are no extras.
    const twice = bytes.subarray(at + 4, at + 28).equals(bytes.subarray(listed + 6, listed + 30));
    const rest = bytes.subarray(listed + 30, listed + 42);
    const isPlain = bytes.readUInt16LE(at + 28) === 0 && rest.every((byte) => byte === 0);
    const isOurs = bytes.readUInt16LE(listed + 4) === 20 && bytes.readUInt16LE(at + 4) === 20;
    const name = bytes.subarray(at + localSize, data);
    const sameName = bytes.subarray(listed + centralSize, listed + centralSize + length).equals(name);
    if (!twice || !isPlain || !isOurs || !sameName || bytes.readUInt32LE(listed + 42) !== at) {
      return wrong(at, `the two headers of “${name.toString('utf8')}” differ, or are none of this program`);
    }
    const content = contentOf(bytes.subarray(data, data + size), bytes.readUInt16LE(at + 8));
    if (
      content === null ||
      content.length !== bytes.readUInt32LE(at + 22) ||
      crc32(content) !== bytes.readUInt32LE(at + 14)
    ) {
      return wrong(data, `“${name.toString('utf8')}” is not what was packed`);
    }
    entries.set(name.toString('utf8'), content);
    listed += centralSize + length;
    at = data + size;
  }
  if (at !== start || listed !== last)
    return wrong(Math.min(at, listed), 'there is more than the archive lists');
  return { ok: true, entries };
}

/**
 * @param {Buffer} packed
 * @param {number} method
 */
function contentOf(packed, method) {
  if (method === 0) return packed;
  if (method !== 8) return null;
  const content = inflate(packed);
  return content !== null && endsInZeros(packed, content) ? content : null;
}

/**
 * All of it must be used: bytes behind the end of a stream would be seen by nobody.
 * @param {Buffer} packed
 */
function inflate(packed) {
  try {
    const { buffer, engine } = /** @type {{ buffer: Buffer, engine: { bytesWritten: number } }} */ (
      /** @type {unknown} */ (inflateRawSync(packed, { info: true }))
    );
    return engine.bytesWritten === packed.length ? buffer : null;
  } catch {
    return null;
  }
}

/**
 * A stream ends within a byte, and what fills it up means nothing: the program leaves it zero. Which bits those are is
 * told by turning them.
 * @param {Buffer} packed
 * @param {Buffer} content
 */
function endsInZeros(packed, content) {
  const last = packed[packed.length - 1] ?? 0;
  for (let bit = 0x80; bit > 0; bit >>= 1) {
    const turned = Buffer.from(packed);
    turned[packed.length - 1] = last ^ bit;
    if (inflate(turned)?.equals(content) !== true) return true;
    if ((last & bit) !== 0) return false;
  }
  return true;
}
