import type { SteamClient } from '../../steam/steam-client.ts';
import type { VoicePacket } from '../../voice/packets/packet.ts';
import { readVoicePacket } from '../../voice/packets/read-packet.ts';
import type { VoiceCodec } from '../../voice/voice-codec.ts';
import { voiceResults as results } from '../../voice/voice-results.ts';
import { SimulationChange } from '../knobs.ts';
import { ADA, beginStory, valueOf, type Story } from '../story.ts';
import type { VoiceCard } from './voice-card.ts';
import type { VoiceChange } from './voice-knobs.ts';

/** A story of one client with a voice. */
export interface VoiceStory extends Story {
  readonly client: SteamClient;
  readonly set: (voice: VoiceChange) => void;
  readonly card: () => VoiceCard;
  /** Lets time pass in steps of 20 ms, fetching all that is there after each. */
  readonly listen: (milliseconds: number) => readonly Uint8Array[];
  /** The result of the next getVoice. */
  readonly ask: () => number;
}

const cardOf = ({ simulation }: Story) =>
  simulation.snapshot().world?.voices?.find(({ steamId }) => steamId === ADA);

/** Gives what begins a story with that codec. */
export function voiceStories(codec: VoiceCodec): (seed?: number, voice?: VoiceChange) => VoiceStory {
  return (seed = 1, voice = {}) => {
    const story = beginStory({ seed, voiceCodec: () => codec });
    const set = (change: VoiceChange): void => {
      valueOf(story.simulation.set({ voice: SimulationChange.parse({ voice: change }).voice }));
    };
    const client = valueOf(story.simulation.open(480));
    set(voice);
    const fetch = (): readonly Uint8Array[] => {
      const { result, buffer } = valueOf(client.call('getVoice', {}));
      return result === results.ok ? [buffer, ...fetch()] : [];
    };
    return {
      ...story,
      client,
      set,
      card: () => {
        const card = cardOf(story);
        if (card === undefined) throw new Error('The world has no voice.');
        return card;
      },
      listen(milliseconds) {
        const packets: Uint8Array[] = [];
        for (let passed = 0; passed < milliseconds; passed += 20) {
          story.pass(20);
          packets.push(...fetch());
        }
        return packets;
      },
      ask: () => valueOf(client.call('getVoice', {})).result,
    };
  };
}

/** A packet that has to be whole. */
export function packetOf(bytes: Uint8Array): VoicePacket {
  const reading = readVoicePacket(bytes);
  if (!reading.ok) throw new Error(reading.problem.why);
  return reading.packet;
}

/** A tone that never pauses. */
export const tone: VoiceChange = { source: { kind: 'tone', hertz: 440, peakDbfs: -6 } };

export function pcmOf(bytes: Uint8Array): Int16Array {
  return new Int16Array(bytes.slice().buffer);
}

export function rms(samples: ArrayLike<number>): number {
  return Math.sqrt(Array.from(samples).reduce((sum, value) => sum + value * value, 0) / samples.length);
}

/** How much of the energy is at that pitch. */
export function shareAt(samples: Int16Array, sampleRate: number, hertz: number): number {
  let cosine = 0;
  let sine = 0;
  samples.forEach((value, index) => {
    const angle = (2 * Math.PI * hertz * index) / sampleRate;
    cosine += value * Math.cos(angle);
    sine += value * Math.sin(angle);
  });
  return (2 * (cosine ** 2 + sine ** 2)) / samples.length ** 2 / rms(samples) ** 2;
}
