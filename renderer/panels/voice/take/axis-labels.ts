import { axisFont } from '../trace/time-axis.ts';

/** A word at the left edge of a plot, `share` of its height above its lower edge. */
export interface AxisLabel {
  readonly share: number;
  readonly text: string;
}

/** Writes labels over what is drawn already, with a rim that is cleared: they are read on any ground. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  ratio: number,
  height: number,
  labels: readonly AxisLabel[],
  colour: string,
): void {
  context.save();
  context.font = axisFont(ratio);
  context.textAlign = 'start';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4 * ratio;
  context.fillStyle = colour;
  const edge = 6 * ratio;
  for (const { share, text } of labels) {
    const y = Math.max(edge, Math.min(height - edge, height * (1 - share)));
    context.globalCompositeOperation = 'destination-out';
    context.strokeText(text, 3 * ratio, y);
    context.globalCompositeOperation = 'source-over';
    context.fillText(text, 3 * ratio, y);
  }
  context.restore();
}
