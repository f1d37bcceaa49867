import type { SteamIdText } from '../../steam/steam-id.ts';
import type { InjectedCounts } from './faulty-way.ts';
import type { MissingReason, VoiceFunction, VoiceSettings, VoiceSourceKnob } from './voice-knobs.ts';

/** What the microphone of an account hears, without the samples. */
export type VoiceSourceCard =
  | Exclude<VoiceSourceKnob, { kind: 'samples' }>
  | {
      readonly kind: 'samples';
      readonly name: string | undefined;
      readonly seconds: number;
      /** Hz that they were given at. */
      readonly sampleRate: number;
      readonly isRepeated: boolean;
      /** Of the file, as whoever gave the samples said. */
      readonly channels: 1 | 2 | undefined;
      readonly missing: MissingReason | undefined;
    };

/** The voice of one simulated account. */
export interface VoiceCard extends Omit<VoiceSettings, 'source'> {
  readonly steamId: SteamIdText;
  /** One of its clients records, the tail included. */
  readonly isRecording: boolean;
  readonly source: VoiceSourceCard;
  /** Answers that were chosen beforehand: EVoiceResult, and for how many calls yet. */
  readonly nextResults: readonly {
    readonly name: VoiceFunction;
    readonly result: number;
    readonly times: number;
  }[];
  readonly spurts: number;
  readonly frames: number;
  readonly dtxFrames: number;
  /** Frames that were not recorded and packets that were thrown away, as nobody asked for them in time. */
  readonly skippedFrames: number;
  readonly unreadPackets: number;
  readonly unreadFrames: number;
  /** What was done to packets between microphone and getVoice, and between the caller and decompressVoice. */
  readonly injected: { readonly outgoing: InjectedCounts; readonly incoming: InjectedCounts };
}
