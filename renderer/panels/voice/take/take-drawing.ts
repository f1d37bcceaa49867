import { columnEnvelope } from '../../../../app/voice/signal/envelope.ts';
import type { Signal } from '../../../../app/voice/signal/signal.ts';
import type { TakeMark } from '../../../../app/voice/voice.ts';
import type { TimeView } from '../../../voice/time-view.ts';
import { drawLabels, type AxisLabel } from './axis-labels.ts';
import { drawSpectrogram, hertzLabels } from './spectrogram-drawing.ts';
import { markKinds } from '../trace/mark-kinds.ts';
import { drawTimes } from '../trace/time-axis.ts';
import {
  AXIS_HEIGHT,
  BAND_HEIGHT,
  BAND_ROW_HEIGHT,
  LETTER_HEIGHT,
  type TraceColours,
  type TraceSize,
} from '../trace/trace-drawing.ts';

export interface DrawnTake {
  readonly signal: Signal;
  readonly sampleRate: number;
  readonly marks: readonly TakeMark[];
}

export type TakeLook = 'waveform' | 'spectrogram';

/** What the labels of an axis take up at the left, in CSS pixels: letters of marks stand beside it. */
const LABELS_WIDTH = 44;

/** Draws what of a take lies within the view. */
export function drawTake(
  context: CanvasRenderingContext2D,
  size: TraceSize,
  take: DrawnTake,
  view: TimeView,
  look: TakeLook,
  colours: TraceColours,
): void {
  const { width, height, ratio } = size;
  const waveHeight = height - (BAND_HEIGHT + AXIS_HEIGHT) * ratio;
  context.clearRect(0, 0, width, height);
  if (look === 'waveform') drawWave(context, size, waveHeight, take, view, colours);
  else drawSpectrogram(context, size, waveHeight, take, view, colours);
  drawTimes(context, size, waveHeight, view, colours);
  drawTakeMarks(context, size, waveHeight, take.marks, view, colours.marks);
  const labels = look === 'waveform' ? levelLabels : hertzLabels;
  drawLabels(context, size.ratio, waveHeight, labels, colours.text);
}

/** Of the lines of the grid: full scale and half of it. None on the middle, where every wave is. */
const levelLabels: readonly AxisLabel[] = [
  { share: 1, text: '0 dBFS' },
  { share: 0.75, text: '−6 dBFS' },
  { share: 0.25, text: '−6 dBFS' },
  { share: 0, text: '0 dBFS' },
];

function drawWave(
  context: CanvasRenderingContext2D,
  { width, ratio }: TraceSize,
  waveHeight: number,
  { signal, sampleRate }: DrawnTake,
  { from, to }: TimeView,
  { wave, line }: TraceColours,
): void {
  const middle = waveHeight / 2;
  const scale = middle - 2 * ratio;
  context.fillStyle = line;
  for (const share of [0.25, 0.5, 0.75]) context.fillRect(0, Math.round(waveHeight * share), width, ratio);
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
