/** Random numbers that come out the same for the same seed. Not for secrets. */
export interface Random {
  /** 0 (included) to 0xFFFFFFFF (included). */
  uint32(): number;
  /** An integer from `lowest` to `highest`, both included. */
  between(lowest: number, highest: number): number;
  /** True with that probability; never for 0, always for 1. */
  chance(probability: number): boolean;
}

/**
 * A generator for one duty of the simulator.
 *
 * Each duty draws from a stream of its own, so that a draw more in one of them does not change the others.
 */
export function createRandom(seed: number, stream: string): Random {
  let state = (seed ^ hashOf(stream)) >>> 0;

  // mulberry32 by Tommy Ettinger, public domain.
  const uint32 = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };

  return {
    uint32,
    between: (lowest, highest) => lowest + Math.floor((uint32() / 2 ** 32) * (highest - lowest + 1)),
    chance: (probability) => uint32() / 2 ** 32 < probability,
  };
}

/** FNV-1a over the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
