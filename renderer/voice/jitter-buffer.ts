/** What a jitter buffer did since it was made. */
export interface JitterStats {
  /** Sound that waits to be played. */
  readonly fillMs: number;
  /** How often sound came too late: playback ran dry, and went on shortly after. */
  readonly underruns: number;
  /** Sound thrown away because too much had piled up. */
  readonly skippedMs: number;
  readonly isPlaying: boolean;
}

/** Evens out sound that arrives in bursts: it waits for a target, then plays. */
export interface JitterBuffer {
  /** Takes mono samples of full scale ±1. Another rate than before starts anew. */
  push(samples: Float32Array, sampleRate: number): void;
  /** Fills a block of the output, with silence where there is nothing. */
  pull(block: Float32Array): void;
  setTarget(targetMs: number): void;
  stats(): JitterStats;
  clear(): void;
}

const CAPACITY_SECONDS = 8;
/** What piles up beyond the target by that much is skipped: late sound is no conversation. */
const BACKLOG_MS = 250;
/** Dry for longer than this it was a pause of the talker; shorter, and the sound was late. */
const PAUSE_MS = 300;
/** How long the last sound rings out when there is nothing more, so that it does not click. */
const FADE_MS = 8;

export function createJitterBuffer(outputRate: number, initialTargetMs: number): JitterBuffer {
  let targetMs = initialTargetMs;
  let rate = outputRate;
  let ring = new Float32Array(outputRate * CAPACITY_SECONDS);
  /** Samples ever taken in, and where playback is among them, with a fraction. */
  let written = 0;
  let place = 0;
  let isPlaying = false;
  let dryMs = Infinity;
  let underruns = 0;
  let skippedMs = 0;
  let last = 0;

  const fillMs = (): number => (1000 * (written - place)) / rate;
  const at = (index: number): number => (index < 0 ? 0 : (ring[index % ring.length] ?? 0));

  const restart = (sampleRate: number): void => {
    rate = sampleRate;
    ring = new Float32Array(Math.ceil(sampleRate * CAPACITY_SECONDS));
    written = 0;
    place = 0;
    isPlaying = false;
  };

  const skipTo = (wantedMs: number): void => {
    skippedMs += fillMs() - wantedMs;
    place = written - (wantedMs * rate) / 1000;
  };

  /** Between samples by a cubic through four of them: rates differ from the output’s. */
  const between = (position: number): number => {
    const index = Math.floor(position);
    const part = position - index;
    const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(Math.min(index + 2, written - 1))];
    if (part === 0) return b;
    const slope = (c - a) / 2;
    const bend = a - 2.5 * b + 2 * c - d / 2;
    const rest = (d - a) / 2 + 1.5 * (b - c);
    return ((rest * part + bend) * part + slope) * part + b;
  };

  return {
    push(samples, sampleRate) {
      if (sampleRate !== rate) restart(sampleRate);
      if (!isPlaying && dryMs < PAUSE_MS) underruns += 1;
      dryMs = Infinity;
      for (const sample of samples) {
        ring[written % ring.length] = sample;
        written += 1;
      }
      // Also keeps what is still to be played from being written over.
      if (fillMs() > targetMs + BACKLOG_MS + (1000 * samples.length) / rate) skipTo(targetMs);
    },
    pull(block) {
      const step = rate / outputRate;
      const fade = Math.exp(-1 / ((FADE_MS / 1000) * outputRate));
      if (!isPlaying && written > place && fillMs() >= targetMs) isPlaying = true;
      for (let index = 0; index < block.length; index += 1) {
        if (isPlaying && place + 1 <= written) {
          last = between(place);
          place += step;
        } else {
          if (isPlaying) {
            isPlaying = false;
            dryMs = 0;
            place = written;
          }
          last *= fade;
        }
        block[index] = last;
      }
      if (!isPlaying) dryMs += (1000 * block.length) / outputRate;
    },
    setTarget(next) {
      targetMs = next;
    },
    stats: () => ({ fillMs: fillMs(), underruns, skippedMs, isPlaying }),
    clear() {
      restart(rate);
      dryMs = Infinity;
    },
  };
}
