import { followPlace } from './follow-place.ts';
import type { TraceSize } from './trace-drawing.ts';

export type Paint = (context: CanvasRenderingContext2D, size: TraceSize) => void;

/** A canvas that is painted when it has to be. */
export interface Painted {
  /** Paints it anew. */
  readonly again: () => void;
  /** From now on it is left as it is. */
  readonly stop: () => void;
}

/** Paints a canvas now, and anew with another size or other colours. */
export function keepPainted(canvas: HTMLCanvasElement, paint: Paint): Painted {
  const context = canvas.getContext('2d');
  if (context === null) return { again: () => undefined, stop: () => undefined };
  let ratio = 1;
  const again = (): void => {
    const { width, height } = canvas;
    context.clearRect(0, 0, width, height);
    paint(context, { width, height, ratio });
  };
  // Apart from painting: a size that is asked for has the whole page laid out.
  const fit = (): void => {
    ratio = window.devicePixelRatio;
    const width = Math.round(canvas.clientWidth * ratio);
    const height = Math.round(canvas.clientHeight * ratio);
    // Setting a size also takes the memory anew.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    again();
  };
  fit();
  return { again, stop: followPlace(canvas, fit) };
}
