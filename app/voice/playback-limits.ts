/** What can be set for playback and recording, both ends included. Apart from the schemas that hold it to this. */
export const playbackLimits = {
  /** Of the jitter buffer, in milliseconds. */
  targetBufferMs: { minimum: 20, maximum: 1000 },
  /** On top of the jitter buffer. */
  delayMs: { minimum: 0, maximum: 3000 },
  /** Until recording stops by itself. */
  longestTakeMinutes: { minimum: 1, maximum: 60 },
} as const;
