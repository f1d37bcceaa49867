import { FRAME_LOOK_NUMBERS, type FrameLook } from '../../app/voice/voice.ts';

/** The newest frames of the live trace, by how many came since it was cleared. */
export interface LookRing {
  /** How many ever came; the newest has the index `count − 1`. */
  readonly count: number;
  /** The index of the oldest that is still held. */
  readonly first: number;
  /** Takes messages of the second port: `FRAME_LOOK_NUMBERS` a frame. A rest that is no whole frame is left out. */
  push(numbers: Float64Array): void;
  /** One number of a held frame. */
  read(index: number, field: LookField): number;
  /** Leaves out what was captured before a time, and counts what stays from 0. */
  keepSince(at: number): void;
}

export const lookFields = ['min', 'max', 'rms', 'seq', 'flags', 'at'] as const satisfies (keyof FrameLook)[];
export type LookField = (typeof lookFields)[number];

const places = { min: 0, max: 1, rms: 2, seq: 3, flags: 4, at: 5 } as const satisfies Record<
  LookField,
  number
>;

export function createLookRing(capacity: number): LookRing {
  const numbers = new Float64Array(capacity * FRAME_LOOK_NUMBERS);
  let count = 0;
  return {
    get count() {
      return count;
    },
    get first() {
      return Math.max(0, count - capacity);
    },
    push(message) {
      for (let from = 0; from + FRAME_LOOK_NUMBERS <= message.length; from += FRAME_LOOK_NUMBERS) {
        numbers.set(
          message.subarray(from, from + FRAME_LOOK_NUMBERS),
          (count % capacity) * FRAME_LOOK_NUMBERS,
        );
        count += 1;
      }
    },
    read: (index, field) => numbers[(index % capacity) * FRAME_LOOK_NUMBERS + places[field]] ?? 0,
    keepSince(at) {
      const ended = count;
      let from = Math.max(0, ended - capacity);
      while (from < ended && (numbers[(from % capacity) * FRAME_LOOK_NUMBERS + places.at] ?? 0) < at)
        from += 1;
      const kept = Array.from({ length: ended - from }, (_, index) => {
        const place = ((from + index) % capacity) * FRAME_LOOK_NUMBERS;
        return [...numbers.subarray(place, place + FRAME_LOOK_NUMBERS)];
      });
      count = kept.length;
      numbers.set(kept.flat());
    },
  };
}
