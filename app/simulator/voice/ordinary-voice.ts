import type { VoiceSettings, WayFaults } from './voice-knobs.ts';

const noFaults: WayFaults = { lose: 0, duplicate: 0, swap: 0, flipBit: 0 };

/** As a new simulation has it: packets come through as they were sent. */
export const ordinaryVoice = {
  source: { kind: 'speech', peakDbfs: -6 },
  isMicrophonePulled: false,
  isRestricted: false,
  tailMs: 300,
  driftPpm: 0,
  outgoing: { ...noFaults, jitterMs: 0 },
  incoming: noFaults,
} as const satisfies VoiceSettings;
