/**
 * What a take is measured from: what was heard, what came over the wire, and when.
 *
 * All times are milliseconds of one clock. What is not known is left out: its figures are then not measured.
 */
export interface TakeRecord {
  /** The decoded sound, mono, from the beginning of the first spurt. */
  readonly samples: Int16Array;
  /** Of `samples`, in Hz. */
  readonly sampleRate: number;
  /** Opus frames in the order in which they were decoded or concealed. */
  readonly frames: readonly TakeFrame[];
  /** Voice packets in the order of their arrival, as GetVoice gave them. */
  readonly packets: readonly TakePacket[];
  readonly times: TakeTimes;
  /** Packets that DecompressVoice gave no sound for, though they hold some; undefined where nobody counted. */
  readonly undecodedPackets?: number | undefined;
  /** Packets that came again as they had come before; undefined where the packets are not known. */
  readonly duplicatePackets?: number | undefined;
  /** How often playback ran out of samples; undefined where nothing was played. */
  readonly underruns?: number | undefined;
  /** For each frame or packet that was drawn: from its capture to the picture that shows it. */
  readonly captureToScreenMs?: readonly number[] | undefined;
  /** From the bench’s sending a sample to the page until it is heard; undefined where that is not known. */
  readonly playbackMs?: number | undefined;
  /** What was spoken into the microphone, where the bench knows it. */
  readonly reference?: TakeReference | undefined;
  /** What an earlier look at the reference found, where that is there no more. */
  readonly mouthToEar?: readonly MouthToEarWindow[] | undefined;
}

export interface TakeFrame {
  /** Which talk spurt it belongs to, counted from 0: sequence numbers start anew with each. */
  readonly spurt: number;
  /** 0 to 65535 as on the wire; wraps within a long spurt. */
  readonly seq: number;
  /** Which of `packets` brought it, by index; undefined for a lost one. */
  readonly packet?: number | undefined;
  /** When it begins on the talker’s own time line: 20 ms more with each frame of a spurt, lost ones counted. */
  readonly mediaTimeMs: number;
  /** Of the Opus packet alone, without its length and seq; 0 for a lost one. */
  readonly bytes: number;
  /** Sent as discontinuous transmission: a frame of one byte that says “nothing to hear”. */
  readonly isDtx: boolean;
  /** It never arrived, and the decoder concealed it. */
  readonly isLost: boolean;
}

export interface TakePacket {
  readonly arrivedAt: number;
  /** Of the whole packet, its SteamID and CRC included. */
  readonly bytes: number;
}

export interface TakeTimes {
  /** The push-to-talk key went down. */
  readonly keyDownAt?: number | undefined;
  readonly firstPacketAt?: number | undefined;
  /** Recording was told to stop. */
  readonly stopAt?: number | undefined;
  /** GetVoice answered NotRecording for the first time afterwards. */
  readonly notRecordingAt?: number | undefined;
}

export interface TakeReference {
  /** Mono. */
  readonly samples: Int16Array;
  /** In Hz; windows of a take of another rate are brought to it. */
  readonly sampleRate: number;
  /** In the order of the take. The reference runs on while nobody talks, the take does not. */
  readonly leads: readonly TakeLead[];
}

/** How the take’s time lies against the reference’s, from one of its samples to that of the next lead. */
export interface TakeLead {
  readonly fromSample: number;
  /** The time at which that sample was heard, less the time of the reference’s first as it was spoken. */
  readonly leadMs: number;
  /** What lies before it in the take was not spoken right before it. */
  readonly beginsSpurt: boolean;
}

/** `unlike`: a correlation below 0.5. `periodic`: another delay fits as well, as with a steady tone. */
export const mouthToEarVerdicts = ['accepted', 'unlike', 'periodic'] as const;

/** What a window of the take told of the delay, from the mouth to the bench. */
export interface MouthToEarWindow {
  /** Where it begins in the take. */
  readonly atMs: number;
  readonly delayMs: number;
  /** −1 to 1; speech through the whole codec reaches about 0.95. */
  readonly correlation: number;
  readonly verdict: (typeof mouthToEarVerdicts)[number];
}
