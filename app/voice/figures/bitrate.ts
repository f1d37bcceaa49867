import { measureLoss } from './loss.ts';
import { VOICE_FRAME_MS } from '../voice-codec.ts';
import type { TakeRecord } from './take-record.ts';

/** In kbit/s of the time that was talked, lost frames included; undefined where no frame came. */
export interface Bitrate {
  /** Opus alone. */
  readonly payloadKbps: number | undefined;
  /** With all that Steam puts around it. */
  readonly packetKbps: number | undefined;
}

export function measureBitrate({ frames, packets }: Pick<TakeRecord, 'frames' | 'packets'>): Bitrate {
  const talkedMs = measureLoss(frames).expected * VOICE_FRAME_MS;
  const rate = (parts: readonly { readonly bytes: number }[]): number | undefined =>
    talkedMs > 0 ? (8 * parts.reduce((sum, { bytes }) => sum + bytes, 0)) / talkedMs : undefined;
  return { payloadKbps: rate(frames), packetKbps: rate(packets) };
}
