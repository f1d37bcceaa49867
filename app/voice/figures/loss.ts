import { sequenceOf, type PlacedFrame } from './sequence.ts';
import type { TakeFrame } from './take-record.ts';

/** What did not arrive, told from the sequence numbers alone. */
export interface Loss {
  /** Frames that the numbers call for, from each spurt’s 0 to the last one known of. */
  readonly expected: number;
  readonly lost: number;
  /** Length of each run of lost frames, in frames, in order. */
  readonly bursts: readonly number[];
  /** How often a number came that was higher than the next one: losses and overtaking alike. */
  readonly gaps: number;
  /** Frames that came after a higher number. */
  readonly late: number;
}

/** Frames marked as lost only tell how far a spurt reached; a number that came late is not lost. */
export function measureLoss(frames: readonly TakeFrame[]): Loss {
  const total = { expected: 0, lost: 0, gaps: 0, late: 0 };
  const bursts: number[] = [];
  for (const spurt of sequenceOf(frames)) {
    const arrived = spurt.filter(({ frame }) => !frame.isLost);
    const { gaps, late } = countJumps(arrived);
    total.gaps += gaps;
    total.late += late;

    const places = [...new Set(arrived.map(({ place }) => place))].sort((one, other) => one - other);
    const first = Math.min(0, places[0] ?? 0);
    const end = spurt.reduce((highest, { place }) => Math.max(highest, place + 1), first);
    let next = first;
    for (const place of [...places, end]) {
      if (place > next) bursts.push(place - next);
      next = place + 1;
    }
    total.expected += end - first;
    total.lost += end - first - places.length;
  }
  return { ...total, bursts };
}

function countJumps(arrived: readonly PlacedFrame[]): { readonly gaps: number; readonly late: number } {
  let next = 0;
  let gaps = 0;
  let late = 0;
  for (const { place } of arrived) {
    if (place > next) gaps += 1;
    if (place < next) late += 1;
    else next = place + 1;
  }
  return { gaps, late };
}
