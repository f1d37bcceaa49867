import * as z from 'zod/mini';
import { voiceLimits, type Bounds } from './voice-limits.ts';

const within = ({ minimum, maximum }: Bounds) => z.number().check(z.minimum(minimum), z.maximum(maximum));

const probability = within({ minimum: 0, maximum: 1 });
/** Peak in dBFS: 0 is full scale. */
const peakDbfs = within(voiceLimits.peakDbfs);
const hertz = within(voiceLimits.hertz);

const { minimum: FEWEST_SAMPLES, maximum: MOST_SAMPLES } = voiceLimits.sourceSamples;

const samples = z
  .union([z.instanceof(Int16Array), z.instanceof(Float32Array)])
  .check(
    z.refine(
      ({ length }) => length >= FEWEST_SAMPLES && length <= MOST_SAMPLES,
      `${FEWEST_SAMPLES} to ${MOST_SAMPLES} samples`,
    ),
  );

/** More than the microphone takes, or less than the header of the file promises. */
export const missingReasons = ['too-long', 'cut-off'] as const;
export type MissingReason = (typeof missingReasons)[number];

/** Hz of samples that come from outside; they are brought to 24 kHz. */
export const OutsideRate = within(voiceLimits.outsideRate);

/** What the simulated microphone hears. */
export const VoiceSourceKnob = z.discriminatedUnion('kind', [
  /** Syllables of a made-up voice, with pauses. */
  z.strictObject({ kind: z.literal('speech'), peakDbfs }),
  z.strictObject({ kind: z.literal('tone'), hertz, peakDbfs }),
  /** From one pitch to the other in that time, over and over. */
  z.strictObject({
    kind: z.literal('sweep'),
    fromHertz: hertz,
    toHertz: hertz,
    seconds: within(voiceLimits.sweepSeconds),
    peakDbfs,
  }),
  z.strictObject({ kind: z.literal('silence') }),
  /** Samples of a file: 16-bit, or floats with full scale ±1. They begin when the recording does. */
  z.strictObject({
    kind: z.literal('samples'),
    samples,
    sampleRate: OutsideRate,
    isRepeated: z.boolean(),
    name: z.optional(z.string().check(z.maxLength(255))),
    /** Of the file that they were mixed from; changes nothing. */
    channels: z.optional(z.union([z.literal(1), z.literal(2)])),
    /** Why they are not all of it; changes nothing. */
    missing: z.optional(z.enum(missingReasons)),
  }),
  /** What `pushVoice` brings: this machine’s own microphone. */
  z.strictObject({ kind: z.literal('outside') }),
]);
export type VoiceSourceKnob = z.infer<typeof VoiceSourceKnob>;

/** Probabilities for each packet on its way. */
const wayKnobs = {
  lose: probability,
  duplicate: probability,
  /** It arrives after the next one. */
  swap: probability,
  /** One bit of it is turned over. */
  flipBit: probability,
};

const outgoing = z.strictObject({
  ...wayKnobs,
  /** Each packet is late by 0 to that many simulated milliseconds; none overtakes another by that. */
  jitterMs: within(voiceLimits.jitterMs),
});
const incoming = z.strictObject(wayKnobs);
export type OutgoingFaults = z.infer<typeof outgoing>;
export type WayFaults = z.infer<typeof incoming>;

export const voiceFunctions = ['getAvailableVoice', 'getVoice', 'decompressVoice'] as const;
export type VoiceFunction = (typeof voiceFunctions)[number];

const settings = {
  source: VoiceSourceKnob,
  /** Nothing is heard until it is plugged in again. */
  isMicrophonePulled: z.boolean(),
  /** The account may not use voice. */
  isRestricted: z.boolean(),
  /** For how long Steam goes on recording after it was told to stop, simulated milliseconds. */
  tailMs: within(voiceLimits.tailMs),
  /** How much faster than real time the microphone’s own clock runs, in millionths. */
  driftPpm: within(voiceLimits.driftPpm),
};

/** A change to the voice of an account. Way faults that are not given stay. */
export const VoiceChange = z.strictObject({
  ...z.partial(z.strictObject(settings)).shape,
  /** Whether the samples that are heard begin again at their end; does nothing where something else is heard. */
  isSourceRepeated: z.optional(z.boolean()),
  /** Between microphone and getVoice. */
  outgoing: z.optional(z.partial(outgoing)),
  /** Between the caller and decompressVoice. */
  incoming: z.optional(z.partial(incoming)),
  /** The next so many calls answer that EVoiceResult and do nothing else; 0 times forgets it. */
  nextResult: z.optional(
    z.strictObject({
      name: z.enum(voiceFunctions),
      result: z.int().check(z.minimum(1), z.maximum(9)),
      times: z
        .int()
        .check(z.minimum(voiceLimits.chosenTimes.minimum), z.maximum(voiceLimits.chosenTimes.maximum)),
    }),
  ),
});
export type VoiceChange = z.infer<typeof VoiceChange>;

export interface VoiceSettings {
  readonly source: VoiceSourceKnob;
  readonly isMicrophonePulled: boolean;
  readonly isRestricted: boolean;
  readonly tailMs: number;
  readonly driftPpm: number;
  readonly outgoing: OutgoingFaults;
  readonly incoming: WayFaults;
}
