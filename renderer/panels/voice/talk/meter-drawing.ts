import { meterShare, type Level } from '../../../voice/live-level.ts';
import type { DrawingContext, TraceSize } from '../trace/trace-drawing.ts';

export interface MeterColours {
  readonly bar: string;
  readonly peak: string;
  readonly track: string;
}

/** A level along the lower edge of a canvas. */
export interface DrawnMeter {
  /** Draws where it is another one, by a pixel at least, than the last. */
  show(level: Level): void;
}

/** At the lower edge of the live trace, in CSS pixels; what lies above it belongs to the trace. */
export const METER_HEIGHT = 8;
export const METER_GAP = 4;
const MARK_WIDTH = 2;

/** Draws the RMS as a bar and the held peak as a mark. */
export function createDrawnMeter(
  context: DrawingContext,
  { width, height, ratio }: TraceSize,
  colours: MeterColours,
): DrawnMeter {
  const top = height - METER_HEIGHT * ratio;
  const mark = MARK_WIDTH * ratio;
  let bar: number | undefined;
  let peak: number | undefined;
  return {
    show({ rmsDbfs, peakDbfs }) {
      const nextBar = Math.round(width * meterShare(rmsDbfs));
      const nextPeak = Math.round(width * meterShare(peakDbfs));
      if (nextBar === bar && nextPeak === peak) return;
      bar = nextBar;
      peak = nextPeak;
      context.fillStyle = colours.track;
      context.fillRect(0, top, width, METER_HEIGHT * ratio);
      context.fillStyle = colours.bar;
      context.fillRect(0, top, bar, METER_HEIGHT * ratio);
      context.fillStyle = colours.peak;
      context.fillRect(peak - mark, top, mark, METER_HEIGHT * ratio);
    },
  };
}
