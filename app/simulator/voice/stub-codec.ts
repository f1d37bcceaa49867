import { STEAM_FRAME_TOC, VOICE_FRAME_SAMPLES, type VoiceCodec } from '../../voice/voice-codec.ts';

/** Frames without sound take one byte, others that many. */
const FRAME_BYTES = 50;

/**
 * A codec for tests that are about packets: its frames look like Steam’s and follow from the samples, but hold no sound.
 *
 * What it decodes is a frame of the level that went in.
 */
export const stubCodec: VoiceCodec = {
  createEncoder: () => ({
    encode(samples) {
      const scale = samples instanceof Float32Array ? 32_768 : 1;
      const peak = Math.min(0x7fff, Math.round(Math.max(0, ...samples) * scale));
      if (peak === 0) return Uint8Array.of(STEAM_FRAME_TOC);
      const frame = new Uint8Array(FRAME_BYTES).fill(peak & 0xff);
      frame.set([STEAM_FRAME_TOC, peak >> 8]);
      return frame;
    },
    free: () => undefined,
  }),
  createDecoder: () => ({
    decode([toc, high = 0, low = 0]) {
      if (toc !== STEAM_FRAME_TOC) return undefined;
      return new Int16Array(VOICE_FRAME_SAMPLES).fill((high << 8) | low);
    },
    conceal: () => new Int16Array(VOICE_FRAME_SAMPLES),
    reset: () => undefined,
    free: () => undefined,
  }),
};
