import { between } from './between-samples.ts';
import { conceal, CONCEALMENT_MS, HISTORY_MS, type SampleAt } from './concealment.ts';
import { createArrivals } from './jitter-buffer-arrivals.ts';
import { createCrossFade } from './jitter-buffer-fade.ts';

/** What a jitter buffer did since it was made. */
export interface JitterStats {
  /** Sound that waits to be played. */
  readonly fillMs: number;
  /** What is to wait right after a packet has come: the target, or more where the packets are long. */
  readonly wantedMs: number;
  /** Of playback: above 1 while more waits than is wanted, below where less does. */
  readonly speed: number;
  /** How often sound came too late: playback ran dry, and went on shortly after. */
  readonly underruns: number;
  /** Made-up sound that was played where sound came too late. */
  readonly concealedMs: number;
  /** Sound thrown away because far too much had piled up. */
  readonly skippedMs: number;
  /** Silence left out while more waited than was wanted. */
  readonly shortenedMs: number;
  readonly isPlaying: boolean;
}

/**
 * Evens out sound that arrives in bursts: it waits for a target, then plays.
 *
 * The target is the fill right after a packet has come, so it is how long a packet's last sample waits. Until the next
 * packet comes the fill falls by the packet's length: the longest packet of late, and a margin, are the least that is
 * aimed at. A talker's clock that runs a little faster or slower, and what a stall has left behind, are made up for by
 * playing faster or slower, by 4 % at most, and by leaving out silence.
 */
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
/** So much of what is wanted may be too much: who waits for long notices less. Too little soon runs dry. */
const SURPLUS_EASE = 0.1;
const LACK_EASE_MS = 5;
/** Less than a semitone. */
const SPEED_REACH = 0.04;
/** The rest goes within about so many times what is wanted, where the reach allows. */
const SETTLE = 10;
/** Of full scale, −50 dB: so quiet for so long, sound may be left out. */
const QUIET = 0.003;
const QUIET_MS = 20;

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
  let shortenedMs = 0;
  let speed = 1;
  const arrivals = createArrivals();
  /** What was played, sound or not, and when the newest packet came by that. */
  let clockMs = 0;
  let arrivedAtMs = 0;
  /** What goes on where there is no sound, and where in it playback is. */
  let concealment: { readonly at: SampleAt; readonly isLate: boolean; place: number } | undefined;

  const msOf = (samples: number): number => (1000 * samples) / rate;
  const fillMs = (): number => msOf(written - place);
  const wantedMs = (): number => arrivals.wantedMs(targetMs);
  const at: SampleAt = (index) => {
    const inside = Math.min(index, written - 1);
    return inside < 0 ? 0 : (ring[inside % ring.length] ?? 0);
  };
  const madeUpMs = ({ place: until }: { readonly place: number }): number => msOf(until);

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
      place += step * speed;
      return value;
    }
    if (concealment === undefined) return 0;
    const value = between(concealment.at, concealment.place);
    concealment.place += step;
    return value;
  };

  const fade = createCrossFade(source, Math.round((CROSS_FADE_MS / 1000) * outputRate));

  const isSounding = (): boolean =>
    isPlaying || (concealment !== undefined && madeUpMs(concealment) < CONCEALMENT_MS);

  const restart = (sampleRate: number): void => {
    if (isSounding()) fade.leave();
    rate = sampleRate;
    ring = new Float32Array(Math.ceil(sampleRate * CAPACITY_SECONDS));
    written = 0;
    place = 0;
    isPlaying = false;
    concealment = undefined;
    arrivals.clear();
    arrivedAtMs = clockMs;
  };

  const skipTo = (ms: number): void => {
    skippedMs += fillMs() - ms;
    if (isPlaying) fade.leave();
    place = written - (ms * rate) / 1000;
  };

  const leaveOut = (ms: number): void => {
    const from = place;
    fade.leave();
    place = from + (ms * rate) / 1000;
    shortenedMs += ms;
  };

  const isQuiet = (ms: number): boolean => {
    const from = Math.floor(place);
    const count = Math.ceil((ms * rate) / 1000);
    for (let index = 0; index < count; index += 1) if (Math.abs(at(from + index)) > QUIET) return false;
    return true;
  };

  /** Comes nearer to what is wanted, a block at a time. */
  const steer = (): void => {
    const surplusMs = arrivals.surplusMs(targetMs, msOf(place), clockMs);
    const easeMs = surplusMs > 0 ? SURPLUS_EASE * wantedMs() : LACK_EASE_MS;
    const beyondMs = Math.max(0, Math.abs(surplusMs) - easeMs);
    speed = 1 + Math.sign(surplusMs) * Math.min(SPEED_REACH, beyondMs / (SETTLE * wantedMs()));
    const canLeaveOut = surplusMs > QUIET_MS && fillMs() > 2 * QUIET_MS && fade.isDone();
    if (canLeaveOut && isQuiet(QUIET_MS)) leaveOut(QUIET_MS);
  };

  /** The talker goes on: what is being said counts as if it had come. */
  const isDue = (): boolean => written > place && fillMs() + clockMs - arrivedAtMs >= wantedMs();

  const play = (): void => {
    if (concealment?.isLate === true) concealedMs += Math.min(CONCEALMENT_MS, madeUpMs(concealment));
    if (isSounding()) fade.leave();
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
      arrivals.note(msOf(samples.length), msOf(written), clockMs);
      arrivedAtMs = clockMs;
      // Also keeps what is still to be played from being written over.
      if (fillMs() > wantedMs() + BACKLOG_MS + msOf(samples.length)) skipTo(wantedMs());
    },
    pull(block) {
      if (!isPlaying && isDue()) play();
      if (isPlaying) steer();
      for (let index = 0; index < block.length; index += 1) block[index] = fade.next();
      const blockMs = (1000 * block.length) / outputRate;
      clockMs += blockMs;
      if (!isPlaying) dryMs += blockMs;
    },
    setTarget(wanted) {
      // Much more than before is waited for at once: played slower it would take a minute.
      if (isPlaying && wanted > targetMs + BACKLOG_MS) {
        fade.leave();
        isPlaying = false;
      }
      targetMs = wanted;
    },
    stats: () => ({
      fillMs: fillMs(),
      wantedMs: wantedMs(),
      speed: isPlaying ? speed : 1,
      underruns,
      concealedMs,
      skippedMs,
      shortenedMs,
      isPlaying,
    }),
    clear() {
      restart(rate);
      dryMs = Infinity;
    },
  };
}
