import type { TimeView } from './time-view.ts';

/** A packet on a time axis. */
export interface TimedPacket {
  readonly atSeconds: number;
  readonly bytes: number;
}

/** What the columns of a packet plot show, left to right. */
export interface PacketColumns {
  /** The largest packet that came; 0 where none did. */
  readonly bytes: Float32Array;
  /** The highest bitrate, each of the second before. */
  readonly bitsPerSecond: Float32Array;
}

const BITRATE_SECONDS = 1;

/** In the order of time; what has no place in time is left out. */
export function inTime<Packet extends TimedPacket>(packets: readonly Packet[]): readonly Packet[] {
  return packets
    .filter(({ atSeconds }) => Number.isFinite(atSeconds))
    .sort((one, other) => one.atSeconds - other.atSeconds);
}

/** Sizes and bitrate within a view, of packets in the order of time. */
export function packetColumns(
  packets: readonly TimedPacket[],
  { from, to }: TimeView,
  columns: number,
): PacketColumns {
  const bytes = new Float32Array(columns);
  const bitsPerSecond = new Float32Array(columns);
  /** Packets before `newest` and from `oldest` on are those of the last second. */
  let newest = 0;
  let oldest = 0;
  let sum = 0;
  const bitsAt = (time: number): number => {
    for (; (packets[oldest]?.atSeconds ?? Infinity) <= time - BITRATE_SECONDS && oldest < newest; oldest += 1)
      sum -= packets[oldest]?.bytes ?? 0;
    return (8 * sum) / BITRATE_SECONDS;
  };
  for (let column = 0; column < columns; column += 1) {
    const start = from + (column / columns) * (to - from);
    const end = from + ((column + 1) / columns) * (to - from);
    let highest = 0;
    for (let packet = packets[newest]; packet !== undefined; packet = packets[newest]) {
      if (packet.atSeconds >= end) break;
      newest += 1;
      sum += packet.bytes;
      if (packet.atSeconds < start) continue;
      bytes[column] = Math.max(bytes[column] ?? 0, packet.bytes);
      highest = Math.max(highest, bitsAt(packet.atSeconds));
    }
    bitsPerSecond[column] = Math.max(highest, bitsAt(end));
  }
  return { bytes, bitsPerSecond };
}

/** What the axes reach to, over all packets: a plot that is zoomed keeps its scales. */
export function packetPeaks(packets: readonly TimedPacket[]): {
  readonly bytes: number;
  readonly bitsPerSecond: number;
} {
  let bytes = 0;
  let bitsPerSecond = 0;
  let sum = 0;
  let oldest = 0;
  for (const packet of packets) {
    bytes = Math.max(bytes, packet.bytes);
    sum += packet.bytes;
    for (; (packets[oldest]?.atSeconds ?? Infinity) <= packet.atSeconds - BITRATE_SECONDS; oldest += 1)
      sum -= packets[oldest]?.bytes ?? 0;
    bitsPerSecond = Math.max(bitsPerSecond, (8 * sum) / BITRATE_SECONDS);
  }
  return { bytes, bitsPerSecond };
}

/** The end of an axis that holds a value: a round number with not much above the value. */
export function axisEnd(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 3, 4, 5, 6, 8].find((step) => value <= step * power) ?? 10) * power;
}
