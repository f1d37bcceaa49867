import type { TakeTimes } from './take-record.ts';

/** From the key to the first packet; undefined where either is unknown, or the order makes no sense. */
export function startLatencyMs({ keyDownAt, firstPacketAt }: TakeTimes): number | undefined {
  return timeFrom(keyDownAt, firstPacketAt);
}

/** How long Steam went on after it was told to stop. */
export function tailMs({ stopAt, notRecordingAt }: TakeTimes): number | undefined {
  return timeFrom(stopAt, notRecordingAt);
}

function timeFrom(from: number | undefined, to: number | undefined): number | undefined {
  return from === undefined || to === undefined || !(to >= from) ? undefined : to - from;
}
