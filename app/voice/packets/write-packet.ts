import { crc32 } from '../../steam/crc32.ts';
import {
  CRC_BYTES,
  END_OF_SPURT,
  SECTION_HEAD_BYTES,
  STEAM_ID_BYTES,
  voiceOps,
  type VoiceContent,
  type VoiceSection,
} from './packet.ts';

/**
 * The bytes of a packet, with the right checksum: what `readVoicePacket` reads back.
 *
 * Numbers wrap as they do in C. A section that is `unread` has to be the last one.
 */
export function writeVoicePacket({ talker, sections }: VoiceContent): Uint8Array<ArrayBuffer> {
  const length = sections.reduce((sum, section) => sum + sizeOf(section), STEAM_ID_BYTES + CRC_BYTES);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(talker), true);
  let at = STEAM_ID_BYTES;
  for (const section of sections) at = writeSection(bytes, view, at, section);
  view.setUint32(at, crc32(bytes.subarray(0, at)), true);
  return bytes;
}

function sizeOf(section: VoiceSection): number {
  return SECTION_HEAD_BYTES + payloadSize(section);
}

function payloadSize(section: VoiceSection): number {
  switch (section.kind) {
    case 'sampleRate':
    case 'silence':
      return 0;
    case 'opus':
      return section.frames.reduce((sum, { bytes }) => sum + 4 + bytes.length, section.isEnd ? 2 : 0);
    case 'silk':
      return section.frames.reduce((sum, { length }) => sum + 2 + length, 0);
    case 'unread':
      return section.bytes.length;
  }
}

function writeSection(bytes: Uint8Array, view: DataView, from: number, section: VoiceSection): number {
  let at = from;
  const uint16 = (value: number): void => {
    view.setUint16(at, value, true);
    at += 2;
  };
  const all = (value: Uint8Array): void => {
    bytes.set(value, at);
    at += value.length;
  };
  const head = (op: number, value: number): void => {
    view.setUint8(at, op);
    at += 1;
    uint16(value);
  };
  switch (section.kind) {
    case 'sampleRate':
      head(voiceOps.sampleRate, section.hertz);
      break;
    case 'silence':
      head(voiceOps.silence, section.samples);
      break;
    case 'opus':
      head(voiceOps.opus, payloadSize(section));
      for (const frame of section.frames) {
        uint16(frame.bytes.length);
        uint16(frame.seq);
        all(frame.bytes);
      }
      if (section.isEnd) uint16(END_OF_SPURT);
      break;
    case 'silk':
      head(voiceOps.silk, payloadSize(section));
      for (const frame of section.frames) {
        uint16(frame.length);
        all(frame);
      }
      break;
    case 'unread':
      head(section.op, section.value);
      all(section.bytes);
      break;
  }
  return at;
}
