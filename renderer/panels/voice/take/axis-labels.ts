import { axisFont } from '../trace/time-axis.ts';

/** A word at the left edge of a plot, `share` of its height above its lower edge. */
export interface AxisLabel {
  readonly share: number;
  readonly text: string;
}

/** Writes labels with a rim of the ground: they are read on whatever they lie on. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  ratio: number,
  height: number,
  labels: readonly AxisLabel[],
  { text: colour, ground }: { readonly text: string; readonly ground: string },
): void {
  context.save();
  context.font = axisFont(ratio);
  context.textAlign = 'start';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4 * ratio;
  context.fillStyle = colour;
  context.strokeStyle = ground;
  const edge = 6 * ratio;
  for (const { share, text } of labels) {
    const y = Math.max(edge, Math.min(height - edge, height * (1 - share)));
    context.strokeText(text, 3 * ratio, y);
    context.fillText(text, 3 * ratio, y);
  }
  context.restore();
}
