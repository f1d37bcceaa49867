import { seqDistance } from '../packets/sequence.ts';
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
    spurt.push({ frame, place: before + seqDistance(before, frame.seq) });
  }
  return [...spurts.values()];
}
