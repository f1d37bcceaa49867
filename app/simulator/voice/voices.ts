import type { SteamIdText } from '../../steam/steam-id.ts';
import type { VoiceCodec } from '../../voice/voice-codec.ts';
import type { Network } from '../network.ts';
import { nothingInjected, type Counting } from './faulty-way.ts';
import { createMicrophoneTape, type MicrophoneTape } from './microphone-tape.ts';
import { createPushedSamples, type PushedSamples } from './pushed-samples.ts';
import type { TalkerCounts } from './talker.ts';
import type { VoiceCard, VoiceSourceCard } from './voice-card.ts';
import { ordinaryVoice } from './ordinary-voice.ts';
import type { VoiceChange, VoiceFunction, VoiceSettings, VoiceSourceKnob } from './voice-knobs.ts';

/** The voice of one account, whichever of its clients records. */
export interface AccountVoice {
  settings(): VoiceSettings;
  readonly pushed: PushedSamples;
  readonly tape: MicrophoneTape;
  readonly talked: TalkerCounts;
  readonly unread: { packets: number; frames: number };
  readonly injected: { readonly outgoing: Counting; readonly incoming: Counting };
  /** The EVoiceResult that was chosen for this call, which it takes. */
  takeNextResult(name: VoiceFunction): number | undefined;
  /** A client of the account that records, or does no more. */
  setRecording(clientNumber: number, isRecording: boolean): void;
}

/** The voices of a network’s accounts. */
export interface Voices {
  readonly codec: VoiceCodec;
  of(steamId: SteamIdText): AccountVoice;
  change(steamId: SteamIdText, change: VoiceChange): void;
  /** Of every account that had to do with voice, oldest first. */
  cards(): readonly VoiceCard[];
}

interface KnownVoice extends AccountVoice {
  change(change: VoiceChange): void;
  card(): VoiceCard;
}

export function createVoices(network: Network, codec: VoiceCodec): Voices {
  const voices = new Map<SteamIdText, KnownVoice>();
  const of = (steamId: SteamIdText): KnownVoice => {
    const known = voices.get(steamId) ?? createAccountVoice(steamId, network.touch);
    voices.set(steamId, known);
    return known;
  };
  return {
    codec,
    of,
    change(steamId, change) {
      of(steamId).change(change);
      network.touch();
    },
    cards: () => [...voices.values()].map((voice) => voice.card()),
  };
}

function createAccountVoice(steamId: SteamIdText, touch: () => void): KnownVoice {
  let settings: VoiceSettings = ordinaryVoice;
  const nextResults = new Map<VoiceFunction, { readonly result: number; readonly times: number }>();
  const recording = new Set<number>();
  const talked: TalkerCounts = { spurts: 0, frames: 0, dtxFrames: 0, skippedFrames: 0 };
  const unread = { packets: 0, frames: 0 };
  const injected = { outgoing: { ...nothingInjected }, incoming: { ...nothingInjected } };

  return {
    settings: () => settings,
    pushed: createPushedSamples(),
    tape: createMicrophoneTape(),
    talked,
    unread,
    injected,
    takeNextResult(name) {
      const next = nextResults.get(name);
      if (next === undefined) return undefined;
      if (next.times > 1) nextResults.set(name, { ...next, times: next.times - 1 });
      else nextResults.delete(name);
      touch();
      return next.result;
    },
    setRecording(clientNumber, isRecording) {
      if (isRecording) recording.add(clientNumber);
      else recording.delete(clientNumber);
      touch();
    },
    change({ outgoing, incoming, nextResult, source, isSourceRepeated, ...rest }) {
      const heard = source === undefined ? settings.source : copySource(source);
      settings = {
        ...settings,
        ...given(rest),
        source:
          isSourceRepeated !== undefined && heard.kind === 'samples'
            ? { ...heard, isRepeated: isSourceRepeated }
            : heard,
        outgoing: { ...settings.outgoing, ...given(outgoing ?? {}) },
        incoming: { ...settings.incoming, ...given(incoming ?? {}) },
      };
      if (nextResult === undefined) return;
      const { name, result, times } = nextResult;
      if (times === 0) nextResults.delete(name);
      else nextResults.set(name, { result, times });
    },
    card: () => ({
      ...settings,
      source: describeSource(settings.source),
      outgoing: { ...settings.outgoing },
      incoming: { ...settings.incoming },
      steamId,
      isRecording: recording.size > 0,
      nextResults: [...nextResults].map(([name, next]) => ({ name, ...next })),
      ...talked,
      unreadPackets: unread.packets,
      unreadFrames: unread.frames,
      injected: { outgoing: { ...injected.outgoing }, incoming: { ...injected.incoming } },
    }),
  };
}

/** Without what is there but undefined. */
function given<Of extends object>(change: Of): { readonly [Key in keyof Of]?: Exclude<Of[Key], undefined> } {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { readonly [Key in keyof Of]?: Exclude<Of[Key], undefined> };
}

/** Samples that whoever gave them cannot write to. */
function copySource(source: VoiceSourceKnob): VoiceSourceKnob {
  return source.kind === 'samples' ? { ...source, samples: source.samples.slice() } : { ...source };
}

function describeSource(source: VoiceSourceKnob): VoiceSourceCard {
  if (source.kind !== 'samples') return { ...source };
  const { samples, name, channels, missing, ...rest } = source;
  return { ...rest, name, channels, missing, seconds: samples.length / rest.sampleRate };
}
