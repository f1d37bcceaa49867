import { columnEnvelope } from '../../../../app/voice/signal/envelope.ts';
import type { TimeView } from '../../../voice/time-view.ts';
import type { TraceColours, TraceSize } from '../trace/trace-drawing.ts';
import type { DrawnTake } from './take-drawing.ts';

/** Draws the peaks of a stretch, their RMS within them, and the lines of full scale’s half and of nothing. */
export function drawWave(
  context: CanvasRenderingContext2D,
  { width, height, ratio }: TraceSize,
  { signal, sampleRate }: DrawnTake,
  { from, to }: TimeView,
  { wave, line }: TraceColours,
): void {
  const middle = height / 2;
  const scale = middle - 2 * ratio;
  context.fillStyle = line;
  for (const share of [0.25, 0.5, 0.75]) context.fillRect(0, Math.round(height * share), width, ratio);
  const { min, max, rms } = columnEnvelope(signal, from * sampleRate, to * sampleRate, width);
  const end = (signal.length / sampleRate - from) / (to - from);
  const columns = Math.min(width, Math.ceil(end * width));
  context.fillStyle = wave;
  context.globalAlpha = 0.55;
  for (let x = 0; x < columns; x += 1) {
    const top = middle - (max[x] ?? 0) * scale;
    context.fillRect(x, top, 1, Math.max(ratio, (max[x] ?? 0) * scale - (min[x] ?? 0) * scale));
  }
  context.globalAlpha = 1;
  for (let x = 0; x < columns; x += 1) {
    const reach = (rms[x] ?? 0) * scale;
    context.fillRect(x, middle - reach, 1, 2 * reach);
  }
}
