import type { Stretch } from '../signal/frames.ts';
import type { TakeLead } from './take-record.ts';

/** An hour, far beyond what is kept of a reference: a lead above that is no lead but two clocks. */
const LONGEST_LEAD_MS = 3_600_000;

/** When the samples of a take were heard, on the time line of its reference. */
export interface LeadLine {
  /** The mean over a stretch, as the time of its first sample; within a stretch packets came unevenly. */
  heardMs(from: number, length: number): number;
  /** The talk spurts of a take of that length, in samples. */
  spurts(length: number): readonly Stretch[];
}

/** Undefined where there is no lead, or none that can be one. */
export function createLeadLine(leads: readonly TakeLead[], sampleRate: number): LeadLine | undefined {
  const fit = leads.filter(
    ({ fromSample, leadMs }) => Number.isFinite(fromSample) && Math.abs(leadMs) <= LONGEST_LEAD_MS,
  );
  const [first] = fit;
  if (first === undefined) return undefined;
  /** By how much each stretch was heard later than it stands in the take. */
  const late = fit.map(({ fromSample, leadMs }) => ({
    from: fromSample,
    ms: leadMs - (1000 * fromSample) / sampleRate,
  }));
  // What lies before the first lead goes by it.
  if (late[0] !== undefined) late[0] = { ...late[0], from: -Infinity };
  /** The lead that a sample goes by. */
  const indexAt = (sample: number): number => {
    let index = 0;
    for (let end = late.length; end - index > 1;) {
      const middle = (index + end) >> 1;
      if ((late[middle]?.from ?? Infinity) <= sample) index = middle;
      else end = middle;
    }
    return index;
  };

  return {
    heardMs(from, length) {
      let sum = 0;
      let at = from;
      for (let index = indexAt(from); at < from + length; index += 1) {
        const to = Math.max(at, Math.min(from + length, late[index + 1]?.from ?? Infinity));
        sum += (to - at) * (late[index]?.ms ?? 0);
        at = to;
      }
      return (1000 * from) / sampleRate + sum / length;
    },
    spurts(length) {
      const starts = [0, ...fit.flatMap(({ fromSample, beginsSpurt }) => (beginsSpurt ? [fromSample] : []))];
      const sorted = [...new Set(starts)].filter((from) => from >= 0).sort((one, other) => one - other);
      return sorted.map((from, index) => ({ from, to: Math.min(length, sorted[index + 1] ?? length) }));
    },
  };
}
