import { Application, Bandwidth, EncoderCtl, Signal } from 'libopus-wasm';
import {
  VOICE_FRAME_SAMPLES,
  type VoiceCodec,
  type VoiceDecoder,
  type VoiceEncoder,
} from '../../app/voice/voice-codec.ts';
import { createLibopusModule, type LibopusModule } from './libopus.mjs';

const BITS_PER_SECOND = 32_000;
const MOST_PACKET_BYTES = 1275;
/** Opus packets hold up to 120 ms. */
const MOST_DECODED_SAMPLES = 6 * VOICE_FRAME_SAMPLES;
const MONO = 1;

/** Settings with which frames come out as Steam’s do: they begin with 0x68 and have 40 to 90 bytes of speech. */
const encoderSettings = [
  [EncoderCtl.SetBitrate, BITS_PER_SECOND],
  [EncoderCtl.SetVbr, 1],
  [EncoderCtl.SetDtx, 1],
  [EncoderCtl.SetComplexity, 10],
  [EncoderCtl.SetSignal, Signal.Voice],
  [EncoderCtl.SetMaxBandwidth, Bandwidth.Superwideband],
] as const;

let loading: Promise<VoiceCodec> | undefined;

/** The Opus codec in WebAssembly: loaded once, from then on it makes encoders and decoders at once. */
export function loadOpusCodec(): Promise<VoiceCodec> {
  loading ??= createLibopusModule().then(createCodec);
  return loading;
}

function createCodec(opus: LibopusModule): VoiceCodec {
  // Nothing here waits, so all share one place to put samples and packets.
  const pcm = allocate(opus, MOST_DECODED_SAMPLES * 4);
  const packet = allocate(opus, MOST_PACKET_BYTES);
  const scratch = { pcm, packet };
  return {
    createEncoder: ({ sampleRate, frameSamples }) => createEncoder(opus, scratch, sampleRate, frameSamples),
    createDecoder: (sampleRate) => createDecoder(opus, scratch, sampleRate),
  };
}

interface Scratch {
  readonly pcm: number;
  readonly packet: number;
}

function createEncoder(
  opus: LibopusModule,
  { pcm, packet }: Scratch,
  sampleRate: number,
  frameSamples: number,
): VoiceEncoder {
  const encoder = withErrorCode(opus, (error) =>
    opus._oc_create_encoder(sampleRate, MONO, Application.Voip, error),
  );
  for (const [request, value] of encoderSettings)
    check(opus, opus._oc_encoder_ctl(encoder, request, value), 'set');
  const life = createLife(() => opus._oc_destroy_encoder(encoder));
  return {
    encode(samples) {
      life.check();
      if (samples.length !== frameSamples)
        throw new RangeError(`A frame has ${frameSamples} samples, not ${samples.length}.`);
      const isFloat = samples instanceof Float32Array;
      if (isFloat) opus.HEAPF32.set(samples, pcm >> 2);
      else opus.HEAP16.set(samples, pcm >> 1);
      const length = isFloat
        ? opus._oc_encode_float(encoder, pcm, frameSamples, packet, MOST_PACKET_BYTES)
        : opus._oc_encode(encoder, pcm, frameSamples, packet, MOST_PACKET_BYTES);
      return opus.HEAPU8.slice(packet, packet + check(opus, length, 'encode'));
    },
    free: life.end,
  };
}

function createDecoder(opus: LibopusModule, { pcm, packet }: Scratch, sampleRate: number): VoiceDecoder {
  const create = (): number =>
    withErrorCode(opus, (error) => opus._oc_create_decoder(sampleRate, MONO, error));
  let decoder = create();
  const life = createLife(() => opus._oc_destroy_decoder(decoder));
  const heard = (samples: number): Int16Array => opus.HEAP16.slice(pcm >> 1, (pcm >> 1) + samples);
  return {
    decode(frame) {
      life.check();
      if (frame.length === 0 || frame.length > MOST_PACKET_BYTES) return undefined;
      opus.HEAPU8.set(frame, packet);
      const samples = opus._oc_decode(decoder, packet, frame.length, pcm, MOST_DECODED_SAMPLES, 0);
      return samples < 0 ? undefined : heard(samples);
    },
    conceal() {
      life.check();
      return heard(check(opus, opus._oc_decode(decoder, 0, 0, pcm, VOICE_FRAME_SAMPLES, 0), 'conceal'));
    },
    reset() {
      life.check();
      opus._oc_destroy_decoder(decoder);
      decoder = create();
    },
    free: life.end,
  };
}

/** Using what was freed would read memory of somebody else’s. */
function createLife(destroy: () => void) {
  let isOver = false;
  return {
    check(): void {
      if (isOver) throw new Error('The encoder or decoder was freed.');
    },
    end: (): void => {
      if (!isOver) destroy();
      isOver = true;
    },
  };
}

function allocate(opus: LibopusModule, bytes: number): number {
  const pointer = opus._malloc(bytes);
  if (pointer === 0) throw new Error(`WebAssembly has no ${bytes} bytes left.`);
  return pointer;
}

function withErrorCode(opus: LibopusModule, create: (error: number) => number): number {
  const error = allocate(opus, 4);
  const created = create(error);
  const code = opus.HEAP32[error >> 2] ?? 0;
  opus._free(error);
  check(opus, code, 'create');
  return created;
}

function check(opus: LibopusModule, code: number, what: string): number {
  if (code < 0) throw new Error(`libopus ${what}: ${opus.UTF8ToString(opus._oc_strerror(code))}`);
  return code;
}
