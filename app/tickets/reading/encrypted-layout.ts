import { countBytes, type ByteReader } from './byte-reader.ts';
import type { EncryptedFrame } from './reading.ts';

const BLOCK_BYTES = 16;

/** The numbers of Valve's protobuf message EncryptedAppTicket, and what each is called. */
const numberNames = [
  'version',
  'checksum',
  'length of the user data',
  'length of the ownership ticket',
] as const;
const CONTENT_FIELD = numberNames.length + 1;

/** Whether a message can begin with this byte: the tag of one of the five fields. */
export function isEncryptedTag(byte: number): boolean {
  return byte === ((CONTENT_FIELD << 3) | 2) || numberNames.some((_, index) => byte === (index + 1) << 3);
}

/** The frame of an encrypted app ticket. Fields may come in any order, each once. */
export function readEncryptedFrame(reader: ByteReader): EncryptedFrame {
  const numbers = new Map<number, number>();
  let contentAt: number | undefined;
  let encryptedBytes = 0;

  while (reader.left() > 0 && reader.problem() === undefined) {
    const at = reader.at();
    const tag = reader.uint8('a field');
    const name = numberNames[(tag >>> 3) - 1];
    if (!isEncryptedTag(tag)) {
      reader.refuse(at, 'no field of an encrypted ticket begins like this.');
    } else if (name !== undefined) {
      if (numbers.has(tag >>> 3)) reader.refuse(at, `the ${name} is there a second time.`);
      numbers.set(tag >>> 3, readVarint(reader, `the ${name}`));
      reader.endPart(capital(name));
    } else {
      if (contentAt !== undefined) reader.refuse(at, 'the encrypted bytes are there a second time.');
      encryptedBytes = readContentLength(reader, at);
      contentAt = reader.at();
      reader.skip(encryptedBytes, 'the encrypted content');
      reader.endPart('Encrypted bytes');
    }
  }

  // A message leaves out what is 0, which only the length of the user data can be.
  const missing = [1, 2, 4].find((field) => !numbers.has(field));
  if (missing !== undefined) {
    reader.refuse(reader.at(), `the bytes end without the ${numberNames[missing - 1] ?? ''}.`);
  }
  if (contentAt === undefined) reader.refuse(reader.at(), 'the bytes end without the encrypted content.');
  const [version = 0, crc = 0, userDataBytes = 0, ownershipBytes = 0] = [1, 2, 3, 4].map((field) =>
    numbers.get(field),
  );
  if (userDataBytes + ownershipBytes > encryptedBytes - BLOCK_BYTES) {
    const said = `user data and ownership ticket are said to be ${userDataBytes + ownershipBytes} bytes long`;
    reader.refuse(contentAt ?? 0, `${said}, more than the ${encryptedBytes} encrypted bytes can hold.`);
  }
  return { version, crc, userDataBytes, ownershipBytes, contentAt: contentAt ?? 0, encryptedBytes };
}

function readContentLength(reader: ByteReader, fieldAt: number): number {
  const length = readVarint(reader, 'the length of the encrypted content');
  if (length > reader.left()) {
    const said = `the encrypted content says it is ${countBytes(length)} long`;
    reader.refuse(fieldAt, `${said}, ${reader.left() === 0 ? 'none' : `only ${reader.left()}`} left.`);
  }
  if (length % BLOCK_BYTES !== 0 || length < 2 * BLOCK_BYTES) {
    const said = `the encrypted content says it is ${countBytes(length)} long`;
    reader.refuse(fieldAt, `${said}; AES gives whole blocks of ${BLOCK_BYTES}, two at least.`);
  }
  return length;
}

/** Seven bits a byte, the lowest first; the top bit says that more follow. At most 32 bits. */
function readVarint(reader: ByteReader, what: string): number {
  const start = reader.at();
  let value = 0;
  for (let index = 0; index < 5; index += 1) {
    const byte = reader.uint8(what);
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) {
      if (value > 0xffffffff) reader.refuse(start, `${what} is larger than 32 bits.`);
      return value;
    }
  }
  reader.refuse(start, `${what} does not end.`);
  return 0;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
