/** Both ends are included. */
export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** What can be set for a simulated voice. Apart from the schemas that hold it to this: the page needs none of them. */
export const voiceLimits = {
  /** Of a made source; 0 is full scale. */
  peakDbfs: { minimum: -100, maximum: 0 },
  hertz: { minimum: 1, maximum: 12_000 },
  /** From one end of a sweep to the other. */
  sweepSeconds: { minimum: 0.1, maximum: 600 },
  /** Hz of samples that come from outside; they are brought to 24 kHz. */
  outsideRate: { minimum: 4000, maximum: 192_000 },
  /** Of a file: five minutes at 48 kHz. */
  sourceSamples: { minimum: 1, maximum: 14_400_000 },
  jitterMs: { minimum: 0, maximum: 5000 },
  tailMs: { minimum: 0, maximum: 10_000 },
  driftPpm: { minimum: -100_000, maximum: 100_000 },
  /** Calls that answer a chosen result; 0 forgets it. */
  chosenTimes: { minimum: 0, maximum: 100_000 },
} as const satisfies Record<string, Bounds>;
