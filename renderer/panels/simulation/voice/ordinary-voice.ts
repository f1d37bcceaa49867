import { nothingInjected } from '../../../../app/simulator/voice/faulty-way.ts';
import type { VoiceCard } from '../../../../app/simulator/voice/voice-card.ts';

// Written out here: the simulator’s own stand beside schemas that the page does not load.

/** Samples that the simulated microphone takes: five minutes at 48 kHz. */
export const MOST_SAMPLES = 14_400_000;

/** Rates of them in Hz, both included. */
export const SLOWEST_RATE = 4000;
export const FASTEST_RATE = 192_000;

/** Packets come through as they were sent. */
export const NO_WAY_FAULTS = { lose: 0, duplicate: 0, swap: 0, flipBit: 0 } as const;

/** As a new simulation has it. */
export const ORDINARY_VOICE = {
  source: { kind: 'speech', peakDbfs: -6 },
  isMicrophonePulled: false,
  isRestricted: false,
  tailMs: 300,
  driftPpm: 0,
  outgoing: { ...NO_WAY_FAULTS, jitterMs: 0 },
  incoming: NO_WAY_FAULTS,
} as const;

/** The voice of an account, also of one that had nothing to do with voice yet. */
export function voiceOf(voices: readonly VoiceCard[], steamId: string): VoiceCard {
  return (
    voices.find((voice) => voice.steamId === steamId) ?? {
      ...ORDINARY_VOICE,
      steamId,
      isRecording: false,
      nextResults: [],
      spurts: 0,
      frames: 0,
      dtxFrames: 0,
      skippedFrames: 0,
      unreadPackets: 0,
      unreadFrames: 0,
      injected: { outgoing: nothingInjected, incoming: nothingInjected },
    }
  );
}
