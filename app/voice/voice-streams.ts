/**
 * What is heard and what is drawn, sent to the page as it is recorded.
 *
 * The ports themselves keep nothing that is sent before `open`.
 */
export interface VoiceStreams {
  /**
   * Gives the page two new ports, in place of those that it had.
   *
   * `heardSeconds`: so much sound of the take under way came before, which they do not bring; 0 without a take.
   * `drawn`: what the live trace shows of it, or of the last take, as `looks` gave it.
   */
  open(heardSeconds: number, drawn: Float64Array): void;
  samples(samples: Int16Array, sampleRate: number): void;
  /** `FRAME_LOOK_NUMBERS` a frame. */
  looks(frames: Float64Array): void;
}

/** A message of the first port: signed 16-bit mono. */
export interface HeardSamples {
  readonly samples: Int16Array;
  /** Hz. */
  readonly sampleRate: number;
}
