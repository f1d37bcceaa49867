import { spectrogramOf } from '../../../../app/voice/signal/spectrogram.ts';
import type { TimeView } from '../../../voice/time-view.ts';
import type { AxisLabel } from './axis-labels.ts';
import type { DrawnTake } from './take-drawing.ts';
import type { TraceSize } from '../trace/trace-drawing.ts';

/** The upper end of every spectrogram, whatever the rate of the take: takes compare, and Steam’s voice holds no more. */
export const SPECTROGRAM_TOP_HERTZ = 12_000;

/** Of the axis: six of them do not touch in the height of a take. */
export const hertzLabels: readonly AxisLabel[] = [2000, 4000, 6000, 8000, 10_000].map((hertz) => ({
  share: hertz / SPECTROGRAM_TOP_HERTZ,
  text: `${hertz / 1000} kHz`,
}));

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
  colour: string,
): void {
  const count = Math.max(1, Math.floor(width / (2 * ratio)));
  const { columns, frequencies } = spectrogramOf(signal, sampleRate, {
    size: sampleRate > WIDE_RATE ? 1024 : 512,
    columns: count,
    from: from * sampleRate,
    to: to * sampleRate,
  });
  const binHeight = (waveHeight * (frequencies[1] ?? SPECTROGRAM_TOP_HERTZ)) / SPECTROGRAM_TOP_HERTZ;
  context.fillStyle = colour;
  columns.forEach((levels, column) => {
    levels.forEach((level, bin) => {
      const strength = (level - FAINTEST_DB) / (FULL_DB - FAINTEST_DB);
      if (strength <= 0.02 || (frequencies[bin] ?? Infinity) >= SPECTROGRAM_TOP_HERTZ) return;
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
}
