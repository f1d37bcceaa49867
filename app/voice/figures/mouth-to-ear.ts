import { correlate, likeness } from '../signal/correlation.ts';
import { createFourier, nextPowerOfTwo } from '../signal/fourier.ts';
import { kernelFor } from '../signal/resampler.ts';
import { inOneGo, type Steps } from '../steps.ts';
import { isAmbiguous } from './ambiguous-lag.ts';
import { createLeadLine } from './lead-line.ts';
import { median } from './percentile.ts';
import { cutForSearch } from './search-cut.ts';
import type { MouthToEarWindow, TakeReference } from './take-record.ts';

/** How long sound takes from a mouth to an ear, by looking for what was heard in what was spoken. */
export interface MouthToEar {
  /** Median delay of the windows that were accepted; undefined where there are none. */
  readonly delayMs: number | undefined;
  /** Median correlation of all windows with speech; undefined where there are none. */
  readonly correlation: number | undefined;
  /** Windows with speech, in order. */
  readonly windows: readonly MouthToEarWindow[];
}

export interface Heard {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  /** Whether there is speech between two samples. */
  hasSpeech(from: number, to: number): boolean;
}

const WINDOW_SECONDS = 0.5;
/** Of more windows with speech these are spread over the take: each costs some milliseconds. */
const MOST_WINDOWS = 24;
const LOWEST_CORRELATION = 0.5;
/** Delays that are looked for. Below 0 lies only what two clocks may disagree by. */
const SHORTEST_DELAY_MS = -20;
const LONGEST_DELAY_MS = 1500;
/** A delay is looked for at about this rate, and then exactly at the reference’s own. */
const SEARCH_RATE = 8000;
const LOWEST_RATE = 4000;
const HIGHEST_RATE = 384_000;

/** All of `mouthToEarSteps` at once. */
export function measureMouthToEar(heard: Heard, reference: TakeReference): MouthToEar | undefined {
  return inOneGo(mouthToEarSteps(heard, reference));
}

/** Undefined where nothing tells how the times of the two lie against each other, or a rate is none of a voice. */
export function* mouthToEarSteps(heard: Heard, reference: TakeReference): Steps<MouthToEar | undefined> {
  const { samples, sampleRate } = heard;
  const line = createLeadLine(reference.leads, sampleRate);
  const isFit = [sampleRate, reference.sampleRate].every(
    (rate) => rate >= LOWEST_RATE && rate <= HIGHEST_RATE,
  );
  if (line === undefined || !isFit) return undefined;
  const referenceMs = (1000 * reference.samples.length) / reference.sampleRate;
  const length = Math.floor(WINDOW_SECONDS * sampleRate);
  const places = line.spurts(samples.length).flatMap(({ from, to }) => {
    const count = Math.max(0, Math.floor((to - from) / length));
    return Array.from({ length: count }, (_, index) => from + index * length);
  });
  const spoken = places.filter((from) => {
    const isWithin = line.heardMs(from, length) - LONGEST_DELAY_MS < referenceMs;
    return isWithin && heard.hasSpeech(from, from + length);
  });
  yield;
  const search = createSearch(heard, reference, length);
  const windows: MouthToEarWindow[] = [];
  for (const from of spread(spoken, MOST_WINDOWS)) {
    yield;
    windows.push(yield* search(from, line.heardMs(from, length)));
  }
  return mouthToEarOf(windows);
}

/** What windows say together. */
export function mouthToEarOf(windows: readonly MouthToEarWindow[]): MouthToEar {
  const accepted = windows.filter(({ verdict }) => verdict === 'accepted');
  return {
    delayMs: median(accepted.map(({ delayMs }) => delayMs)),
    correlation: median(windows.map(({ correlation }) => correlation)),
    windows,
  };
}

function createSearch(heard: Heard, reference: TakeReference, length: number) {
  const { sampleRate } = reference;
  const factor = Math.max(1, Math.floor(sampleRate / SEARCH_RATE));
  const ofMs = (milliseconds: number): number => Math.ceil((milliseconds * sampleRate) / 1000);
  const windowLength = Math.floor((length * sampleRate) / heard.sampleRate);
  const span = ofMs(LONGEST_DELAY_MS - SHORTEST_DELAY_MS) + windowLength + factor;
  const fourier = createFourier(nextPowerOfTwo(Math.ceil(span / factor)));
  const kernel = heard.sampleRate === sampleRate ? undefined : kernelFor(heard.sampleRate, sampleRate);
  const ofEar = { samples: heard.samples, sampleRate: heard.sampleRate, kernel };

  /** `heardMs`: when the window was heard on the reference’s time line. */
  return function* (from: number, heardMs: number): Steps<MouthToEarWindow> {
    const ear = yield* cutForSearch(ofEar, from, windowLength, sampleRate, factor);
    yield;
    const earliest = Math.floor(((heardMs - LONGEST_DELAY_MS) * sampleRate) / 1000);
    const mouth = yield* cutForSearch(reference, earliest, span, sampleRate, factor);
    yield;
    const place = correlate(ear.coarse, mouth.coarse, fourier);
    const guess = place.lag * factor;
    const reach = factor === 1 ? 0 : Math.ceil(1.5 * factor);
    yield;
    let offset = guess;
    let correlation = -1;
    for (let candidate = guess - reach; candidate <= guess + reach; candidate += 1) {
      const value = likeness(ear.fine, 0, mouth.fine, candidate, windowLength);
      if (value > correlation) [offset, correlation] = [candidate, value];
    }
    return {
      atMs: (1000 * from) / heard.sampleRate,
      delayMs: heardMs - (1000 * (earliest + offset)) / sampleRate,
      correlation,
      verdict: correlation < LOWEST_CORRELATION ? 'unlike' : isAmbiguous(place) ? 'periodic' : 'accepted',
    };
  };
}

/** So many of them at most, evenly spread. */
function spread<Of>(all: readonly Of[], most: number): readonly Of[] {
  if (all.length <= most) return all;
  return all.filter(
    (_, index) => Math.floor((index * most) / all.length) !== Math.floor(((index - 1) * most) / all.length),
  );
}
