const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The CRC-32 of zip and PNG, as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  return continueCrc32(0, bytes);
}

/** The CRC-32 of bytes, or a stretch of them, that come after those whose CRC-32 is given. */
export function continueCrc32(crc: number, bytes: Uint8Array, from = 0, to = bytes.length): number {
  let value = ~crc;
  for (let at = from; at < to; at += 1)
    value = (value >>> 8) ^ (table[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~value >>> 0;
}
