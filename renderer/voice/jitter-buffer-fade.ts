/** A sound that may jump elsewhere without a click. */
export interface CrossFade {
  /** The next sample to be heard. */
  next(): number;
  /** Hears ahead what is about to be left, to fade out of it into whatever the source gives from then on. */
  leave(): void;
  /** What was left last is no longer heard. */
  isDone(): boolean;
}

/** Fades over so many samples. */
export function createCrossFade(source: () => number, samples: number): CrossFade {
  /** What would have been heard next but is left for something else, and how much of it was. */
  const leaving = new Float32Array(samples);
  let left = samples;

  const next = (): number => {
    const sounding = source();
    if (left === samples) return sounding;
    const share = (left + 1) / (samples + 1);
    const fading = leaving[left] ?? 0;
    left += 1;
    return fading + share * (sounding - fading);
  };

  return {
    next,
    leave() {
      leaving.set(Float32Array.from(leaving, next));
      left = 0;
    },
    isDone: () => left === samples,
  };
}
