import { VOICE_FRAME_SAMPLES, VOICE_SAMPLE_RATE, type VoiceCodec } from '../../app/voice/voice-codec.ts';

/** The second frame of speech and the first of silence take ways that no frame before them took. */
const AMPLITUDES = [0.3, 0.3, 0];
const HERTZ = 200;

/**
 * Encodes and decodes a few frames that nobody hears, one with each step.
 *
 * WebAssembly is compiled where it is run first, for tens of milliseconds: in the first words of a take Steam would not be
 * asked for voice meanwhile.
 */
export function* warmingUp(codec: VoiceCodec): Generator<void, void> {
  const encoder = codec.createEncoder({ sampleRate: VOICE_SAMPLE_RATE, frameSamples: VOICE_FRAME_SAMPLES });
  const decoder = codec.createDecoder(VOICE_SAMPLE_RATE);
  try {
    for (const amplitude of AMPLITUDES) {
      const packet = encoder.encode(toneOf(amplitude));
      yield;
      decoder.decode(packet);
      yield;
    }
  } finally {
    encoder.free();
    decoder.free();
  }
}

function toneOf(amplitude: number): Float32Array {
  return Float32Array.from(
    { length: VOICE_FRAME_SAMPLES },
    (_, index) => amplitude * Math.sin((2 * Math.PI * HERTZ * index) / VOICE_SAMPLE_RATE),
  );
}
