import type { Failure } from '../outcome.ts';
import type { SteamIdText } from '../steam/steam-id.ts';
import type { Assessment } from './figures/assess.ts';
import type { TakeMeasurement } from './figures/measure-take.ts';
import type { PollGaps } from './poll-gaps.ts';

/**
 * Where recording stands.
 *
 * `stopping`: StopVoiceRecording was called; Steam’s tail is read until NotRecording, or until the bench gives up.
 */
export type RecorderState = 'idle' | 'recording' | 'stopping';

/** Why recording ended. Cards on the disk say these; they stay. */
export const recordingEnds = [
  'stopped',
  /** Steam did not say NotRecording in time. */
  'tail-timed-out',
  /** The window lost focus, was hidden, or its page ended while the key was held. */
  'window-left',
  /** It was as long as a take may be: the bench stopped by itself. */
  'too-long',
  'client-closed',
  /** GetVoice answered something that ends it: see `result`. */
  'refused',
  /** The bench before this one ended in the middle of it; the file was mended. */
  'crashed',
  /** It was through, but its card could not be written: the files tell of it, how it ended is not known. */
  'card-lost',
] as const;
export type RecordingEnd = (typeof recordingEnds)[number];

/** The take that is being recorded, ten times a second; after it the last one, as of its end. */
export interface LiveTake {
  readonly id: string;
  readonly startedAt: number;
  readonly stopAt?: number;
  /** EVoiceResult of the newest GetVoice. */
  readonly result: number;
  /** How often each EVoiceResult came since the start, by its number. */
  readonly results: Readonly<Record<number, number>>;
  /** Answers of GetVoice in a row, up to the newest, that gave no packet. */
  readonly emptyPolls: number;
  /** How often each EVoiceResult came from DecompressVoice, by its number. */
  readonly decodeResults: Readonly<Record<number, number>>;
  /** Packets that came with sound, and that DecompressVoice gave no sound for. */
  readonly undecodedPackets: number;
  readonly packets: number;
  readonly frames: number;
  readonly dtxFrames: number;
  readonly lostFrames: number;
  readonly wrongChecksums: number;
  readonly bytes: number;
  /** Of the last second. */
  readonly bitsPerSecond: number;
  readonly codec: 'opus' | 'silk' | 'unknown' | undefined;
  readonly talker: SteamIdText | undefined;
  /** Whoever talks is simulated: so it stays, whatever the bench is connected to afterwards. */
  readonly isSimulated: boolean;
  /** Polls that came more than 250 ms after the one before. */
  readonly latePolls: number;
  readonly pollGaps: PollGaps;
  readonly lengthSeconds: number;
  /** How it ended; undefined while it goes on. */
  readonly ending?: RecordingEnd;
  /** Where it was refused: by what, and what to do about it. */
  readonly refusal?: Failure;
}

/** A take that is kept on disk: WAV, packets with arrival times, and what was measured. */
export interface TakeCard {
  readonly id: string;
  readonly name: string;
  readonly recordedAt: number;
  readonly lengthSeconds: number;
  readonly sampleRate: number;
  readonly sizeBytes: number;
  readonly source: 'recorded' | 'opened';
  readonly ending: RecordingEnd;
  readonly talker: SteamIdText | undefined;
  readonly rmsDbfs: number | undefined;
  readonly peakDbfs: number | undefined;
  readonly lossPercent: number | undefined;
  readonly verdict: Assessment['verdict'] | undefined;
  readonly isSimulated: boolean;
  /** Its figures and its verdict are being worked out: they come within seconds. */
  readonly isMeasuring?: true;
}

export interface VoiceState {
  readonly recorder: RecorderState;
  readonly live: LiveTake | undefined;
  /** The last take of this run as of its end, kept or not; `live` is newer where there is one. */
  readonly last: LiveTake | undefined;
  /** Newest first. */
  readonly takes: readonly TakeCard[];
  readonly store: {
    readonly usedBytes: number;
    readonly limitBytes: number;
    /** Takes that were deleted to keep to the limit in this run, newest first. */
    readonly removed: readonly { readonly name: string; readonly at: number }[];
    /** Why takes cannot be kept: a full disk, a folder that cannot be written. Recording goes on without. */
    readonly problem?: string;
  };
  readonly optimalSampleRate: number | undefined;
  /** When a key was let go that was pressed during the tail of a take: nothing was recorded. Until the next take begins. */
  readonly missedPressAt: number | undefined;
}

/** What changes ten times a second while a take is recorded: told alone, whatever number of takes there is. */
export type VoiceBeat = Pick<VoiceState, 'recorder' | 'live'>;

export const noVoice: VoiceState = {
  recorder: 'idle',
  live: undefined,
  last: undefined,
  takes: [],
  store: { usedBytes: 0, limitBytes: 0, removed: [] },
  optimalSampleRate: undefined,
  missedPressAt: undefined,
};

/** Everything to draw and play a take with. */
export interface TakeSound {
  readonly id: string;
  readonly sampleRate: number;
  /** Signed 16-bit mono. */
  readonly samples: Int16Array;
  readonly packets: readonly { readonly arrivedMs: number; readonly bytes: number }[];
  /** Stretches to be marked in the trace, in milliseconds of the take. */
  readonly marks: readonly TakeMark[];
}

/** Cards on the disk say these; they stay. */
export const takeMarkKinds = [
  'dtx',
  'silence',
  'gap',
  'concealed',
  'latePoll',
  'tail',
  'spurt',
  'undecoded',
] as const;

export interface TakeMark {
  readonly kind: (typeof takeMarkKinds)[number];
  readonly fromMs: number;
  readonly toMs: number;
}

export interface TakeReport {
  readonly card: TakeCard;
  readonly measurement: TakeMeasurement;
  readonly assessment: Assessment;
}

/** Of the name of a take, in UTF-16 units. */
export const LONGEST_TAKE_NAME = 120;

/** Takes in one report. */
export const MOST_REPORTED_TAKES = 100;

/** Of a file that is taken apart. */
export const LARGEST_PACKET_FILE_BYTES = 32 << 20;

/** One packet of a file, taken apart. */
export interface PacketCard {
  readonly number: number;
  readonly at: number;
  readonly sizeBytes: number;
  readonly arrivedMs: number | undefined;
  readonly talker: SteamIdText | undefined;
  readonly isCrcRight: boolean;
  readonly sections: readonly string[];
  readonly frames: readonly { readonly seq: number; readonly sizeBytes: number; readonly isDtx: boolean }[];
  readonly isEnd: boolean;
  /** Where and why it cannot be read. */
  readonly problem?: { readonly at: number; readonly why: string };
}

export interface Inspection {
  readonly name: string;
  readonly sizeBytes: number;
  readonly format: 'recording' | 'concatenated';
  readonly packets: readonly PacketCard[];
  /** Bytes between packets that are none. */
  readonly strayBytes: number;
}

/** What the waveform is drawn from: one a frame of 20 ms, by the second port. */
export interface FrameLook {
  /** −1 to 1. */
  readonly min: number;
  readonly max: number;
  readonly rms: number;
  readonly seq: number;
  readonly flags: number;
  /** By the clock of main, for the latency from capture to screen. */
  readonly at: number;
}

export const frameFlags = {
  dtx: 1,
  silence: 2,
  concealed: 4,
  gap: 8,
  latePoll: 16,
  tail: 32,
  spurtEnd: 64,
  /** Right before it a packet gave no sound. */
  undecoded: 128,
} as const;

/** What the live trace shows: where it is opened in the middle of a take, so much of it is sent once more. */
export const LIVE_SECONDS = 10;

/** Frames in one message of the second port: six numbers each (min, max, rms, seq, flags, at). */
export const FRAME_LOOK_NUMBERS = 6;
