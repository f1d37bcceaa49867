/** Stretches that hit full scale. */
export interface Clipping {
  /** Runs of at least three samples at full scale. */
  readonly count: number;
  /** The longest of them, in samples; 0 where there is none. */
  readonly longestSamples: number;
  /** Samples in such runs, in per cent of all. */
  readonly sharePercent: number;
}

/** One sample at full scale may be chance, two a rounded top; three in a row are a cut one. */
const SHORTEST_RUN = 3;

/** Full scale on either side; −32767 counts, since many converters keep to symmetric limits. */
const FULL_SCALE = 32_767;

/** Looks for them in sound that comes in pieces. */
export interface ClippingMeter {
  push(samples: Int16Array): void;
  /** Of everything that came; nothing may come after it. */
  finish(): Clipping;
}

/** Runs of one sign: a sample at the other limit begins a run of its own. */
export function createClippingMeter(): ClippingMeter {
  let count = 0;
  let longestSamples = 0;
  let clipped = 0;
  let total = 0;
  let runSide = 0;
  let runLength = 0;
  const endRun = (): void => {
    if (runSide === 0 || runLength < SHORTEST_RUN) return;
    count += 1;
    clipped += runLength;
    longestSamples = Math.max(longestSamples, runLength);
  };
  return {
    push(samples) {
      const { length } = samples;
      for (let at = 0; at < length; at += 1) {
        const sample = samples[at] ?? 0;
        const side = sample >= FULL_SCALE ? 1 : sample <= -FULL_SCALE ? -1 : 0;
        // Nearly every sample: nothing is counted below full scale.
        if (side === 0 && runSide === 0) continue;
        if (side === runSide) {
          runLength += 1;
          continue;
        }
        endRun();
        runSide = side;
        runLength = 1;
      }
      total += length;
    },
    finish() {
      endRun();
      return { count, longestSamples, sharePercent: total === 0 ? 0 : (100 * clipped) / total };
    },
  };
}

export function measureClipping(samples: Int16Array): Clipping {
  const meter = createClippingMeter();
  meter.push(samples);
  return meter.finish();
}
