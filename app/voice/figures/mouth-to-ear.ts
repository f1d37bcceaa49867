import { filtered, highPass, lowPass } from '../signal/biquad.ts';
import { correlate, likeness } from '../signal/correlation.ts';
import { createFourier, nextPowerOfTwo } from '../signal/fourier.ts';
import { signalOfPcm, type Signal } from '../signal/signal.ts';
import { isAmbiguous } from './ambiguous-lag.ts';
import { median } from './percentile.ts';
import type { TakeReference } from './take-record.ts';

/** How long sound takes from a mouth to an ear, by looking for what was heard in what was spoken. */
export interface MouthToEar {
  /** Median delay of the windows that were accepted; undefined where there are none. */
  readonly delayMs: number | undefined;
  /** Median correlation of all windows with speech; undefined where there are none. */
  readonly correlation: number | undefined;
  /** Windows with speech, in order. */
  readonly windows: readonly MouthToEarWindow[];
}

export interface MouthToEarWindow {
  /** Where it begins in the take. */
  readonly atMs: number;
  readonly delayMs: number;
  /** −1 to 1; speech through the whole codec reaches about 0.95. */
  readonly correlation: number;
  /** `unlike`: a correlation below 0.5. `periodic`: another delay fits as well, as with a steady tone. */
  readonly verdict: 'accepted' | 'unlike' | 'periodic';
}

export interface Heard {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  /** Whether there is speech between two samples. */
  hasSpeech(from: number, to: number): boolean;
}

const WINDOW_SECONDS = 0.5;
const LOWEST_CORRELATION = 0.5;
/** Delays that are looked for. Below 0 lies only what two clocks may disagree by. */
const SHORTEST_DELAY_MS = -20;
const LONGEST_DELAY_MS = 1500;
/** A delay is looked for at about this rate, and then exactly at the take’s own. */
const SEARCH_RATE = 8000;
const LOWEST_RATE = 4000;
/** An hour; a lead beyond that is no lead but two clocks. */
const LONGEST_LEAD_MS = 3_600_000;

/** Undefined where the two have different rates: nothing here resamples. */
export function measureMouthToEar(heard: Heard, reference: TakeReference): MouthToEar | undefined {
  const { sampleRate } = heard;
  const isFit = reference.sampleRate === sampleRate && sampleRate >= LOWEST_RATE;
  if (!isFit || !(Math.abs(reference.leadMs) <= LONGEST_LEAD_MS)) return undefined;
  const search = createSearch(heard, reference);
  const windowLength = Math.floor(WINDOW_SECONDS * sampleRate);
  const windows: MouthToEarWindow[] = [];
  for (let from = 0; from + windowLength <= heard.samples.length; from += windowLength) {
    if (heard.hasSpeech(from, from + windowLength)) windows.push(search(from, windowLength));
  }
  const accepted = windows.filter(({ verdict }) => verdict === 'accepted');
  return {
    delayMs: median(accepted.map(({ delayMs }) => delayMs)),
    correlation: median(windows.map(({ correlation }) => correlation)),
    windows,
  };
}

function createSearch({ samples, sampleRate }: Heard, reference: TakeReference) {
  const factor = Math.max(1, Math.floor(sampleRate / SEARCH_RATE));
  const ear = prepare(samples, sampleRate, factor);
  const mouth = prepare(reference.samples, sampleRate, factor);
  const lead = (reference.leadMs * sampleRate) / 1000;
  const shortest = (SHORTEST_DELAY_MS * sampleRate) / 1000;
  const longest = (LONGEST_DELAY_MS * sampleRate) / 1000;
  const coarseSpan = Math.ceil((longest - shortest + WINDOW_SECONDS * sampleRate) / factor) + 1;
  const fourier = createFourier(nextPowerOfTwo(coarseSpan));

  return (from: number, length: number): MouthToEarWindow => {
    // What is heard at `from` with a delay of d was spoken at sample from + lead − d of the reference.
    const earliest = Math.floor((from + lead - longest) / factor);
    const piece = ear.coarse.subarray(Math.floor(from / factor), Math.floor((from + length) / factor));
    const place = correlate(piece, cut(mouth.coarse, earliest, coarseSpan), fourier);
    const guess = (earliest + place.lag - Math.floor(from / factor)) * factor;
    const { offset, correlation } = refine(ear.fine, mouth.fine, from, length, guess, factor);
    return {
      atMs: (1000 * from) / sampleRate,
      delayMs: ((lead - offset) * 1000) / sampleRate,
      correlation,
      verdict: correlation < LOWEST_CORRELATION ? 'unlike' : isAmbiguous(place) ? 'periodic' : 'accepted',
    };
  };
}

/** The offset from ear to mouth, exact to a sample, within one coarse sample and a half of the guess. */
function refine(ear: Signal, mouth: Signal, from: number, length: number, guess: number, factor: number) {
  let offset = guess;
  let correlation = -1;
  const reach = factor === 1 ? 0 : Math.ceil(1.5 * factor);
  for (let candidate = guess - reach; candidate <= guess + reach; candidate += 1) {
    const value = likeness(ear, from, mouth, from + candidate, length);
    if (value > correlation) [offset, correlation] = [candidate, value];
  }
  return { offset, correlation };
}

/** Without rumble and DC, which are alike everywhere; and a coarse copy of it, filtered before it is thinned out. */
function prepare(samples: Int16Array, sampleRate: number, factor: number) {
  const fine = filtered(signalOfPcm(samples), [highPass(80, Math.SQRT1_2, sampleRate)]);
  if (factor === 1) return { fine, coarse: fine };
  const edge = (0.4 * sampleRate) / factor;
  const smooth = filtered(fine, [lowPass(edge, 0.5412, sampleRate), lowPass(edge, 1.3066, sampleRate)]);
  const coarse = Float64Array.from(
    { length: Math.floor(smooth.length / factor) },
    (_, at) => smooth[at * factor] ?? 0,
  );
  return { fine, coarse };
}

/** A stretch that may reach over either end; there it is silent. */
function cut(signal: Float64Array, from: number, length: number): Float64Array {
  const stretch = new Float64Array(length);
  const inside = signal.subarray(Math.max(0, from), Math.max(0, from + length));
  if (inside.length > 0) stretch.set(inside, Math.max(0, -from));
  return stretch;
}
