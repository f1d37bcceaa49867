import { continueCrc32 } from '../../steam/crc32.ts';
import { CRC_BYTES, LARGEST_PACKET_BYTES, SECTION_HEAD_BYTES, STEAM_ID_BYTES, voiceOps } from './packet.ts';

/** A piece of a file: a packet with the right checksum, or bytes that belong to none. */
export interface StreamPiece {
  readonly kind: 'packet' | 'stray';
  readonly at: number;
  /** Shares memory with the file. */
  readonly bytes: Uint8Array;
}

/** How far the end of a section of unknown layout is looked for. */
const LARGEST_UNREAD_BYTES = 1024;

/** Upper half of the Steam id of a player: public universe, individual account, desktop instance. */
const PLAYER = 0x01100001;

/**
 * Cuts packets apart that were written one after another.
 *
 * A packet does not say how long it is: its sections do, and its checksum confirms where they end. Bytes that make no
 * packet are given as `stray` up to where the next one begins; behind such bytes a packet is looked for at the Steam ids
 * of players alone. The pieces cover the file without gaps.
 */
export function cutPackets(file: Uint8Array): readonly StreamPiece[] {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const pieces: StreamPiece[] = [];
  let strayFrom: number | undefined;
  const endStray = (at: number): void => {
    if (strayFrom !== undefined)
      pieces.push({ kind: 'stray', at: strayFrom, bytes: file.subarray(strayFrom, at) });
    strayFrom = undefined;
  };

  for (let at = 0; at < file.length;) {
    const isCandidate = strayFrom === undefined || hasPlayer(view, at);
    const end = isCandidate ? packetEnd(file, view, at) : undefined;
    if (end === undefined) {
      strayFrom ??= at;
      at += 1;
    } else {
      endStray(at);
      pieces.push({ kind: 'packet', at, bytes: file.subarray(at, end) });
      at = end;
    }
  }
  endStray(file.length);
  return pieces;
}

function hasPlayer(view: DataView, at: number): boolean {
  return at + STEAM_ID_BYTES <= view.byteLength && view.getUint32(at + 4, true) === PLAYER;
}

/** Where the packet that begins there ends; undefined where none does. */
function packetEnd(file: Uint8Array, view: DataView, from: number): number | undefined {
  const limit = Math.min(file.length, from + LARGEST_PACKET_BYTES) - CRC_BYTES;
  let at = from + STEAM_ID_BYTES;
  if (at + SECTION_HEAD_BYTES > limit) return undefined;
  let crc = continueCrc32(0, file, from, at);
  const goOn = (to: number): boolean => {
    crc = continueCrc32(crc, file, at, to);
    at = to;
    return crc === view.getUint32(at, true);
  };

  while (at + SECTION_HEAD_BYTES <= limit) {
    const op = view.getUint8(at);
    const value = view.getUint16(at + 1, true);
    const payload = at + SECTION_HEAD_BYTES;
    switch (op) {
      case voiceOps.sampleRate:
      case voiceOps.silence:
        if (goOn(payload)) return at + CRC_BYTES;
        break;
      case voiceOps.opus:
      case voiceOps.silk:
        if (payload + value > limit) return undefined;
        if (goOn(payload + value)) return at + CRC_BYTES;
        break;
      default: {
        const farthest = Math.min(limit, payload + LARGEST_UNREAD_BYTES);
        for (let to = payload; to <= farthest; to += 1) if (goOn(to)) return at + CRC_BYTES;
        return undefined;
      }
    }
  }
  return undefined;
}
