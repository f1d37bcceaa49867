import type { VoiceCodec } from '../../app/voice/voice-codec.ts';

/** The Opus codec, in a bundle of its own: a bench that talks to Steam alone never reads it. */
export interface LazyCodec {
  /** Undefined until it is loaded. */
  readonly known: () => VoiceCodec | undefined;
  /** Resolves once it is there, or cannot be: then the simulator has no voice, and everything else goes on. */
  readonly load: () => Promise<void>;
}

export function createLazyCodec(failed: (error: unknown) => void): LazyCodec {
  let known: VoiceCodec | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    try {
      const { loadOpusCodec } = await import('./opus-codec.ts');
      known = await loadOpusCodec();
    } catch (error) {
      failed(error);
    }
  };
  return {
    known: () => known,
    load: () => (loading ??= load()),
  };
}
