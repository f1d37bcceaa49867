import type { Signal } from '../../../../app/voice/signal/signal.ts';
import type { TakeMark } from '../../../../app/voice/voice.ts';
import { TAKE_WAVE_HEIGHT } from '../../../../app/voice/wave-style.ts';
import type { TimeView } from '../../../voice/time-view.ts';
import { drawLabels, type AxisLabel } from './axis-labels.ts';
import { drawPlace } from './place-drawing.ts';
import { drawEmpty, hertzLabels } from './spectrogram-drawing.ts';
import { markKinds } from '../trace/mark-kinds.ts';
import { drawTimes } from '../trace/time-axis.ts';
import {
  BAND_ROW_HEIGHT,
  LETTER_HEIGHT,
  type LiveTraceColours,
  type TraceSize,
} from '../trace/trace-drawing.ts';

export interface DrawnTake {
  readonly signal: Signal;
  readonly sampleRate: number;
}

/** What lies over the wave of a take. */
export interface OverTake {
  readonly sampleRate: number;
  readonly marks: readonly TakeMark[];
  /** Where it is played from, in seconds. */
  readonly mark: number;
}

export interface OverColours extends LiveTraceColours {
  readonly place: string;
}

export type TakeLook = 'waveform' | 'spectrogram';

/** What the labels of an axis take up at the left, in CSS pixels: letters of marks stand beside it. */
const LABELS_WIDTH = 44;

/** Draws what lies over the wave within the view, and the bands and seconds below it. */
export function drawOverTake(
  context: CanvasRenderingContext2D,
  size: TraceSize,
  { sampleRate, marks, mark }: OverTake,
  view: TimeView,
  look: TakeLook,
  colours: OverColours,
): void {
  const waveHeight = TAKE_WAVE_HEIGHT * size.ratio;
  if (look === 'spectrogram') drawEmpty(context, { ...size, height: waveHeight }, sampleRate, colours);
  drawTimes(context, size, waveHeight, view, colours);
  drawTakeMarks(context, size, waveHeight, marks, view, colours.marks);
  drawLabels(context, size.ratio, waveHeight, look === 'waveform' ? levelLabels : hertzLabels, colours);
  drawPlace(context, { ...size, height: waveHeight }, mark, view, colours.place);
}

/** Of the lines of the grid: full scale and half of it. None on the middle, where every wave is. */
const levelLabels: readonly AxisLabel[] = [
  { share: 1, text: '0 dBFS' },
  { share: 0.75, text: '−6 dBFS' },
  { share: 0.25, text: '−6 dBFS' },
  { share: 0, text: '0 dBFS' },
];

function drawTakeMarks(
  context: CanvasRenderingContext2D,
  { width, ratio }: TraceSize,
  waveHeight: number,
  marks: readonly TakeMark[],
  { from, to }: TimeView,
  colours: readonly string[],
): void {
  const place = (ms: number): number => ((ms / 1000 - from) / (to - from)) * width;
  context.textAlign = 'start';
  context.font = `600 ${9 * ratio}px "Inter Variable", sans-serif`;
  for (const { kind, fromMs, toMs } of marks) {
    const index = markKinds.findIndex(({ key }) => key === kind);
    const found = markKinds[index];
    const x = place(fromMs);
    const end = place(toMs);
    if (found === undefined || end < 0 || x > width) continue;
    context.fillStyle = colours[index] ?? 'gray';
    const { shape, row, letter } = found;
    if (shape === 'band') {
      const top = waveHeight + (2 + row * BAND_ROW_HEIGHT) * ratio;
      context.fillRect(x, top, Math.max(ratio, end - x), BAND_ROW_HEIGHT * ratio);
      continue;
    }
    if (kind === 'concealed') {
      context.globalAlpha = 0.3;
      context.fillRect(x, 0, Math.max(ratio, end - x), waveHeight);
      context.globalAlpha = 1;
    } else context.fillRect(x, 0, 1.5 * ratio, waveHeight);
    context.fillText(
      letter,
      Math.max(x + 3 * ratio, LABELS_WIDTH * ratio),
      (row + 1) * LETTER_HEIGHT * ratio,
    );
  }
}
