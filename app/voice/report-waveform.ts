import { measureClipping } from './figures/clipping.ts';
import { figure, PLOT_HEIGHT, PLOT_WIDTH, strokes, svg } from './report-plots.ts';
import type { Steps } from './steps.ts';
import type { TakeSound } from './voice.ts';

/** However long a take is, its wave is no more drawing than that. */
const MOST_COLUMNS = 500;
/** Between two looks at whether somebody else waits. */
const COLUMNS_PER_STEP = 20;
const FULL_SCALE = 32_768;
const MIDDLE = PLOT_HEIGHT / 2;
/** So much of a column is seen where there is nothing to hear. */
const THINNEST = 1;
/** A run of three at full scale has one sample in a column and at most two beyond its edge. */
const RUN_BEYOND_EDGE = 2;
const CLIPPED_HEIGHT = 8;

interface Column {
  /** Signed 16-bit. */
  readonly low: number;
  readonly high: number;
  readonly isClipped: boolean;
}

/** The wave over time: the lowest and highest sample of each column, with what is lost, made up and clipped. */
export function* waveformPlot({ samples, sampleRate, marks }: TakeSound): Steps<string> {
  if (samples.length === 0) return '';
  const columns = yield* columnsOf(samples);
  const lengthMs = (1000 * samples.length) / sampleRate;
  const of = (kind: 'gap' | 'concealed') => marks.filter((mark) => mark.kind === kind);
  const gaps = of('gap').map(({ kind, fromMs }) => ({ kind, fromMs, toMs: fromMs }));
  const drawing = [
    path('concealed', '#e08a0066', strokes(of('concealed'), lengthMs, PLOT_HEIGHT)),
    path('wave', '#1a7fd4', outline(columns)),
    path('gap', '#c62828', strokes(gaps, lengthMs, PLOT_HEIGHT)),
    path('clipped', '#c62828', clipped(columns)),
  ];
  return figure(
    'Waveform',
    svg('Waveform, full scale from top to bottom', PLOT_HEIGHT, drawing.join('')),
    {
      top: '0 dBFS',
      bottom: '0 dBFS',
      left: '0 s',
      right: `${(lengthMs / 1000).toFixed(1)} s`,
    },
    'From the lowest to the highest sample of each column. Red lines are gaps, orange stretches are concealed, red bars at the edges are clipped peaks.',
  );
}

function path(kind: string, colour: string, drawn: string): string {
  return drawn === '' ? '' : `<path class="${kind}" fill="${colour}" d="${drawn}"/>`;
}

function* columnsOf(samples: Int16Array): Steps<readonly Column[]> {
  const count = Math.min(MOST_COLUMNS, samples.length);
  const columns: Column[] = [];
  for (let column = 0; column < count; column += 1) {
    if (column % COLUMNS_PER_STEP === 0) yield;
    const from = Math.floor((column * samples.length) / count);
    const to = Math.floor(((column + 1) * samples.length) / count);
    let low = samples[from] ?? 0;
    let high = low;
    for (let at = from; at < to; at += 1) {
      const sample = samples[at] ?? 0;
      if (sample < low) low = sample;
      if (sample > high) high = sample;
    }
    const mayBeClipped = high >= FULL_SCALE - 1 || low <= 1 - FULL_SCALE;
    const around = samples.subarray(Math.max(0, from - RUN_BEYOND_EDGE), to + RUN_BEYOND_EDGE);
    columns.push({ low, high, isClipped: mayBeClipped && measureClipping(around).count > 0 });
  }
  return columns;
}

/** One closed line: along the highest samples, and back along the lowest. */
function outline(columns: readonly Column[]): string {
  const width = PLOT_WIDTH / columns.length;
  const place = (sample: number): number => MIDDLE * (1 - sample / FULL_SCALE);
  const edges = columns.map(({ low, high }) => {
    const top = place(high);
    const bottom = place(low);
    const missing = Math.max(0, THINNEST - (bottom - top)) / 2;
    return { top: top - missing, bottom: bottom + missing };
  });
  const there = edges.map(({ top }, column) => `V${short(top)}H${short((column + 1) * width)}`);
  const back = edges.map(({ bottom }, column) => `V${short(bottom)}H${short(column * width)}`).reverse();
  return `M0 ${MIDDLE}${there.join('')}${back.join('')}z`;
}

function clipped(columns: readonly Column[]): string {
  const width = PLOT_WIDTH / columns.length;
  return columns
    .flatMap(({ low, high, isClipped }, column) => {
      if (!isClipped) return [];
      const bar = (top: number): string =>
        `M${short(column * width)} ${top}h${short(width)}v${CLIPPED_HEIGHT}h-${short(width)}z`;
      return [
        ...(high >= FULL_SCALE - 1 ? [bar(0)] : []),
        ...(low <= 1 - FULL_SCALE ? [bar(PLOT_HEIGHT - CLIPPED_HEIGHT)] : []),
      ];
    })
    .join('');
}

function short(value: number): string {
  return String(Math.round(10 * value) / 10);
}
