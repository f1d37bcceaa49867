import { between } from './between-samples.ts';
import { conceal, CONCEALMENT_MS, HISTORY_MS, type SampleAt } from './concealment.ts';

/** What a jitter buffer did since it was made. */
export interface JitterStats {
  /** Sound that waits to be played. */
  readonly fillMs: number;
  /** How often sound came too late: playback ran dry, and went on shortly after. */
  readonly underruns: number;
  /** Made-up sound that was played where sound came too late. */
  readonly concealedMs: number;
  /** Sound thrown away because too much had piled up. */
  readonly skippedMs: number;
  readonly isPlaying: boolean;
}

/** Evens out sound that arrives in bursts: it waits for a target, then plays. */
export interface JitterBuffer {
  /** Takes mono samples of full scale ±1. Another rate than before starts anew. */
  push(samples: Float32Array, sampleRate: number): void;
  /** Fills a block of the output: where there is nothing, the last sound goes on and fades to silence. */
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
/** From what is heard to what is to be heard next, wherever the two do not follow each other. */
const CROSS_FADE_MS = 6;

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
  let concealedMs = 0;
  let skippedMs = 0;
  /** What goes on where there is no sound, and where in it playback is. */
  let concealment: { readonly at: SampleAt; readonly isLate: boolean; place: number } | undefined;
  /** What would have been heard next but is left for something else, and how much of it was. */
  const leaving = new Float32Array(Math.round((CROSS_FADE_MS / 1000) * outputRate));
  let left = leaving.length;

  const fillMs = (): number => (1000 * (written - place)) / rate;
  const at: SampleAt = (index) => {
    const inside = Math.min(index, written - 1);
    return inside < 0 ? 0 : (ring[inside % ring.length] ?? 0);
  };
  const madeUpMs = ({ place: until }: { readonly place: number }): number => (1000 * until) / rate;

  const runDry = (): void => {
    const count = Math.ceil((HISTORY_MS / 1000) * rate);
    const history = Float32Array.from({ length: count }, (_, index) => at(written - count + index));
    concealment = { at: conceal(history, rate), isLate: false, place: place - written };
    isPlaying = false;
    dryMs = 0;
    place = written;
  };

  const source = (): number => {
    const step = rate / outputRate;
    if (isPlaying && place + 1 > written) runDry();
    if (isPlaying) {
      const value = between(at, place);
      place += step;
      return value;
    }
    if (concealment === undefined) return 0;
    const value = between(concealment.at, concealment.place);
    concealment.place += step;
    return value;
  };

  const next = (): number => {
    const sounding = source();
    if (left === leaving.length) return sounding;
    const share = (left + 1) / (leaving.length + 1);
    const fading = leaving[left] ?? 0;
    left += 1;
    return fading + share * (sounding - fading);
  };

  /** Hears ahead what is about to be left, to fade out of it. */
  const leave = (): void => {
    const ahead = Float32Array.from(leaving, next);
    leaving.set(ahead);
    left = 0;
  };

  const isSounding = (): boolean =>
    isPlaying || (concealment !== undefined && madeUpMs(concealment) < CONCEALMENT_MS);

  const restart = (sampleRate: number): void => {
    if (isSounding()) leave();
    rate = sampleRate;
    ring = new Float32Array(Math.ceil(sampleRate * CAPACITY_SECONDS));
    written = 0;
    place = 0;
    isPlaying = false;
    concealment = undefined;
  };

  const skipTo = (wantedMs: number): void => {
    skippedMs += fillMs() - wantedMs;
    if (isPlaying) leave();
    place = written - (wantedMs * rate) / 1000;
  };

  const play = (): void => {
    if (concealment?.isLate === true) concealedMs += Math.min(CONCEALMENT_MS, madeUpMs(concealment));
    if (isSounding()) leave();
    concealment = undefined;
    isPlaying = true;
  };

  return {
    push(samples, sampleRate) {
      if (sampleRate !== rate) restart(sampleRate);
      if (!isPlaying && dryMs < PAUSE_MS) {
        underruns += 1;
        if (concealment !== undefined) concealment = { ...concealment, isLate: true };
      }
      dryMs = Infinity;
      for (const sample of samples) {
        ring[written % ring.length] = sample;
        written += 1;
      }
      // Also keeps what is still to be played from being written over.
      if (fillMs() > targetMs + BACKLOG_MS + (1000 * samples.length) / rate) skipTo(targetMs);
    },
    pull(block) {
      if (!isPlaying && written > place && fillMs() >= targetMs) play();
      for (let index = 0; index < block.length; index += 1) block[index] = next();
      if (!isPlaying) dryMs += (1000 * block.length) / outputRate;
    },
    setTarget(wanted) {
      targetMs = wanted;
    },
    stats: () => ({ fillMs: fillMs(), underruns, concealedMs, skippedMs, isPlaying }),
    clear() {
      restart(rate);
      dryMs = Infinity;
    },
  };
}
