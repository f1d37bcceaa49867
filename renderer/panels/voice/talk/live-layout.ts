import { AXIS_HEIGHT, type TraceSize } from '../trace/trace-drawing.ts';

/** Where the parts of the live picture lie, in pixels of the device. */
export interface LiveLayout {
  /** Of the picture. */
  readonly size: TraceSize;
  /** In the left upper corner. */
  readonly wave: TraceSize;
  /** To the right of the wave and as high: what it moves lies in rows in which the wave moves too. */
  readonly meter: MeterPlace;
}

export interface MeterPlace {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** Between wave and meter, of the meter, and of its scale to the right of it. In CSS pixels. */
const METER_GAP = 8;
const METER_WIDTH = 8;
const SCALE_WIDTH = 28;

export function liveLayout(size: TraceSize): LiveLayout {
  const { width, height, ratio } = size;
  const waveHeight = Math.max(0, height - Math.round(AXIS_HEIGHT * ratio));
  const meterWidth = Math.round(METER_WIDTH * ratio);
  const left = width - Math.round(SCALE_WIDTH * ratio) - meterWidth;
  return {
    size,
    wave: { width: liveWidth(size), height: waveHeight, ratio },
    meter: { left, width: meterWidth, height: waveHeight, ratio },
  };
}

/** What the last seconds are as wide as: also what is drawn of them below the wave. */
export function liveWidth({ width, ratio }: TraceSize): number {
  return Math.max(0, width - Math.round((METER_GAP + METER_WIDTH + SCALE_WIDTH) * ratio));
}
