/** What the arrivals of late say about how much has to wait: all in milliseconds of sound. */
export interface Arrivals {
  /**
   * A packet came: so much sound, at that time by what was played.
   *
   * `receivedMs`: everything that ever came, with it.
   */
  note(packetMs: number, receivedMs: number, clockMs: number): void;
  /** The fill right after a packet that is aimed at: what was asked for, or what the longest packet needs. */
  wantedMs(targetMs: number): number;
  /**
   * How much longer sound waits than it has to, also the sound that came latest; below zero, how much too short even
   * the sound waits that came earliest. In between 0.
   *
   * `playedMs`: where playback is among everything that came.
   */
  surplusMs(targetMs: number, playedMs: number, clockMs: number): number;
  clear(): void;
}

interface Arrival {
  readonly clockMs: number;
  readonly packetMs: number;
  /** How far what came was ahead of the clock, with the packet. A skip or another speed of playback changes nothing of it. */
  readonly aheadMs: number;
}

/** A packet of 160 ms comes when its last sample was spoken: until the next one the buffer lives on it alone. */
const LONGEST_PACKET_KEPT_MS = 10_000;
/** What came late keeps the buffer from getting shorter for that long. */
const LATENESS_KEPT_MS = 1000;
/** Is left when the next packet comes on time: for the poll and for the sound card, which takes several blocks at once. */
const MARGIN_MS = 20;

export function createArrivals(): Arrivals {
  let late: Arrival[] = [];
  /** The longest packet of late, behind it the longest of those after it, and so on. */
  let longest: Arrival[] = [];
  let longestMs = 0;
  let latestBeforeMs = 0;
  let earliestAfterMs = 0;

  const wantedMs = (targetMs: number): number => Math.max(targetMs, longestMs + MARGIN_MS);

  return {
    note(packetMs, receivedMs, clockMs) {
      const arrival = { clockMs, packetMs, aheadMs: receivedMs - clockMs };
      longest = [
        ...longest.filter(
          (kept) => kept.packetMs > packetMs && clockMs - kept.clockMs < LONGEST_PACKET_KEPT_MS,
        ),
        arrival,
      ];
      longestMs = longest[0]?.packetMs ?? 0;
      late = [...late.filter((kept) => clockMs - kept.clockMs < LATENESS_KEPT_MS), arrival];
      latestBeforeMs = Math.min(...late.map(({ aheadMs, packetMs: ownMs }) => aheadMs - ownMs));
      earliestAfterMs = Math.max(...late.map(({ aheadMs }) => aheadMs));
    },
    wantedMs,
    surplusMs(targetMs, playedMs, clockMs) {
      const playedAheadMs = playedMs - clockMs;
      const wanted = wantedMs(targetMs);
      const tooLongMs = latestBeforeMs - playedAheadMs - (wanted - longestMs);
      if (tooLongMs > 0) return tooLongMs;
      return Math.min(0, earliestAfterMs - playedAheadMs - wanted);
    },
    clear() {
      late = [];
      longest = [];
      longestMs = 0;
      latestBeforeMs = 0;
      earliestAfterMs = 0;
    },
  };
}
