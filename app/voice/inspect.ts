import { fail, succeed, type Outcome } from '../outcome.ts';
import type { VoiceSection } from './packets/packet.ts';
import { cutPackets } from './packets/packet-stream.ts';
import { readVoicePacket } from './packets/read-packet.ts';
import { isRecording, readRecording, type RecordedPacket } from './packets/recording.ts';
import { VOICE_FRAME_MS } from './voice-codec.ts';
import type { Inspection, PacketCard } from './voice.ts';

const remedy = 'Choose a packet file of the bench, or packets of GetVoice one after another.';

interface PlacedPacket {
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly arrivedAt: number | undefined;
}

interface PacketFile {
  readonly format: Inspection['format'];
  readonly packets: readonly PlacedPacket[];
  readonly strayBytes: number;
}

/** Takes a packet file apart: the bench’s own, or packets one after another. */
export function inspectPackets(name: string, file: Uint8Array): Outcome<Inspection> {
  const read = readPacketFile(name, file);
  if (!read.ok) return read;
  const { format, packets, strayBytes } = read.value;
  const first = packets[0]?.arrivedAt;
  return succeed({
    name,
    sizeBytes: file.length,
    format,
    strayBytes,
    packets: packets.map((packet, index) => describe(packet, index + 1, first)),
  });
}

/** The packets of a file with the time at which they came; where the file holds none, as if each came when it was spoken. */
export function packetsOfFile(
  name: string,
  file: Uint8Array,
  now: number,
): Outcome<readonly RecordedPacket[]> {
  const read = readPacketFile(name, file);
  if (!read.ok) return read;
  let at = now;
  return succeed(
    read.value.packets.map(({ bytes, arrivedAt }) => {
      if (arrivedAt !== undefined) return { bytes, arrivedAt };
      const reading = readVoicePacket(bytes);
      at += reading.ok ? VOICE_FRAME_MS * reading.packet.frames.length : 0;
      return { bytes, arrivedAt: at };
    }),
  );
}

function readPacketFile(name: string, file: Uint8Array): Outcome<PacketFile> {
  if (file.length === 0) return fail('packet-file-empty', `“${name}” is empty.`, remedy);
  if (isRecording(file)) {
    const reading = readRecording(file);
    if (!reading.ok) return fail('not-a-packet-file', `“${name}” cannot be read. ${reading.why}`);
    if (reading.packets.length === 0)
      return fail('not-a-packet-file', `“${name}” is a packet file of the bench, but holds no packet.`);
    const packets = reading.packets.map(({ bytes, arrivedAt }) => ({
      at: bytes.byteOffset - file.byteOffset,
      bytes,
      arrivedAt,
    }));
    return succeed({ format: 'recording', packets, strayBytes: reading.cut?.lengthBytes ?? 0 });
  }
  const pieces = cutPackets(file);
  const packets = pieces
    .filter(({ kind }) => kind === 'packet')
    .map(({ at, bytes }) => ({ at, bytes, arrivedAt: undefined }));
  if (packets.length === 0)
    return fail('not-a-packet-file', `“${name}” holds no voice packet with the right checksum.`, remedy);
  const stray = pieces.filter(({ kind }) => kind === 'stray');
  return succeed({
    format: 'concatenated',
    packets,
    strayBytes: stray.reduce((sum, { bytes }) => sum + bytes.length, 0),
  });
}

function describe(
  { at, bytes, arrivedAt }: PlacedPacket,
  number: number,
  first: number | undefined,
): PacketCard {
  const base = {
    number,
    at,
    sizeBytes: bytes.length,
    arrivedMs: arrivedAt === undefined || first === undefined ? undefined : arrivedAt - first,
  };
  const reading = readVoicePacket(bytes);
  if (!reading.ok) {
    const { at: place, why } = reading.problem;
    const unread = { talker: undefined, isCrcRight: false, sections: [], frames: [], isEnd: false };
    return { ...base, ...unread, problem: { at: place, why } };
  }
  const { talker, isCrcRight, sections, frames, isEnd } = reading.packet;
  return {
    ...base,
    talker,
    isCrcRight,
    sections: sections.map(nameSection),
    frames: frames.map(({ seq, bytes: { length }, isDtx }) => ({ seq, sizeBytes: length, isDtx })),
    isEnd,
  };
}

function nameSection(section: VoiceSection): string {
  switch (section.kind) {
    case 'sampleRate':
      return `${section.hertz} Hz`;
    case 'opus':
      return `Opus, ${countOf(section.frames.length, 'frame')}${section.isEnd ? ', end' : ''}`;
    case 'silence':
      return `Silence, ${countOf(section.samples, 'sample')}`;
    case 'silk':
      return `SILK, ${countOf(section.frames.length, 'frame')}`;
    case 'unread':
      return `Operation ${section.op}${section.codec === undefined ? '' : ` (${section.codec})`}, not read`;
  }
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
