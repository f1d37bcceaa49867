/** How long a sound that broke off is gone on with: as it was at first, then fading to silence. */
const WHOLE_MS = 10;
export const CONCEALMENT_MS = 60;

/** Periods of a voice, from high to low. */
const SHORTEST_PERIOD_MS = 2.5;
const LONGEST_PERIOD_MS = 12;
/** What is compared with itself to find the period. */
const COMPARED_MS = 20;
/** Where the end of the period does not meet its beginning, the step is spread over that long. */
const JOINT_MS = 2;
/** Samples are compared at about this rate: the thread of the sound has little time. */
const COMPARED_HERTZ = 12_000;

/** How much of what was heard last a concealment is made from. */
export const HISTORY_MS = COMPARED_MS + LONGEST_PERIOD_MS + 1;

/** A sample by its index: 0 is the first one after the end, those before it are what was heard. */
export type SampleAt = (index: number) => number;

/** Goes on with a sound that broke off by its last pitch period, over and over, until it has faded. */
export function conceal(history: Float32Array, sampleRate: number): SampleAt {
  const heard: SampleAt = (index) => history[history.length + index] ?? 0;
  const period = pitchPeriod(heard, sampleRate);
  const joint = Math.min(period, Math.round((JOINT_MS / 1000) * sampleRate));
  const step = heard(-1) - heard(-1 - period);
  return (index) => {
    if (index < 0) return heard(index);
    const fade = gainAt((1000 * index) / sampleRate);
    if (fade === 0) return 0;
    const within = index % period;
    const mend = within < joint ? step * (1 - (within + 1) / (joint + 1)) : 0;
    return fade * (heard(within - period) + mend);
  };
}

function gainAt(ms: number): number {
  return Math.max(0, Math.min(1, (CONCEALMENT_MS - ms) / (CONCEALMENT_MS - WHOLE_MS)));
}

/** In samples: the shift at which the end of the sound is most like what came before it. */
function pitchPeriod(heard: SampleAt, sampleRate: number): number {
  const samplesOf = (ms: number): number => Math.round((ms / 1000) * sampleRate);
  const compared = samplesOf(COMPARED_MS);
  const stride = Math.max(1, Math.floor(sampleRate / COMPARED_HERTZ));
  const longest = samplesOf(LONGEST_PERIOD_MS);
  let best = { period: longest, likeness: 0 };
  for (let period = samplesOf(SHORTEST_PERIOD_MS); period <= longest; period += 1) {
    let product = 0;
    let power = 0;
    for (let back = 1; back <= compared; back += stride) {
      const earlier = heard(-back - period);
      product += heard(-back) * earlier;
      power += earlier * earlier;
    }
    const likeness = power === 0 ? 0 : product / Math.sqrt(power);
    if (likeness > best.likeness) best = { period, likeness };
  }
  return best.period;
}
