import { measureText } from './number-text.ts';

/** A figure of a take: what it is called, how it is written, and what it has to keep to. */
export interface FigureInfo {
  readonly title: string;
  /** Empty for a plain count. */
  readonly unit: string;
  /** For someone who does not know the word. */
  readonly explanation: string;
  /** Digits after the point. */
  readonly decimals: number;
  /** What a take has to keep to unless the user sets something else; undefined where there is no right and wrong. */
  readonly limit?: FigureLimit;
}

/** Both ends are still within. */
export interface FigureLimit {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Every figure of a take, once, in the order in which they are shown. */
export const figureTable = {
  durationSeconds: {
    title: 'Length',
    unit: 's',
    explanation: 'How much sound the take holds.',
    decimals: 2,
  },
  rmsDbfs: {
    title: 'RMS level',
    unit: 'dBFS',
    explanation: 'How strong the take is on average, pauses included. A full-scale sine is −3.01 dBFS.',
    decimals: 1,
  },
  peakDbfs: {
    title: 'Peak level',
    unit: 'dBFS',
    explanation: 'The highest sample. 0 dBFS is the most that the format can hold.',
    decimals: 1,
    limit: { min: -40, max: -0.1 },
  },
  loudnessLufs: {
    title: 'Loudness',
    unit: 'LUFS',
    explanation: 'How loud it sounds, by ITU-R BS.1770-4: weighted like an ear, pauses left out.',
    decimals: 1,
    limit: { min: -36, max: -12 },
  },
  clippingCount: {
    title: 'Clipped peaks',
    unit: '',
    explanation:
      'Runs of three samples or more at full scale: the microphone was too loud and tops were cut off.',
    decimals: 0,
    limit: { max: 0 },
  },
  clippingLongestSamples: {
    title: 'Longest clipped peak',
    unit: 'samples',
    explanation: 'How many samples in a row were cut off. The longer, the harsher.',
    decimals: 0,
  },
  clippingPercent: {
    title: 'Clipped share',
    unit: '%',
    explanation: 'How much of the take lies in clipped peaks.',
    decimals: 3,
  },
  dcOffsetPercent: {
    title: 'DC offset',
    unit: '%',
    explanation:
      'How far the middle of the wave is from zero, in per cent of full scale. It wastes level and clicks.',
    decimals: 2,
    limit: { min: -1, max: 1 },
  },
  noiseFloorDbfs: {
    title: 'Noise floor',
    unit: 'dBFS',
    explanation:
      'How loud the quietest tenth of the take gets: the room, the fan, the sound card. ' +
      'Not measured where less than a tenth of the take lies in pauses of 300 ms or more.',
    decimals: 1,
    limit: { max: -45 },
  },
  snrDb: {
    title: 'Speech over noise',
    unit: 'dB',
    explanation:
      'How far speech stands above the noise floor. Not measured without one: it takes pauses to hear the noise in.',
    decimals: 1,
    limit: { min: 20 },
  },
  speechPercent: {
    title: 'Speech',
    unit: '%',
    explanation: 'Share of 20 ms frames that are as loud as speech.',
    decimals: 1,
  },
  silencePercent: {
    title: 'Silence',
    unit: '%',
    explanation: 'Share of 20 ms frames of the sound itself that are not as loud as speech.',
    decimals: 1,
  },
  dtxPercent: {
    title: 'DTX frames',
    unit: '%',
    explanation:
      'Share of received frames that only say that there is nothing to hear. Silence as the sender saw it.',
    decimals: 1,
  },
  zeroRunCount: {
    title: 'Holes in speech',
    unit: '',
    explanation: 'Runs of zeros over 2 ms, cut out of the middle of speech.',
    decimals: 0,
    limit: { max: 0 },
  },
  zeroRunLongestMs: {
    title: 'Longest hole',
    unit: 'ms',
    explanation: 'The longest run of zeros in the middle of speech.',
    decimals: 1,
  },
  sequenceGapCount: {
    title: 'Sequence gaps',
    unit: '',
    explanation: 'How often a frame’s number was higher than the next one: something was lost or overtaken.',
    decimals: 0,
    limit: { max: 0 },
  },
  lateFrameCount: {
    title: 'Late frames',
    unit: '',
    explanation: 'Frames that came after one with a higher number. Most receivers cannot use them any more.',
    decimals: 0,
    limit: { max: 0 },
  },
  duplicatePacketCount: {
    title: 'Duplicates',
    unit: 'packets',
    explanation:
      'Packets that came again as they had come before. DecompressVoice is given them too, as a game without a check ' +
      'of its own would: what is in them may be heard twice.',
    decimals: 0,
    limit: { max: 0 },
  },
  undecodedPacketCount: {
    title: 'Undecoded packets',
    unit: '',
    explanation:
      'Packets that came with sound, and that DecompressVoice gave no sound for: lost or broken on the way to it, ' +
      'or in a codec that it does not know.',
    decimals: 0,
    limit: { max: 0 },
  },
  underrunCount: {
    title: 'Underruns',
    unit: '',
    explanation: 'How often playback ran out of sound.',
    decimals: 0,
    limit: { max: 0 },
  },
  lossPercent: {
    title: 'Loss',
    unit: '%',
    explanation: 'Frames that never arrived, of all that were sent by their numbers.',
    decimals: 2,
    limit: { max: 1 },
  },
  lossBurstLongest: {
    title: 'Longest loss',
    unit: 'frames',
    explanation:
      'Most frames lost in a row. Decoders hide one or two well, five audibly, more than ten not at all.',
    decimals: 0,
    limit: { max: 5 },
  },
  lossBurstMean: {
    title: 'Mean loss run',
    unit: 'frames',
    explanation: 'How many frames are lost in a row on average. Near 1 the loss is scattered.',
    decimals: 1,
  },
  jitterMs: {
    title: 'Jitter',
    unit: 'ms',
    explanation: 'How unevenly packets came against the sound in them, by RFC 3550, after the last one.',
    decimals: 1,
    limit: { max: 40 },
  },
  jitterHighestMs: {
    title: 'Highest jitter',
    unit: 'ms',
    explanation: 'The highest that the running estimate got to.',
    decimals: 1,
  },
  intervalP50Ms: {
    title: 'Packet interval, median',
    unit: 'ms',
    explanation: 'Half of the packets came sooner than this after the one before.',
    decimals: 1,
  },
  intervalP99Ms: {
    title: 'Packet interval, 99th percentile',
    unit: 'ms',
    explanation: 'Of a hundred packets one took longer. Beyond 250 ms Steam itself warns of gaps.',
    decimals: 1,
    limit: { max: 250 },
  },
  payloadKbps: {
    title: 'Payload bitrate',
    unit: 'kbit/s',
    explanation: 'What the codec itself needs while someone talks.',
    decimals: 1,
  },
  packetKbps: {
    title: 'Packet bitrate',
    unit: 'kbit/s',
    explanation:
      'What goes over the wire while someone talks, with all that Steam puts around the codec’s bytes.',
    decimals: 1,
  },
  startLatencyMs: {
    title: 'Start',
    unit: 'ms',
    explanation: 'From the key to the first packet.',
    decimals: 0,
    limit: { max: 500 },
  },
  tailMs: {
    title: 'Tail',
    unit: 'ms',
    explanation: 'How long Steam went on giving voice after it was told to stop.',
    decimals: 0,
    limit: { max: 1000 },
  },
  captureToScreenP50Ms: {
    title: 'Capture to screen, median',
    unit: 'ms',
    explanation: 'Half of what was captured was drawn sooner than this.',
    decimals: 1,
  },
  captureToScreenP95Ms: {
    title: 'Capture to screen, 95th percentile',
    unit: 'ms',
    explanation:
      'Of twenty frames one took longer to be drawn. Tells of this machine, not of the voice: no limit of its own.',
    decimals: 1,
  },
  mouthToEarMs: {
    title: 'Mouth to ear',
    unit: 'ms',
    explanation:
      'From the simulated microphone to the bench, on average: packing, the line, the codec, waiting for the poll. ' +
      'With it the page’s buffer and the output’s own delay where it was played live. ' +
      'By looking for what was heard in what was spoken, which real Steam does not tell.',
    decimals: 1,
    limit: { max: 400 },
  },
  mouthToEarCorrelation: {
    title: 'Likeness to what was spoken',
    unit: '',
    explanation:
      '1 is the same sound. Speech through the codec reaches about 0.95. Below 0.5 no delay is told.',
    decimals: 2,
    limit: { min: 0.5 },
  },
} as const satisfies Record<string, FigureInfo>;

export type FigureKey = keyof typeof figureTable;

/** Figures of one take, always finite; what could not be measured is undefined. */
export type TakeFigures = Readonly<Record<FigureKey, number | undefined>>;

/** In the order of the table. */
export const figureKeys = Object.keys(figureTable) as readonly FigureKey[];

export function figureInfo(key: FigureKey): FigureInfo {
  return figureTable[key];
}

/** A value as it is read: `−23.0 LUFS`, `3`, `12.5 %`, with a real minus sign. */
export function formatFigure(key: FigureKey, value: number): string {
  const { unit, decimals } = figureInfo(key);
  return measureText(value, decimals, unit);
}
