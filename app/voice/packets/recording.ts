/** A voice packet and when it came, in milliseconds since 1970 with a fraction. */
export interface RecordedPacket {
  readonly arrivedAt: number;
  readonly bytes: Uint8Array;
}

export type RecordingReading =
  | {
      readonly ok: true;
      readonly packets: readonly RecordedPacket[];
      /** The last record is not whole: where it begins, and how many bytes there are of it. */
      readonly cut: { readonly at: number; readonly lengthBytes: number } | undefined;
    }
  | {
      readonly ok: false;
      readonly code: 'not-a-recording' | 'newer-version' | 'broken-record';
      readonly why: string;
    };

const MAGIC = new TextEncoder().encode('STBVOICE');
const VERSION = 1;
const HEAD_BYTES = MAGIC.length + 4;
/** Length (u32), then arrival (f64). */
const RECORD_HEAD_BYTES = 12;

/** A length above that was never written. */
const LARGEST_RECORD_BYTES = 1 << 20;

/** As far from 1970 as a `Date` reaches, in milliseconds. */
const LAST_TIME = 8.64e15;

/**
 * What a file of recorded voice packets begins with: `STBVOICE` and a version (u32).
 *
 * Records follow, each appended whole: length of the packet (u32), arrival in milliseconds since 1970 (f64), the packet.
 * All numbers little endian. Nothing is patched afterwards, so a crash costs the record that was being written.
 */
export function recordingHead(): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(HEAD_BYTES);
  head.set(MAGIC);
  new DataView(head.buffer).setUint32(MAGIC.length, VERSION, true);
  return head;
}

/** One record, to be appended in one go. */
export function recordingRecord({ arrivedAt, bytes }: RecordedPacket): Uint8Array<ArrayBuffer> {
  const record = new Uint8Array(RECORD_HEAD_BYTES + bytes.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, bytes.length, true);
  view.setFloat64(4, arrivedAt, true);
  record.set(bytes, RECORD_HEAD_BYTES);
  return record;
}

/** A whole file. */
export function writeRecording(packets: readonly RecordedPacket[]): Uint8Array<ArrayBuffer> {
  const pieces = [recordingHead(), ...packets.map(recordingRecord)];
  const file = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}

export function isRecording(bytes: Uint8Array): boolean {
  return bytes.length >= MAGIC.length && MAGIC.every((byte, index) => bytes[index] === byte);
}

/** The packets of a file; they share its memory. */
export function readRecording(bytes: Uint8Array): RecordingReading {
  if (!isRecording(bytes))
    return { ok: false, code: 'not-a-recording', why: 'The file does not begin with STBVOICE.' };
  if (bytes.length < HEAD_BYTES)
    return { ok: true, packets: [], cut: { at: MAGIC.length, lengthBytes: bytes.length - MAGIC.length } };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const version = view.getUint32(MAGIC.length, true);
  if (version !== VERSION)
    return {
      ok: false,
      code: 'newer-version',
      why: `The file has version ${version}; this bench reads ${VERSION}.`,
    };

  const packets: RecordedPacket[] = [];
  for (let at = HEAD_BYTES; at < bytes.length;) {
    const left = bytes.length - at;
    const cut = { at, lengthBytes: left };
    if (left < RECORD_HEAD_BYTES) return { ok: true, packets, cut };
    const length = view.getUint32(at, true);
    if (length > LARGEST_RECORD_BYTES)
      return { ok: false, code: 'broken-record', why: `Byte ${at}: no packet has ${length} bytes.` };
    if (left < RECORD_HEAD_BYTES + length) return { ok: true, packets, cut };
    const arrivedAt = view.getFloat64(at + 4, true);
    // Anything else would go on into cards and reports, which have no word for it.
    if (!(Math.abs(arrivedAt) <= LAST_TIME))
      return { ok: false, code: 'broken-record', why: `Byte ${at + 4}: ${arrivedAt} is no time of arrival.` };
    const from = at + RECORD_HEAD_BYTES;
    packets.push({ arrivedAt, bytes: bytes.subarray(from, from + length) });
    at = from + length;
  }
  return { ok: true, packets, cut: undefined };
}
