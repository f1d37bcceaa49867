/** What can be set for live playback, milliseconds, both ends included. Apart from the schemas that hold it to this. */
export const playbackLimits = {
  /** Of the jitter buffer. */
  targetBufferMs: { minimum: 20, maximum: 1000 },
  /** On top of the jitter buffer. */
  delayMs: { minimum: 0, maximum: 3000 },
} as const;
