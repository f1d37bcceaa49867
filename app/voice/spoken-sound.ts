/** What a microphone heard during one recording, where the bench knows it: in the simulator. */
export interface SpokenSound {
  /** Mono, from the beginning of the recording. */
  readonly samples: Int16Array;
  /** Hz. */
  readonly sampleRate: number;
  /** When each block began to be heard, by the clock of the bench; blocks that were not recorded are left out. */
  readonly blockTimes: Float64Array;
  readonly blockSamples: number;
}

/** What the bench has of the simulated accounts’ microphones. */
export interface SimulatedMicrophones {
  /** Samples for the microphone of the account that plays here. */
  push(samples: Float32Array, sampleRate: number): void;
  /** During the account’s newest recording; undefined where it made none. */
  spokenBy(steamId: string): SpokenSound | undefined;
}

/**
 * Where a time lies on the sound’s own time line, in milliseconds from its first sample.
 *
 * By the blocks rather than by one beginning: the clock of a microphone drifts, and a simulated one may run faster.
 */
export function placeInSpoken(
  { blockTimes, blockSamples, sampleRate }: SpokenSound,
  at: number,
): number | undefined {
  const first = blockTimes[0];
  if (first === undefined) return undefined;
  if (at < first) return at - first;
  let block = 0;
  for (let end = blockTimes.length; end - block > 1;) {
    const middle = (block + end) >> 1;
    if ((blockTimes[middle] ?? Infinity) <= at) block = middle;
    else end = middle;
  }
  const blockMs = (1000 * blockSamples) / sampleRate;
  const within = at - (blockTimes[block] ?? first);
  const isLast = block === blockTimes.length - 1;
  return block * blockMs + (isLast ? within : Math.min(within, blockMs));
}
