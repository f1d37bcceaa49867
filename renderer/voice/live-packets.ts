import type { LiveTake } from '../../app/voice/voice.ts';

/** What came between two words of a take under way, which are a tenth of a second apart. */
export interface LiveBeat {
  /** Since the take began. */
  readonly atSeconds: number;
  readonly packets: number;
  /** Mean of those packets; 0 where there were none. */
  readonly bytesPerPacket: number;
  readonly bitsPerSecond: number;
  /** Each EVoiceResult that GetVoice answered meanwhile. */
  readonly results: readonly number[];
}

/** The last seconds of a take under way, in packets. */
export interface LivePackets {
  readonly beats: readonly LiveBeat[];
  /** Takes what is told of the take; another id begins anew. */
  take(live: LiveTake, now: number): void;
}

export function createLivePackets(secondsHeld: number): LivePackets {
  let beats: readonly LiveBeat[] = [];
  let before: LiveTake | undefined;
  return {
    get beats() {
      return beats;
    },
    take(live, now) {
      const isOther = before?.id !== live.id;
      // Opened in the middle of a take: what came until now came at times that nobody told.
      const last = isOther ? (before === undefined ? live : undefined) : before;
      const packets = live.packets - (last?.packets ?? 0);
      const bytes = live.bytes - (last?.bytes ?? 0);
      const beat = {
        atSeconds: Math.max(0, now - live.startedAt) / 1000,
        packets,
        bytesPerPacket: packets === 0 ? 0 : bytes / packets,
        bitsPerSecond: live.bitsPerSecond,
        results: Object.entries(live.results).flatMap(([result, times]) =>
          times > (last?.results[Number(result)] ?? 0) ? [Number(result)] : [],
        ),
      };
      before = live;
      const kept = isOther ? [] : beats.filter(({ atSeconds }) => atSeconds > beat.atSeconds - secondsHeld);
      beats = [...kept, beat];
    },
  };
}
