/** Steam’s voice: mono, 24 kHz, frames of 20 ms. */
export const VOICE_SAMPLE_RATE = 24_000;
export const VOICE_FRAME_SAMPLES = 480;
export const VOICE_FRAME_MS = 20;

/** Rates that DecompressVoice takes, Hz. */
export const LOWEST_VOICE_RATE = 11_025;
export const HIGHEST_VOICE_RATE = 48_000;

/** What a full frame of Steam’s begins with: Opus, mono, 20 ms, super-wideband. */
export const STEAM_FRAME_TOC = 0x68;

export interface VoiceEncoder {
  /**
   * One Opus packet for one frame of samples: 16-bit, or floats with full scale ±1.
   *
   * In lasting silence it has one byte (DTX).
   */
  encode(samples: Int16Array | Float32Array): Uint8Array;
  free(): void;
}

export interface VoiceDecoder {
  /** The samples of one Opus packet; undefined where the bytes are none. */
  decode(frame: Uint8Array): Int16Array | undefined;
  /** A frame made up in the place of one that is missing. */
  conceal(): Int16Array;
  /** Forgets what it heard: the next frame is the first. */
  reset(): void;
  free(): void;
}

/**
 * Opus, which the host brings along: `app/` has no codec of its own.
 *
 * Deterministic: the same frames give the same bytes. Whoever creates an encoder or decoder frees it; after that it must
 * not be used, but may be freed again.
 */
export interface VoiceCodec {
  createEncoder(format: { readonly sampleRate: 24_000; readonly frameSamples: 480 }): VoiceEncoder;
  createDecoder(sampleRate: 24_000): VoiceDecoder;
  /**
   * Has done by the time it returns what would make the first frames slower than all later ones; at once where that is done.
   *
   * Codecs that are as fast from the start leave it out.
   */
  readonly warmUp?: () => void;
}
