/** What an audio worklet put out, recorded sample by sample. */
export interface SinkRecording {
  readonly sampleRate: number;
  /** Of full scale ±1. */
  readonly samples: Float32Array;
  /** Samples that are rendered together. */
  readonly quantum: number;
  /** When each quantum was rendered, in milliseconds of a clock of the listener’s. */
  readonly renderedAt: readonly number[];
}

/** A pulse that is found again by its level. */
export interface Pulse {
  /** Of full scale. */
  readonly level: number;
  readonly at: number;
}

/** Levels of pulses, one after the other: an order that a pulse is known by. */
export const pulseLevels = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9] as const;
const tolerance = 0.02;

/** The tone between the pulses never reaches this. */
export const loudestGround = 0.4;

/** The pulses in a recording: those whose level is none of theirs were faded, and are left out. */
export function pulsesOf({ samples, quantum, renderedAt }: SinkRecording): readonly Pulse[] {
  const pulses: Pulse[] = [];
  let from: number | undefined;
  for (let index = 0; index < samples.length; index += 1) {
    const isPulse = (samples[index] ?? 0) > loudestGround;
    if (isPulse) from ??= index;
    if (isPulse || from === undefined) continue;
    const middle = samples[Math.floor((from + index) / 2)] ?? 0;
    const level = pulseLevels.find((wanted) => Math.abs(wanted - middle) < tolerance);
    const at = renderedAt[Math.floor(from / quantum)];
    if (level !== undefined && at !== undefined) pulses.push({ level, at });
    from = undefined;
  }
  return pulses;
}

/**
 * Milliseconds from each pulse’s being sent to its being heard.
 *
 * A pulse is the newest one sent with that level: right up to the time that all levels take. It counts once: where sound
 * came too late, its end is repeated.
 */
export function latenciesOf(sent: readonly Pulse[], heard: readonly Pulse[]): readonly number[] {
  const known = new Set<Pulse>();
  return heard.flatMap(({ level, at }) => {
    const of = sent.findLast((pulse) => pulse.at < at && Math.abs(pulse.level - level) < tolerance);
    if (of === undefined || known.has(of)) return [];
    known.add(of);
    return [at - of.at];
  });
}

/** A stretch without sound, in milliseconds from the beginning of the recording. */
export interface Silence {
  readonly fromMs: number;
  readonly ms: number;
}

const inaudible = 0.01;

/** Every stretch without sound that is longer: where the sound is one tone, none should be. */
export function silencesOf({ samples, sampleRate }: SinkRecording, longerThanMs: number): readonly Silence[] {
  const silences: Silence[] = [];
  let from = 0;
  for (let index = 0; index <= samples.length; index += 1) {
    if (index < samples.length && Math.abs(samples[index] ?? 0) < inaudible) continue;
    const ms = (1000 * (index - from)) / sampleRate;
    if (ms > longerThanMs) silences.push({ fromMs: (1000 * from) / sampleRate, ms });
    from = index + 1;
  }
  return silences;
}
