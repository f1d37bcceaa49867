import { spectrogramOf } from '../../../../app/voice/signal/spectrogram.ts';
import type { TimeView } from '../../../voice/time-view.ts';
import type { AxisLabel } from './axis-labels.ts';
import type { DrawnTake } from './take-drawing.ts';
import { axisFont } from '../trace/time-axis.ts';
import type { TraceColours, TraceSize } from '../trace/trace-drawing.ts';

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
  { width, ratio }: TraceSize,
  waveHeight: number,
  { signal, sampleRate }: DrawnTake,
  { from, to }: TimeView,
  { wave, line, text }: TraceColours,
): void {
  const count = Math.max(1, Math.floor(width / (2 * ratio)));
  const { columns, frequencies } = spectrogramOf(signal, sampleRate, {
    size: sampleRate > WIDE_RATE ? 1024 : 512,
    columns: count,
    from: from * sampleRate,
    to: to * sampleRate,
  });
  const binHeight = (waveHeight * (frequencies[1] ?? SPECTROGRAM_TOP_HERTZ)) / SPECTROGRAM_TOP_HERTZ;
  const top = emptyAbove(sampleRate) ?? SPECTROGRAM_TOP_HERTZ;
  context.fillStyle = wave;
  columns.forEach((levels, column) => {
    levels.forEach((level, bin) => {
      const strength = (level - FAINTEST_DB) / (FULL_DB - FAINTEST_DB);
      if (strength <= 0.02 || (frequencies[bin] ?? Infinity) >= top) return;
      context.globalAlpha = Math.min(1, strength);
      context.fillRect(
        (column * width) / count,
        waveHeight - (bin + 1) * binHeight,
        width / count,
        Math.max(1, binHeight),
      );
    });
  });
  context.globalAlpha = 1;
  const height = waveHeight * (1 - top / SPECTROGRAM_TOP_HERTZ);
  if (height > 0) drawEmpty(context, { width, height, ratio }, emptyWords(top), line, text);
}

/** Hatched, with words on it: silence would be plain. */
function drawEmpty(
  context: CanvasRenderingContext2D,
  { width, height, ratio }: TraceSize,
  words: string,
  line: string,
  colour: string,
): void {
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
  context.globalCompositeOperation = 'destination-out';
  context.strokeText(words, width / 2, height / 2);
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = colour;
  context.fillText(words, width / 2, height / 2);
  context.restore();
}
