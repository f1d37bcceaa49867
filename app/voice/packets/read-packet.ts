import { crc32 } from '../../steam/crc32.ts';
import {
  CRC_BYTES,
  LARGEST_PACKET_BYTES,
  SECTION_HEAD_BYTES,
  STEAM_ID_BYTES,
  type VoicePacket,
  type VoiceSection,
} from './packet.ts';
import { readSection } from './read-section.ts';

/** Why bytes are not a voice packet. Codes stay. */
export type PacketProblemCode =
  'too-short' | 'too-long' | 'no-section' | 'cut-section' | 'cut-frame' | 'bytes-after-end';

export interface PacketProblem {
  readonly code: PacketProblemCode;
  /** The byte, counted from 0, where the packet stops making sense. */
  readonly at: number;
  /** A sentence. */
  readonly why: string;
}

export type PacketReading =
  | { readonly ok: true; readonly packet: VoicePacket }
  | { readonly ok: false; readonly problem: PacketProblem };

const SHORTEST_BYTES = STEAM_ID_BYTES + CRC_BYTES;

/**
 * Takes a packet of Steam voice apart: the talker’s Steam id (u64), sections, CRC-32 of all that; little endian.
 *
 * Valve documents none of it; this is what public readers agree on. A packet whose checksum is wrong but whose sections
 * hold together is read, with `isCrcRight` false. Never throws.
 */
export function readVoicePacket(bytes: Uint8Array): PacketReading {
  if (bytes.length > LARGEST_PACKET_BYTES)
    return broken(
      'too-long',
      LARGEST_PACKET_BYTES,
      `A voice packet has at most ${LARGEST_PACKET_BYTES} bytes.`,
    );
  if (bytes.length < SHORTEST_BYTES)
    return broken(
      'too-short',
      bytes.length,
      `The shortest packet has ${SHORTEST_BYTES} bytes and a section; this has ${bytes.length}.`,
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - CRC_BYTES;
  const sections: VoiceSection[] = [];
  for (let at = STEAM_ID_BYTES; at < end;) {
    if (end - at < SECTION_HEAD_BYTES)
      return broken(
        'cut-section',
        at,
        `A section takes ${SECTION_HEAD_BYTES} bytes or more, ${end - at} are left.`,
      );
    const read = readSection(bytes, view, at, end);
    if ('problem' in read) return { ok: false, problem: read.problem };
    sections.push(read.section);
    at = read.next;
  }
  if (sections.length === 0)
    return broken('no-section', STEAM_ID_BYTES, 'Nothing stands between the talker and the checksum.');
  const crc = view.getUint32(end, true);
  const opus = sections.filter((section) => section.kind === 'opus');
  return {
    ok: true,
    packet: {
      talker: view.getBigUint64(0, true).toString(),
      sections,
      sizeBytes: bytes.length,
      frames: opus.flatMap(({ frames }) => frames),
      isEnd: opus.some(({ isEnd }) => isEnd),
      crc,
      isCrcRight: crc === crc32(bytes.subarray(0, end)),
    },
  };
}

function broken(code: PacketProblemCode, at: number, why: string): PacketReading {
  return { ok: false, problem: { code, at, why } };
}
