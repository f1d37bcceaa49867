import { frameFlags, type TakeMark } from '../../../../app/voice/voice.ts';

/**
 * How a stretch is marked in a trace: `band` along the middle of the live wave and below that of a take, `line` through
 * it, with a letter at its head.
 */
export interface MarkKind {
  readonly key: TakeMark['kind'];
  readonly flag: number;
  readonly label: string;
  readonly meaning: string;
  readonly shape: 'band' | 'line';
  readonly letter: string;
  /** Bands and letters of different rows are told apart at one place. */
  readonly row: number;
}

/** Every mark, once: the legend, the live trace and the takes are made from it. */
export const markKinds: readonly MarkKind[] = [
  {
    key: 'dtx',
    flag: frameFlags.dtx,
    label: 'DTX',
    meaning: 'Frames of one byte: the sender heard nothing worth sending.',
    shape: 'band',
    letter: 'D',
    row: 0,
  },
  {
    key: 'silence',
    flag: frameFlags.silence,
    label: 'Silence',
    meaning: 'Silent samples that the packet only counts.',
    shape: 'band',
    letter: 'S',
    row: 0,
  },
  {
    key: 'tail',
    flag: frameFlags.tail,
    label: 'Tail',
    meaning: 'What Steam still gave after it was told to stop.',
    shape: 'band',
    letter: 'T',
    row: 1,
  },
  {
    key: 'concealed',
    flag: frameFlags.concealed,
    label: 'Concealed',
    meaning: 'Lost frames; the decoder made something up in their place.',
    shape: 'line',
    letter: 'C',
    row: 0,
  },
  {
    key: 'gap',
    flag: frameFlags.gap,
    label: 'Gap',
    meaning: 'A number of the sequence is missing.',
    shape: 'line',
    letter: 'G',
    row: 1,
  },
  {
    key: 'latePoll',
    flag: frameFlags.latePoll,
    label: 'Late poll',
    meaning: 'Steam was asked more than 250 ms after the time before: it warns of gaps then.',
    shape: 'line',
    letter: 'L',
    row: 2,
  },
  {
    key: 'undecoded',
    flag: frameFlags.undecoded,
    label: 'Undecoded',
    meaning: 'A packet that DecompressVoice gave no sound for.',
    shape: 'line',
    letter: 'U',
    row: 3,
  },
];
