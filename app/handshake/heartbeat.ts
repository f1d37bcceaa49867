export const HEARTBEAT_MS = 2000;

/** Not heard of for longer: gone. */
export const SILENCE_MS = 8000;

/** A tick that comes later than this means that this bench stood still itself, asleep perhaps. */
const LONGEST_PAUSE_MS = 4000;

/** Listens for the other end of one line. */
export function createHearing(now: number) {
  let heardAt = now;
  let lookedAt = now;
  return {
    heard(at: number): void {
      heardAt = at;
    },
    /** Whether the other end has been silent for too long. What this bench slept through does not count. */
    isSilent(at: number): boolean {
      const pauseMs = at - lookedAt;
      lookedAt = at;
      if (pauseMs > LONGEST_PAUSE_MS) heardAt += pauseMs;
      return at - heardAt > SILENCE_MS;
    },
  };
}

/** Decides when the host sends the next beat, and times the answers. */
export function createPulse() {
  let number = 0;
  let sentAt: number | undefined;
  return {
    /** The number of the beat that is due; undefined while none is. */
    due(at: number): number | undefined {
      if (sentAt !== undefined && at - sentAt < HEARTBEAT_MS) return undefined;
      sentAt = at;
      number += 1;
      return number;
    },
    /** Time since that beat, where it is the last one; an answer to an older one says nothing. */
    roundTripMs: (pulse: number, at: number): number | undefined =>
      pulse === number && sentAt !== undefined ? Math.max(0, at - sentAt) : undefined,
  };
}
