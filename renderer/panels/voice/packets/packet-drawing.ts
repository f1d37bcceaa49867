import { axisEnd, type PacketColumns } from '../../../voice/packet-columns.ts';
import type { TimeView } from '../../../voice/time-view.ts';
import { axisFont, drawTimes } from '../trace/time-axis.ts';
import { AXIS_HEIGHT, type TraceSize } from '../trace/trace-drawing.ts';

export interface PacketColours {
  readonly packet: string;
  readonly bitrate: string;
  readonly text: string;
  readonly line: string;
}

/** What the two axes reach to at least. */
export interface PacketScale {
  readonly bytes: number;
  readonly bitsPerSecond: number;
}

/** A bar narrower than this is not seen, in CSS pixels. */
const BAR_WIDTH = 2;
/** Above the plot, for what the axes reach to. */
const HEAD_HEIGHT = 13;

/** Draws packet sizes as bars and the bitrate as a line over one time axis. */
export function drawPackets(
  context: CanvasRenderingContext2D,
  size: TraceSize,
  { bytes, bitsPerSecond }: PacketColumns,
  view: TimeView,
  scale: PacketScale,
  colours: PacketColours,
): void {
  const { width, height, ratio } = size;
  const top = HEAD_HEIGHT * ratio;
  const bottom = height - AXIS_HEIGHT * ratio;
  const most = { bytes: axisEnd(scale.bytes), bitsPerSecond: axisEnd(scale.bitsPerSecond) };
  const reach = (share: number): number => Math.round(share * (bottom - top));
  context.clearRect(0, 0, width, height);
  context.fillStyle = colours.line;
  for (const share of [0.5, 1]) context.fillRect(0, bottom - reach(share), width, ratio);
  drawTimes(context, size, bottom, view, colours);

  context.fillStyle = colours.packet;
  bytes.forEach((each, x) => {
    if (each === 0) return;
    const barHeight = Math.max(ratio, reach(each / most.bytes));
    context.fillRect(x, bottom - barHeight, BAR_WIDTH * ratio, barHeight);
  });
  context.strokeStyle = colours.bitrate;
  context.lineWidth = 1.5 * ratio;
  context.lineJoin = 'round';
  context.beginPath();
  bitsPerSecond.forEach((each, x) => context.lineTo(x + 0.5, bottom - reach(each / most.bitsPerSecond)));
  context.stroke();

  context.font = axisFont(ratio);
  context.textBaseline = 'alphabetic';
  context.fillStyle = colours.packet;
  context.textAlign = 'start';
  context.fillText(`${most.bytes} bytes`, 3 * ratio, top - 3 * ratio);
  context.fillStyle = colours.bitrate;
  context.textAlign = 'end';
  context.fillText(`${most.bitsPerSecond / 1000} kbit/s`, width - 3 * ratio, top - 3 * ratio);
}
