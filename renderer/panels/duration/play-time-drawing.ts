import uPlot from 'uplot';
import { clockText } from '../../ui/clock-text.ts';
import type { PlotData } from './plot-data.ts';

/** Limits of Steam’s rules, in hours: drawn where the scale reaches them. */
const LIMITS = [3, 5];

const SHORTEST_SPAN_SECONDS = 30;
const HEIGHT = 190;
const FONT = '11px "Inter Variable", sans-serif';

/** A drawing that is made once and then only given other data. */
export interface PlayTimeDrawing {
  show(data: PlotData): void;
  stop(): void;
}

export interface DrawingParts {
  readonly place: HTMLElement;
  /** Elements in the colours to draw with, in the order of the columns; the last one for notifications. */
  readonly swatches: readonly Element[];
  /** Told of the reading under the pointer, by its place in the data. */
  readonly onPoint: (place: number | undefined) => void;
}

/** Draws play time into a place, as wide as that is and in its colours. Undefined where nothing can be drawn. */
export function drawPlayTime({ place, swatches, onPoint }: DrawingParts): PlayTimeDrawing | undefined {
  if (document.createElement('canvas').getContext('2d') === null) return undefined;
  let data: PlotData | undefined;
  let pointed: number | null | undefined;

  // Read anew with every drawing: the theme may have changed since.
  const colour = (index: number) => () => {
    const swatch = swatches[index];
    return swatch === undefined ? 'gray' : getComputedStyle(swatch).color;
  };
  const text = (): string => getComputedStyle(place).color;
  const line = (): string => getComputedStyle(place).borderTopColor;
  const axis = { stroke: text, font: FONT, grid: { stroke: line, width: 1 }, ticks: { show: false } };

  const plot = new uPlot(
    {
      width: Math.max(1, place.clientWidth),
      height: HEIGHT,
      padding: [14, 24, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false } },
      scales: {
        x: { range: (_plot, from, to) => timeRange(from, to) },
        y: { range: (_plot, from, to) => hourRange(from, to) },
      },
      axes: [
        {
          ...axis,
          size: 24,
          values: (_plot, splits, _axis, _space, step) =>
            splits.map((at) => clockText(at * 1000).slice(0, step < 60 ? 8 : 5)),
        },
        {
          ...axis,
          size: 54,
          incrs: [1 / 60, 1 / 12, 1 / 6, 1 / 4, 1 / 2, 1, 2, 5, 10],
          values: (_plot, splits) => splits.map(hourText),
        },
      ],
      series: [{}, series(colour(0)), series(colour(1), [8, 4]), series(colour(2), [2, 4])],
      hooks: {
        drawAxes: [(drawn) => drawLimits(drawn, line())],
        draw: [(drawn) => drawMarks(drawn, data?.marks ?? [], colour(3)())],
        setCursor: [
          ({ cursor: { idx } }) => {
            if (idx === pointed) return;
            pointed = idx;
            onPoint(idx ?? undefined);
          },
        ],
      },
    },
    [[], [], [], []],
    place,
  );

  const stopFollowing = follow(place, {
    width: (width) => plot.setSize({ width, height: HEIGHT }),
    theme: () => plot.redraw(false, false),
  });

  return {
    show(next) {
      data = next;
      plot.setData(next.columns.map((column) => [...column]) as uPlot.AlignedData);
    },
    stop() {
      stopFollowing();
      plot.destroy();
    },
  };
}

/** Tells of another width of a place, and of other colours. */
function follow(
  place: HTMLElement,
  tell: { readonly width: (width: number) => void; readonly theme: () => void },
): () => void {
  const sizes = new ResizeObserver(() => {
    if (place.clientWidth > 0) tell.width(place.clientWidth);
  });
  sizes.observe(place);
  const themes = new MutationObserver(tell.theme);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', tell.theme);
  return () => {
    sizes.disconnect();
    themes.disconnect();
    system.removeEventListener('change', tell.theme);
  };
}

function series(colour: () => string, dash?: number[]): uPlot.Series {
  return { stroke: colour, width: 2, points: { size: 6, fill: colour }, ...(dash && { dash }) };
}

/** One reading stands in the middle of half a minute; many fill the width. */
function timeRange(from: number | null, to: number | null): uPlot.Range.MinMax {
  if (from === null || to === null) return [0, SHORTEST_SPAN_SECONDS];
  const missing = SHORTEST_SPAN_SECONDS - (to - from);
  const margin = missing > 0 ? missing / 2 : (to - from) * 0.02;
  return [from - margin, to + margin];
}

function hourRange(from: number | null, to: number | null): uPlot.Range.MinMax {
  return [Math.min(0, from ?? 0), Math.max(0.25, (to ?? 0) * 1.08)];
}

function hourText(hours: number): string {
  return hours === 0 || Math.abs(hours) >= 1 ? `${hours} h` : `${Math.round(hours * 60)} min`;
}

function drawLimits(plot: uPlot, colour: string): void {
  const { ctx, bbox, scales } = plot;
  const highest = scales['y']?.max ?? 0;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2 * devicePixelRatio;
  for (const limit of LIMITS.filter((hours) => hours <= highest)) {
    const y = Math.round(plot.valToPos(limit, 'y', true));
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  ctx.restore();
}

function drawMarks(plot: uPlot, marks: PlotData['marks'], colour: string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.font = `600 ${10 * devicePixelRatio}px "Inter Variable", sans-serif`;
  ctx.textAlign = 'center';
  ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  for (const { at, notification } of marks) {
    const x = Math.round(plot.valToPos(at, 'x', true));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(String(notification), x, bbox.top - 4 * devicePixelRatio);
  }
  ctx.restore();
}
