import { percentile } from './percentile.ts';
import type { TakeRecord } from './take-record.ts';

/** How evenly packets came; undefined where there are too few to tell. */
export interface Arrival {
  /** The estimate of RFC 3550, section 6.4.1, after the last packet. */
  readonly jitterMs: number | undefined;
  /** The highest that the estimate got to. */
  readonly jitterHighestMs: number | undefined;
  readonly intervalP50Ms: number | undefined;
  readonly intervalP99Ms: number | undefined;
}

interface TimedPacket {
  readonly arrivedAt: number;
  readonly mediaTimeMs: number;
  readonly spurt: number;
}

/** Within spurts only: how long a talker was silent between two of them says nothing about the transport. */
export function measureArrival(record: Pick<TakeRecord, 'frames' | 'packets'>): Arrival {
  const intervals: number[] = [];
  let jitter = 0;
  let highest = 0;
  /** By spurt: those of two talkers alternate. */
  const latest = new Map<number, TimedPacket>();
  for (const packet of timedPackets(record)) {
    const before = latest.get(packet.spurt);
    if (before !== undefined) {
      const interval = packet.arrivedAt - before.arrivedAt;
      const drift = Math.abs(interval - (packet.mediaTimeMs - before.mediaTimeMs));
      intervals.push(interval);
      jitter += (drift - jitter) / 16;
      highest = Math.max(highest, jitter);
    }
    latest.set(packet.spurt, packet);
  }
  const isMeasured = intervals.length > 0;
  return {
    jitterMs: isMeasured ? jitter : undefined,
    jitterHighestMs: isMeasured ? highest : undefined,
    intervalP50Ms: percentile(intervals, 0.5),
    intervalP99Ms: percentile(intervals, 0.99),
  };
}

/**
 * Each packet with the media time of its last frame.
 *
 * A packet can leave when its last frame is complete, and packets hold unlike numbers of frames: by their first
 * frames, the eight of pre-roll that a spurt begins with would look like jitter.
 */
function timedPackets({ frames, packets }: Pick<TakeRecord, 'frames' | 'packets'>): TimedPacket[] {
  const timed = new Map<number, TimedPacket>();
  for (const { packet, mediaTimeMs, spurt, isLost } of frames) {
    const arrivedAt = packet === undefined || isLost ? undefined : packets[packet]?.arrivedAt;
    if (packet !== undefined && arrivedAt !== undefined) timed.set(packet, { arrivedAt, mediaTimeMs, spurt });
  }
  return [...timed.entries()].sort(([one], [other]) => one - other).map(([, packet]) => packet);
}
