import { useEffect, useMemo, useRef } from 'react';
import { packetColumns, packetPeaks, type TimedPacket } from '../../../voice/packet-columns.ts';
import type { TimeView } from '../../../voice/time-view.ts';
import { keepPainted } from '../trace/keep-painted.ts';
import { drawPackets, type PacketScale } from './packet-drawing.ts';
import { readPacketColours } from '../trace/trace-colours.ts';
import styles from '../trace/trace.module.css';

export interface PacketPlotProps {
  /** What the packets are of. */
  readonly name: string;
  /** In the order of time. */
  readonly packets: readonly TimedPacket[];
  readonly view: TimeView;
  /** What the axes reach to; the peaks of these packets where it is left out. */
  readonly scale?: PacketScale | undefined;
  /** A time that stands out, in seconds. */
  readonly markAt?: number | undefined;
  /** Where the plot was clicked, in seconds. */
  readonly onPoint?: ((seconds: number) => void) | undefined;
}

/** Packet sizes and bitrate over time. */
export function PacketPlot({ name, packets, view, scale, markAt, onPoint }: PacketPlotProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const peaks = useMemo(() => packetPeaks(packets), [packets]);

  useEffect(() => {
    const place = canvas.current;
    if (place === null) return undefined;
    return keepPainted(place, (context, size) => {
      const columns = packetColumns(packets, view, size.width);
      const colours = readPacketColours(place, document);
      drawPackets(context, size, columns, view, scale ?? peaks, colours);
      if (markAt === undefined) return;
      context.fillStyle = colours.text;
      const x = Math.round(((markAt - view.from) / (view.to - view.from)) * size.width);
      context.fillRect(x - size.ratio, 0, size.ratio, size.height);
    }).stop;
  }, [packets, peaks, scale, view, markAt]);

  const words =
    packets.length === 0
      ? 'none'
      : `${packets.length}, up to ${peaks.bytes} bytes and ${(peaks.bitsPerSecond / 1000).toFixed(1)} kbit/s`;
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={`Packets of ${name} over time: ${words}`}
      className={styles['packets']}
      data-trace="packets"
      onClick={({ nativeEvent, currentTarget }) =>
        onPoint?.(view.from + (nativeEvent.offsetX / currentTarget.clientWidth) * (view.to - view.from))
      }
    />
  );
}
