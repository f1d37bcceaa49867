/** Little endian, each value after the one before; larger numbers wrap as they do in C. */
export function createWriter(length: number) {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const advance = (by: number): number => (at += by) - by;
  return {
    bytes,
    uint16: (value: number): void => view.setUint16(advance(2), value, true),
    uint32: (value: number): void => view.setUint32(advance(4), value, true),
    uint64: (value: bigint): void => view.setBigUint64(advance(8), value, true),
    all: (value: Uint8Array): void => bytes.set(value, advance(value.length)),
  };
}

/** One after the other. */
export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const writer = createWriter(parts.reduce((sum, { length }) => sum + length, 0));
  for (const part of parts) writer.all(part);
  return writer.bytes;
}

/** That many bytes of a text, over and over: whoever looks at the bytes sees what they are. */
export function repeatText(text: string, length: number): Uint8Array<ArrayBuffer> {
  const once = new TextEncoder().encode(text);
  return Uint8Array.from({ length }, (_, index) => once[index % once.length] ?? 0);
}
