import * as z from 'zod/mini';
import { takeVerdicts } from './figures/assess.ts';
import { figureKeys, type TakeFigures } from './figures/figure-table.ts';
import { mouthToEarVerdicts, type MouthToEarWindow, type TakeTimes } from './figures/take-record.ts';
import { HeardByPage } from './heard-by-page.ts';
import { recordingEnds, takeMarkKinds, type TakeCard, type TakeMark } from './voice.ts';

const VERSION = 1;

const figure = z.optional(z.number());
const text = z.string().check(z.maxLength(200));

const Begun = z.object({
  name: text,
  recordedAt: z.number(),
  sampleRate: z.int().check(z.minimum(1), z.maximum(384_000)),
  keyDownAt: z.optional(z.number()),
  source: z.enum(['recorded', 'opened']),
  isSimulated: z.boolean(),
});

/** What is known when a take begins: all that there is of one that was cut off. */
export type TakeBegun = z.infer<typeof Begun>;

const About = z.object({
  version: z.literal(VERSION),
  card: z.object({
    ...Begun.shape,
    lengthSeconds: z.number(),
    ending: z.enum(recordingEnds),
    talker: z.optional(text),
    rmsDbfs: figure,
    peakDbfs: figure,
    lossPercent: figure,
    verdict: z.optional(z.enum(takeVerdicts)),
  }),
  /** Cards of older benches have none. */
  figures: z.catch(z.optional(z.partialRecord(z.enum(figureKeys), z.number())), undefined),
  undecodedPackets: z.catch(z.optional(z.int().check(z.minimum(0))), undefined),
  times: z.object({
    keyDownAt: figure,
    firstPacketAt: figure,
    stopAt: figure,
    notRecordingAt: figure,
  }),
  marks: z.array(
    z.object({
      kind: z.enum(takeMarkKinds),
      fromMs: z.number(),
      toMs: z.number(),
    }),
  ),
  mouthToEar: z.catch(
    z.optional(
      z.array(
        z.object({
          atMs: z.number(),
          delayMs: z.number(),
          correlation: z.number(),
          verdict: z.enum(mouthToEarVerdicts),
        }),
      ),
    ),
    undefined,
  ),
  /** Cards of older benches have none; a broken one costs itself alone. */
  heard: z.catch(z.optional(HeardByPage), undefined),
});

/** What is kept of a take beside its sound and its packets: everything that cannot be told from them. */
export interface TakeAbout {
  readonly card: Omit<TakeCard, 'id' | 'sizeBytes' | 'isMeasuring'>;
  /** As they were measured last: limits may change, and the take is judged again by these. */
  readonly figures?: Partial<TakeFigures> | undefined;
  readonly times: TakeTimes;
  readonly marks: readonly TakeMark[];
  /** What was found of it in what the microphone heard, which is not kept. */
  readonly mouthToEar?: readonly MouthToEarWindow[] | undefined;
  /** Packets that DecompressVoice gave no sound for, which only the recording knows. */
  readonly undecodedPackets?: number | undefined;
  /** What the page told of it. */
  readonly heard?: HeardByPage | undefined;
}

/** As it is written. */
export function writeAbout(about: TakeAbout): unknown {
  const { card, figures, times, marks, mouthToEar, undecodedPackets, heard } = about;
  return { version: VERSION, card, figures, times, marks, mouthToEar, undecodedPackets, heard };
}

/** From whatever a file held; undefined where it is none of ours. */
export function readAbout(stored: unknown): TakeAbout | undefined {
  const read = About.safeParse(stored);
  if (!read.success) return undefined;
  const { card, figures, times, marks, mouthToEar, undecodedPackets, heard } = read.data;
  const { talker, rmsDbfs, peakDbfs, lossPercent, verdict } = card;
  return {
    card: {
      name: card.name,
      recordedAt: card.recordedAt,
      lengthSeconds: card.lengthSeconds,
      sampleRate: card.sampleRate,
      source: card.source,
      ending: card.ending,
      isSimulated: card.isSimulated,
      talker,
      rmsDbfs,
      peakDbfs,
      lossPercent,
      verdict,
    },
    figures,
    times,
    marks,
    mouthToEar,
    undecodedPackets,
    heard,
  };
}

export function readBegun(stored: unknown): TakeBegun | undefined {
  const read = Begun.safeParse(stored);
  return read.success ? read.data : undefined;
}
