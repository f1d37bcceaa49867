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
  /** How often playback ran out of samples; undefined where nothing was played. */
  readonly underruns?: number | undefined;
  /** For each frame or packet that was drawn: from its capture to the picture that shows it. */
  readonly captureToScreenMs?: readonly number[] | undefined;
  /** What was spoken into the microphone, where the bench knows it. */
  readonly reference?: TakeReference | undefined;
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
  /** Mono, at the take’s own rate: another rate is refused, nothing resamples here. */
  readonly samples: Int16Array;
  readonly sampleRate: number;
  /** The time of the take’s first sample as it was heard, less the time of the reference’s first as it was spoken. */
  readonly leadMs: number;
}

/** One Opus frame of Steam’s voice. */
export const VOICE_FRAME_MS = 20;
