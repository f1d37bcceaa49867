import { spectrogramOf } from '../../../../app/voice/signal/spectrogram.ts';
import type { TimeView } from '../../../voice/time-view.ts';
import type { AxisLabel } from './axis-labels.ts';
import type { DrawnTake } from './take-drawing.ts';
import { axisFont } from '../trace/time-axis.ts';
import type { LiveTraceColours, TraceColours, TraceSize } from '../trace/trace-drawing.ts';

/** The upper end of every spectrogram, whatever the rate of the take: takes compare, and Steam’s voice holds no more. */
export const SPECTROGRAM_TOP_HERTZ = 12_000;

/** Of the axis: six of them do not touch in the height of a take. */
export const hertzLabels: readonly AxisLabel[] = [2000, 4000, 6000, 8000, 10_000].map((hertz) => ({
  share: hertz / SPECTROGRAM_TOP_HERTZ,
  text: `${hertz / 1000} kHz`,
}));

/** Hz above which a take of that rate can hold nothing, where the spectrogram goes further; else undefined. */
export function emptyAbove(sampleRate: number): number | undefined {
  return sampleRate / 2 < SPECTROGRAM_TOP_HERTZ ? sampleRate / 2 : undefined;
}

/** `Nothing above 5.5 kHz at this rate`. */
export function emptyWords(hertz: number): string {
  return `Nothing above ${(hertz / 1000).toFixed(1)} kHz at this rate`;
}

/** Levels that a spectrogram shows, from faint to full, in dB. */
const FAINTEST_DB = -90;
const FULL_DB = -10;
/** Above this rate twice as many samples make bins of the same width. */
const WIDE_RATE = 32_000;

/** One column of spectra to two pixels: closer than that nobody sees. */
export function drawSpectrogram(
  context: CanvasRenderingContext2D,
  { width, height, ratio }: TraceSize,
  take: DrawnTake,
  stretch: TimeView,
  { wave }: TraceColours,
): void {
  const count = Math.max(1, Math.floor(width / (2 * ratio)));
  const picture = new OffscreenCanvas(count, height);
  const pixels = picture.getContext('2d');
  if (pixels === null) return;
  const image = new ImageData(count, height);
  spectrogramStrengths(take, stretch, count, height).forEach((strength, at) => {
    image.data[4 * at + 3] = Math.round(255 * strength);
  });
  pixels.putImageData(image, 0, 0);
  pixels.globalCompositeOperation = 'source-in';
  pixels.fillStyle = wave;
  pixels.fillRect(0, 0, count, height);
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, 0, 0, width, height);
}

/** From 0 for faint to 1 for full, row by row from the top: the loudest of the bins that a row stands for. */
export function spectrogramStrengths(
  { signal, sampleRate }: DrawnTake,
  { from, to }: TimeView,
  count: number,
  height: number,
): Float32Array {
  const { columns, frequencies } = spectrogramOf(signal, sampleRate, {
    size: sampleRate > WIDE_RATE ? 1024 : 512,
    columns: count,
    from: from * sampleRate,
    to: to * sampleRate,
  });
  const rows = binsOfRows(frequencies, height, emptyAbove(sampleRate) ?? SPECTROGRAM_TOP_HERTZ);
  const strengths = new Float32Array(count * height);
  columns.forEach((levels, column) => {
    rows.forEach(([first, end], row) => {
      let level = FAINTEST_DB;
      for (let bin = first; bin < end; bin += 1) level = Math.max(level, levels[bin] ?? FAINTEST_DB);
      strengths[row * count + column] = Math.min(1, (level - FAINTEST_DB) / (FULL_DB - FAINTEST_DB));
    });
  });
  return strengths;
}

/** For each row of pixels from the top: its first bin, and the one after its last. */
function binsOfRows(
  frequencies: Float64Array,
  height: number,
  topHertz: number,
): readonly (readonly [number, number])[] {
  const binHertz = frequencies[1] ?? SPECTROGRAM_TOP_HERTZ;
  const bins = Math.min(frequencies.length, Math.ceil(topHertz / binHertz));
  return Array.from({ length: height }, (_, row) => {
    const lowest = ((height - row - 1) * SPECTROGRAM_TOP_HERTZ) / height / binHertz;
    const highest = ((height - row) * SPECTROGRAM_TOP_HERTZ) / height / binHertz;
    const first = Math.floor(lowest);
    return [Math.min(bins, first), Math.min(bins, Math.max(first + 1, Math.floor(highest)))];
  });
}

/** Hatches what a rate cannot hold, with words on it: silence would be plain. */
export function drawEmpty(
  context: CanvasRenderingContext2D,
  { width, height: wholeHeight, ratio }: TraceSize,
  sampleRate: number,
  { line, text, ground }: Pick<LiveTraceColours, 'line' | 'text' | 'ground'>,
): void {
  const hertz = emptyAbove(sampleRate);
  if (hertz === undefined) return;
  const words = emptyWords(hertz);
  const height = wholeHeight * (1 - hertz / SPECTROGRAM_TOP_HERTZ);
  const step = 10 * ratio;
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  context.beginPath();
  for (let x = -height; x < width; x += step) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.strokeStyle = line;
  context.lineWidth = ratio;
  context.stroke();
  context.fillStyle = line;
  context.fillRect(0, height - ratio, width, ratio);
  context.font = axisFont(ratio);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 8 * ratio;
  context.strokeStyle = ground;
  context.strokeText(words, width / 2, height / 2);
  context.fillStyle = text;
  context.fillText(words, width / 2, height / 2);
  context.restore();
}
