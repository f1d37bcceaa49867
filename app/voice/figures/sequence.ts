import type { TakeFrame } from './take-record.ts';

/** A frame and its place in its spurt, with the wraps of its 16-bit number undone. */
export interface PlacedFrame {
  readonly frame: TakeFrame;
  readonly place: number;
}

/** Frames by spurt, in the order in which they came. */
export function sequenceOf(frames: readonly TakeFrame[]): readonly (readonly PlacedFrame[])[] {
  const spurts = new Map<number, PlacedFrame[]>();
  for (const frame of frames) {
    const spurt = spurts.get(frame.spurt) ?? [];
    spurts.set(frame.spurt, spurt);
    const before = spurt.at(-1)?.place ?? 0;
    spurt.push({ frame, place: before + signedDifference(frame.seq, before) });
  }
  return [...spurts.values()];
}

/** From one 16-bit number to another the shorter way round: −32768 to 32767. */
function signedDifference(to: number, from: number): number {
  return ((to - from) << 16) >> 16;
}
