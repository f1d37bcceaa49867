import { VOICE_FRAME_MS } from '../app/voice/voice-codec.ts';
import { compareRounds, median, type Round } from './figures.ts';
import { runProcess } from './measuring-process.ts';
import type { Finding } from './report.ts';
import type { Runtime } from './running-app.ts';

/** Percent of a core. */
const target = 3;

/** What `voice-codec-process.ts` prints. */
export interface VoiceCodecFigures {
  /** Processor time a frame. */
  readonly codec: readonly { readonly encodeMicros: number; readonly decodeMicros: number }[];
  /** A simulated talker and listener in percent of a core; the baseline has a codec that does nothing. */
  readonly talk: readonly Round[];
  /** Wall time of the first packet of all, eight frames encoded and decoded, before anything is compiled well. */
  readonly firstPacketMs: number;
}

/**
 * Processor time of Opus for one simulated talker who makes no pause, encoded and decoded again.
 *
 * Beside it stands the whole simulator of a talker with pauses (made-up voice, packets, codec, listener), against the
 * same with a codec that does nothing.
 */
export async function measureVoiceCodec(runtime: Runtime): Promise<Finding> {
  const { codec, talk, firstPacketMs } = (await runProcess(runtime, 'voice-codec')) as VoiceCodecFigures;
  const encode = median(codec.map(({ encodeMicros }) => encodeMicros));
  const decode = median(codec.map(({ decodeMicros }) => decodeMicros));
  const percent = median(codec.map((each) => each.encodeMicros + each.decodeMicros)) / (10 * VOICE_FRAME_MS);
  const whole = compareRounds(talk);
  return {
    name: 'voice-codec',
    row: {
      what: 'voice: encode + decode for one talker without a pause',
      baseline: `${whole.baseline.toFixed(2)} % of a core (talker and listener without a codec)`,
      measured:
        `${percent.toFixed(2)} % (encode ${encode.toFixed(0)} µs, decode ${decode.toFixed(0)} µs a frame); ` +
        `talker and listener, with pauses, ${whole.measured.toFixed(2)} %`,
      ratio: `+${(whole.measured - whole.baseline).toFixed(2)} % (with pauses)`,
      target: `≤ ${target} %`,
      isMet: percent <= target,
    },
    figures: {
      unit: 'percent of a core',
      percent,
      encodeMicros: encode,
      decodeMicros: decode,
      firstPacketMs,
      whole,
      codec,
      talk,
    },
  };
}
