import { LIVE_SECONDS } from '../../../../app/voice/voice.ts';
import { METER_FLOOR_DBFS, meterShare } from '../../../voice/live-level.ts';
import { axisFont, drawTimes } from '../trace/time-axis.ts';
import type { DrawingContext, LiveTraceColours } from '../trace/trace-drawing.ts';
import type { LiveLayout } from './live-layout.ts';

const SCALE_STEP_DB = 12;

/** Draws what stands still: the ground, the seconds before the newest one, and the scale of the level. */
export function drawLiveGround(
  context: DrawingContext,
  { size, wave, meter }: LiveLayout,
  colours: LiveTraceColours,
): void {
  const { width, height, ratio } = size;
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, height);
  drawTimes(
    context,
    { width: wave.width, height, ratio },
    wave.height,
    { from: -LIVE_SECONDS, to: 0 },
    colours,
  );
  context.font = axisFont(ratio);
  context.fillStyle = colours.text;
  context.textAlign = 'end';
  context.fillText('dBFS', width - 3 * ratio, height - 3 * ratio);
  context.textBaseline = 'middle';
  const edge = 6 * ratio;
  for (let level = 0; level >= METER_FLOOR_DBFS; level -= SCALE_STEP_DB) {
    const y = meter.height * (1 - meterShare(level));
    context.fillText(
      `${level}`.replace('-', '−'),
      width - 3 * ratio,
      Math.max(edge, Math.min(meter.height - edge, y)),
    );
  }
  context.textBaseline = 'alphabetic';
}
