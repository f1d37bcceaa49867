import { nothingInjected } from '../../../../app/simulator/voice/faulty-way.ts';
import { ordinaryVoice } from '../../../../app/simulator/voice/ordinary-voice.ts';
import type { VoiceCard } from '../../../../app/simulator/voice/voice-card.ts';

/** The voice of an account, also of one that had nothing to do with voice yet. */
export function voiceOf(voices: readonly VoiceCard[], steamId: string): VoiceCard {
  return (
    voices.find((voice) => voice.steamId === steamId) ?? {
      ...ordinaryVoice,
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
