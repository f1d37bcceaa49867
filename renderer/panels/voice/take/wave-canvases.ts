import type { TimeView } from '../../../voice/time-view.ts';
import type { TraceSize } from '../trace/trace-drawing.ts';

/** Draws a stretch of a take over the whole of a size. Times in seconds. */
export type PaintStretch = (context: CanvasRenderingContext2D, size: TraceSize, stretch: TimeView) => void;

/** Where the wave stands, in CSS pixels. */
export interface WaveStand {
  readonly scroll: number;
  readonly width: number;
  /** Pixels of a second. */
  readonly second: number;
}

/** Paints the canvases that wavesurfer lays side by side. */
export interface WaveCanvases {
  /** Paints what is seen of a new canvas, as it lies by its own style. */
  readonly paint: (context: CanvasRenderingContext2D) => void;
  /** Paints the rest of those that have come in sight. */
  readonly paintSeen: () => void;
}

/** Of the canvases before and after what is seen nothing is painted until it is: most go unseen with the next zoom. */
export function createWaveCanvases(stand: () => WaveStand, paint: PaintStretch): WaveCanvases {
  /** The first and the last pixel that are painted of each. */
  const unfinished = new Map<CanvasRenderingContext2D, readonly [number, number]>();

  /** The first and the last pixel of a canvas that are seen, in pixels of the device. */
  const seenOf = ({ canvas }: CanvasRenderingContext2D): readonly [number, number] => {
    const { scroll, width } = stand();
    const [left, ratio] = [parseFloat(canvas.style.left), canvas.width / parseFloat(canvas.style.width)];
    const from = Math.max(0, Math.floor((scroll - left) * ratio));
    return [from, Math.min(canvas.width, Math.ceil((scroll + width - left) * ratio))];
  };
  const paintPart = (context: CanvasRenderingContext2D, from: number, to: number): void => {
    const { width, height, style } = context.canvas;
    const ratio = width / parseFloat(style.width);
    const timeAt = (pixel: number): number => (parseFloat(style.left) + pixel / ratio) / stand().second;
    context.save();
    context.clearRect(from, 0, to - from, height);
    context.translate(from, 0);
    paint(context, { width: to - from, height, ratio }, { from: timeAt(from), to: timeAt(to) });
    context.restore();
  };
  return {
    paint: (context) => {
      const [from, to] = seenOf(context);
      if (to > from) paintPart(context, from, to);
      if (to - from < context.canvas.width) unfinished.set(context, [from, to]);
    },
    paintSeen: () => {
      for (const [context, [first, last]] of unfinished) {
        const [from, to] = seenOf(context);
        const isPainted = to <= from || (from >= first && to <= last);
        if (context.canvas.isConnected && isPainted) continue;
        unfinished.delete(context);
        if (context.canvas.isConnected) paintPart(context, 0, context.canvas.width);
      }
    },
  };
}
