import type { Random } from '../random.ts';
import type { WayFaults } from './voice-knobs.ts';

/** A voice packet on its way. */
export interface PacketOnWay {
  readonly bytes: Uint8Array;
  /** Frames in it. */
  readonly frames: number;
  /** It ends its talk spurt: none is kept back behind it. */
  readonly isEnd: boolean;
}

/** What was done to packets on one way, to the packet and the frame. What was lost is counted as nothing else. */
export interface InjectedCounts {
  readonly packets: number;
  readonly frames: number;
  readonly lostPackets: number;
  readonly lostFrames: number;
  readonly duplicatedPackets: number;
  readonly duplicatedFrames: number;
  /** Arrived after the one behind them. */
  readonly swappedPackets: number;
  readonly swappedFrames: number;
  readonly flippedPackets: number;
  readonly flippedFrames: number;
  readonly longestDelayMs: number;
}

export type Counting = { -readonly [Key in keyof InjectedCounts]: number };

export const nothingInjected: InjectedCounts = {
  packets: 0,
  frames: 0,
  lostPackets: 0,
  lostFrames: 0,
  duplicatedPackets: 0,
  duplicatedFrames: 0,
  swappedPackets: 0,
  swappedFrames: 0,
  flippedPackets: 0,
  flippedFrames: 0,
  longestDelayMs: 0,
};

export interface FaultyWayParts {
  readonly faults: () => WayFaults & { readonly jitterMs?: number };
  /** A stream of random numbers for each kind of fault, so that one does not change the others. */
  readonly random: (fault: string) => Random;
  /** Counts go on here. */
  readonly counts: Counting;
}

/** A way on which packets come to harm as they are told to. */
export interface FaultyWay {
  send(now: number, packet: PacketOnWay): void;
  /** Takes what has arrived by then. */
  takeArrived(now: number): readonly PacketOnWay[];
  /** Takes the first that has arrived by then. */
  takeFirst(now: number): PacketOnWay | undefined;
  /** Lengths of what has arrived and was not taken. */
  arrivedBytes(now: number): number;
  /** Forgets what arrived before that and was not taken; says what. */
  dropArrivedBefore(then: number): readonly PacketOnWay[];
  isEmpty(): boolean;
}

export function createFaultyWay({ faults, random, counts }: FaultyWayParts): FaultyWay {
  let queue: readonly { readonly dueAt: number; readonly packet: PacketOnWay }[] = [];
  let held: readonly PacketOnWay[] = [];
  let lastDueAt = 0;

  const enqueue = (now: number, packets: readonly PacketOnWay[], jitterMs: number): void => {
    const delay = (random('jitter').uint32() / 2 ** 32) * jitterMs;
    lastDueAt = Math.max(lastDueAt, now + delay);
    counts.longestDelayMs = Math.max(counts.longestDelayMs, lastDueAt - now);
    queue = [...queue, ...packets.map((packet) => ({ dueAt: lastDueAt, packet }))];
  };

  const split = (isFirst: (dueAt: number) => boolean): readonly PacketOnWay[] => {
    const first = queue.filter(({ dueAt }) => isFirst(dueAt));
    queue = queue.slice(first.length);
    return first.map(({ packet }) => packet);
  };

  return {
    send(now, packet) {
      const { lose, duplicate, swap, flipBit, jitterMs = 0 } = faults();
      // Every packet draws from every stream: a fault that is switched on does not move the others.
      const isLost = random('lose').chance(lose);
      const isDoubled = random('duplicate').chance(duplicate);
      const isSwapped = random('swap').chance(swap);
      const isFlipped = random('flip').chance(flipBit);
      const flipAt = random('flip').between(0, packet.bytes.length * 8 - 1);
      counts.packets += 1;
      counts.frames += packet.frames;
      const overtaken = held;
      if (isLost) {
        counts.lostPackets += 1;
        counts.lostFrames += packet.frames;
        if (packet.isEnd) enqueue(now, overtaken, jitterMs);
        if (packet.isEnd) held = [];
        return;
      }
      const arriving = isFlipped ? { ...packet, bytes: withBitFlipped(packet.bytes, flipAt) } : packet;
      if (isFlipped) {
        counts.flippedPackets += 1;
        counts.flippedFrames += packet.frames;
      }
      if (isDoubled) {
        counts.duplicatedPackets += 1;
        counts.duplicatedFrames += packet.frames;
      }
      const copies = isDoubled ? [arriving, arriving] : [arriving];
      if (isSwapped && overtaken.length === 0 && !packet.isEnd) {
        held = copies;
        return;
      }
      held = [];
      // The end of a spurt is the last of it: what was kept back goes before.
      if (packet.isEnd) return enqueue(now, [...overtaken, ...copies], jitterMs);
      enqueue(now, [...copies, ...overtaken], jitterMs);
      if (overtaken.length > 0) {
        counts.swappedPackets += 1;
        counts.swappedFrames += overtaken[0]?.frames ?? 0;
      }
    },
    takeArrived: (now) => split((dueAt) => dueAt <= now),
    takeFirst(now) {
      const [first] = queue;
      if (first === undefined || first.dueAt > now) return undefined;
      queue = queue.slice(1);
      return first.packet;
    },
    arrivedBytes: (now) =>
      queue.reduce((sum, { dueAt, packet }) => sum + (dueAt <= now ? packet.bytes.length : 0), 0),
    dropArrivedBefore: (then) => split((dueAt) => dueAt < then),
    isEmpty: () => queue.length === 0 && held.length === 0,
  };
}

function withBitFlipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
