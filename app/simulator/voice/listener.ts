import { createVoiceReceiver, type ReceiverStep } from '../../voice/packets/receiver.ts';
import { joinSamples, pcmOfSignal, signalOfPcm } from '../../voice/signal/signal.ts';
import {
  VOICE_FRAME_SAMPLES,
  VOICE_SAMPLE_RATE,
  type VoiceCodec,
  type VoiceDecoder,
} from '../../voice/voice-codec.ts';
import { createResampler, type Resampler } from '../../voice/signal/resampler.ts';
import { voiceResults } from '../../voice/voice-results.ts';

/** Of more talkers the one who came first is forgotten. */
const MOST_TALKERS = 16;
/** A packet that would decode to more than ten seconds is none of Steam’s. */
const MOST_SAMPLES = 10 * VOICE_SAMPLE_RATE;

export interface Heard {
  /** EVoiceResult. */
  readonly result: number;
  /** Signed 16-bit, mono, at the rate asked for. */
  readonly samples: Int16Array;
}

/** Decodes packets, each talker with a decoder of their own. */
export interface Listener {
  hear(packet: Uint8Array, sampleRate: number): Heard;
  close(): void;
}

interface Ear {
  readonly decoder: VoiceDecoder;
  resampler: { readonly rate: number; readonly resampler: Resampler };
}

const NOTHING = new Int16Array(0);

export function createListener(codec: VoiceCodec): Listener {
  const receiver = createVoiceReceiver();
  const ears = new Map<string, Ear>();

  const earOf = (talker: string, rate: number): Ear => {
    const known = ears.get(talker);
    const ear = known ?? {
      decoder: codec.createDecoder(VOICE_SAMPLE_RATE),
      resampler: { rate, resampler: createResampler(VOICE_SAMPLE_RATE, rate) },
    };
    if (ear.resampler.rate !== rate)
      ear.resampler = { rate, resampler: createResampler(VOICE_SAMPLE_RATE, rate) };
    if (known !== undefined) return known;
    const [oldest] = ears.keys();
    if (ears.size >= MOST_TALKERS && oldest !== undefined) {
      ears.get(oldest)?.decoder.free();
      ears.delete(oldest);
    }
    ears.set(talker, ear);
    return ear;
  };

  return {
    hear(packet, sampleRate) {
      const reception = receiver.receive(packet);
      if (reception.kind === 'dropped') return { result: voiceResults.dataCorrupted, samples: NOTHING };
      const { talker, steps } = reception;
      if (steps.some(({ kind }) => kind === 'unsupported'))
        return { result: voiceResults.unsupportedCodec, samples: NOTHING };
      if (plannedSamples(steps) > MOST_SAMPLES)
        return { result: voiceResults.dataCorrupted, samples: NOTHING };
      const { decoder, resampler } = earOf(talker, sampleRate);
      const blocks = steps.map((step) => perform(step, decoder));
      const pieces = blocks.filter((block) => block !== undefined);
      const isWhole = pieces.length === blocks.length;
      return {
        result: isWhole ? voiceResults.ok : voiceResults.dataCorrupted,
        samples: isWhole ? pcmOfSignal(resampler.resampler.push(signalOfPcm(joinSamples(pieces)))) : NOTHING,
      };
    },
    close() {
      for (const { decoder } of ears.values()) decoder.free();
      ears.clear();
    },
  };
}

function plannedSamples(steps: readonly ReceiverStep[]): number {
  return steps.reduce((sum, step) => {
    if (step.kind === 'silence') return sum + step.samples;
    if (step.kind === 'conceal') return sum + step.frames * VOICE_FRAME_SAMPLES;
    return step.kind === 'decode' ? sum + VOICE_FRAME_SAMPLES : sum;
  }, 0);
}

/** Undefined where a frame is no Opus. */
function perform(step: ReceiverStep, decoder: VoiceDecoder): Int16Array | undefined {
  switch (step.kind) {
    case 'decode':
      // A frame without a byte says what a lost one says.
      return step.bytes.length === 0 ? decoder.conceal() : decoder.decode(step.bytes);
    case 'conceal':
      return joinSamples(Array.from({ length: step.frames }, () => decoder.conceal()));
    case 'reset':
      decoder.reset();
      return NOTHING;
    case 'silence':
      return new Int16Array(step.samples);
    case 'unsupported':
      return NOTHING;
  }
}
