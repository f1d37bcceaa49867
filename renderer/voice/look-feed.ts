import { createLookRing, type LookRing } from './look-ring.ts';

/** Twenty seconds: more than the widest trace shows. */
const FRAMES_HELD = 1000;

/** The second port as the trace sees it: what came, and word of it. */
export interface LookFeed {
  readonly ring: LookRing;
  push(numbers: Float64Array): void;
  /** A take begins: the trace starts from nothing. */
  clear(): void;
  /** Told when frames came or were cleared; answers how to unsubscribe. */
  subscribe(listener: () => void): () => void;
}

export function createLookFeed(): LookFeed {
  const ring = createLookRing(FRAMES_HELD);
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    ring,
    push(numbers) {
      ring.push(numbers);
      tell();
    },
    clear() {
      ring.clear();
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
