/** A number in the bytes at `at`, seven bits a byte, and where it ends. */
export function varint(bytes: Buffer, at: number): readonly [value: number, end: number] {
  let [value, factor, end] = [0, 1, at];
  for (;;) {
    const byte = bytes.readUInt8(end);
    end += 1;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return [value, end];
    factor *= 0x80;
  }
}

/** What Snappy packed: as LevelDB's tables and Chromium's values are. Throws on what is no such thing. */
export function unsnap(packed: Buffer): Buffer {
  const [size, begun] = varint(packed, 0);
  if (size > 64 * 1024 * 1024) throw new RangeError('Too long for what is looked into');
  const out = Buffer.alloc(size);
  let [at, filled] = [begun, 0];
  while (filled < size) {
    const tag = packed.readUInt8(at);
    at += 1;
    if ((tag & 3) === 0) {
      const wide = Math.max(0, (tag >> 2) - 59);
      const length = (wide === 0 ? tag >> 2 : packed.readUIntLE(at, wide)) + 1;
      at += wide;
      if (at + length > packed.length) throw new RangeError('A literal without its end');
      packed.copy(out, filled, at, at + length);
      at += length;
      filled += length;
      continue;
    }
    const isShort = (tag & 3) === 1;
    const wide = isShort ? 1 : 2 * ((tag & 3) - 1);
    const length = isShort ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = packed.readUIntLE(at, wide) + (isShort ? (tag >> 5) << 8 : 0);
    at += wide;
    if (back === 0 || back > filled) throw new RangeError('A copy of what is not there');
    // Byte by byte: a copy may reach into itself.
    for (let n = 0; n < length; n += 1, filled += 1) out.writeUInt8(out.readUInt8(filled - back), filled);
  }
  return out;
}
