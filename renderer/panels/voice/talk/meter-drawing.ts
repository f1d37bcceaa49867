import { meterShare, type Level } from '../../../voice/live-level.ts';
import type { DrawingContext } from '../trace/trace-drawing.ts';
import type { MeterPlace } from './live-layout.ts';

export interface MeterColours {
  readonly bar: string;
  readonly peak: string;
  readonly track: string;
}

/** A level that stands beside the wave. */
export interface DrawnMeter {
  /** Draws what of it is another, by a pixel at least, than the last. */
  show(level: Level): void;
}

/** In CSS pixels. */
const MARK_HEIGHT = 2;

/** Draws the RMS as a bar and the held peak as a mark. */
export function createDrawnMeter(
  context: DrawingContext,
  { left, width, height, ratio }: MeterPlace,
  colours: MeterColours,
): DrawnMeter {
  const mark = Math.round(MARK_HEIGHT * ratio);
  /** Where the bar and the mark begin, in rows from the top. */
  let bar = height;
  let peak = height;
  /** Not even the track is drawn. */
  let isEmpty = true;

  const fill = (colour: string, from: number, to: number): void => {
    if (to <= from) return;
    context.fillStyle = colour;
    context.fillRect(left, from, width, to - from);
  };
  const rowOf = (level: number): number => Math.round(height * (1 - meterShare(level)));
  const repaint = (from: number, to: number): void => {
    fill(colours.track, from, Math.min(to, bar));
    fill(colours.bar, Math.max(from, bar), to);
  };

  return {
    show({ rmsDbfs, peakDbfs }) {
      const nextBar = rowOf(rmsDbfs);
      const nextPeak = rowOf(peakDbfs);
      const rows = isEmpty ? [0, height] : [];
      if (nextBar !== bar) rows.push(bar, nextBar);
      if (nextPeak !== peak) rows.push(peak, Math.min(height, peak + mark));
      if (rows.length === 0) return;
      isEmpty = false;
      bar = nextBar;
      peak = nextPeak;
      repaint(Math.min(...rows), Math.max(...rows));
      fill(colours.peak, peak, Math.min(height, peak + mark));
    },
  };
}
