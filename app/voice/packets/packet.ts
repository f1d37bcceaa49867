import type { SteamIdText } from '../../steam/steam-id.ts';

/** Operations of a section, by what Steam and public readers of its packets know. */
export const voiceOps = {
  silence: 0,
  legacy: 1,
  speex: 2,
  rawPcm: 3,
  silk: 4,
  oldOpus: 5,
  opus: 6,
  sampleRate: 11,
} as const;

/** Stands where the length of a frame would: the talk spurt ends here. */
export const END_OF_SPURT = 0xffff;

export const STEAM_ID_BYTES = 8;
export const CRC_BYTES = 4;
/** Operation and value. */
export const SECTION_HEAD_BYTES = 3;

/** Far above what Steam sends; longer ones are refused. */
export const LARGEST_PACKET_BYTES = 65_536;

/** One Opus packet of 20 ms. */
export interface VoiceFrame {
  /** Unsigned 16-bit, from 0 with each talk spurt, one more with each frame. */
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** The encoder had nothing to say: no more than its first byte was sent. */
  readonly isDtx: boolean;
}

/** Between the talker and the checksum. */
export type VoiceSection =
  | { readonly kind: 'sampleRate'; readonly hertz: number }
  | {
      readonly kind: 'opus';
      readonly frames: readonly VoiceFrame[];
      /** The talk spurt ends with this section. */
      readonly isEnd: boolean;
    }
  /** How many samples of silence. */
  | { readonly kind: 'silence'; readonly samples: number }
  /** The codec before Opus: 16 kHz, frames without a number. */
  | { readonly kind: 'silk'; readonly frames: readonly Uint8Array[] }
  /** Not known how to read, so neither where it ends: the rest of the packet. */
  | {
      readonly kind: 'unread';
      readonly op: number;
      readonly codec: 'legacy' | 'speex' | 'rawPcm' | 'oldOpus' | undefined;
      readonly value: number;
      readonly bytes: Uint8Array;
    };

/** What a voice packet is made of. */
export interface VoiceContent {
  readonly talker: SteamIdText;
  readonly sections: readonly VoiceSection[];
}

/** A voice packet as GetVoice gives it. Its bytes share memory with those that it was read from. */
export interface VoicePacket extends VoiceContent {
  readonly sizeBytes: number;
  /** Frames of all Opus sections. */
  readonly frames: readonly VoiceFrame[];
  readonly isEnd: boolean;
  /** CRC-32 as it stands in the packet, and whether it is that of the bytes before it. */
  readonly crc: number;
  readonly isCrcRight: boolean;
}
