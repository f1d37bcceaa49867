import { figure, svg, PLOT_WIDTH } from './report-plots.ts';
import { signalOfPcm } from './signal/signal.ts';
import { createSpectrumReader } from './signal/spectrum.ts';
import type { Steps } from './steps.ts';
import type { TakeSound } from './voice.ts';

const COLUMNS = 200;
const ROWS = 48;
/** Samples of each spectrum. */
const SIZE = 512;
/** Between two looks at whether somebody else waits. */
const COLUMNS_PER_STEP = 20;
const ROWS_PER_STEP = 8;
const CELL = PLOT_WIDTH / COLUMNS;
/** What is quieter is not drawn; each shade is 9 dB. */
const LOWEST_DB = -100;
const SHADE_DB = 9;
const shades = [
  '#221150',
  '#3b0f70',
  '#641a80',
  '#8c2981',
  '#b73779',
  '#de4968',
  '#f7705c',
  '#fe9f6d',
  '#fecf92',
  '#fcfdbf',
];

/**
 * The loudness of each pitch over time, drawn as one path for each shade: cells of a row that have it are one rectangle.
 *
 * `app/` has no canvas, and a path needs a third of what rectangles do.
 */
export function* spectrogramPlot({ samples, sampleRate }: TakeSound): Steps<string> {
  if (samples.length === 0) return '';
  const { columns, frequencies } = yield* spectraOf(samples, sampleRate);
  const perRow = (frequencies.length - 1) / ROWS;
  const shadeAt = (column: number, row: number): number => {
    const levels = columns[column]?.slice(Math.round(row * perRow), Math.round((row + 1) * perRow));
    const loudest = Math.max(...(levels ?? []));
    return Math.min(shades.length - 1, Math.floor((loudest - LOWEST_DB) / SHADE_DB));
  };
  const paths = shades.map(() => new Array<string>());
  for (let row = 0; row < ROWS; row += 1) {
    if (row % ROWS_PER_STEP === 0) yield;
    for (let from = 0; from < COLUMNS;) {
      const shade = shadeAt(from, row);
      let to = from + 1;
      while (to < COLUMNS && shadeAt(to, row) === shade) to += 1;
      paths[shade]?.push(`M${from * CELL} ${ROWS - 1 - row}h${(to - from) * CELL}v1h${(from - to) * CELL}z`);
      from = to;
    }
  }
  const drawing = paths.flatMap((cells, shade) =>
    cells.length === 0 ? [] : `<path fill="${shades[shade] ?? ''}" d="${cells.join('')}"/>`,
  );
  const topKhz = (sampleRate / 2000).toFixed(1);
  const drawn = svg(`Spectrogram, 0 to ${topKhz} kHz`, ROWS, drawing.join(''));
  return figure(
    'Spectrogram',
    `<div class="spectrogram">${drawn}</div>`,
    {
      top: `${topKhz} kHz`,
      bottom: '0 kHz',
      left: '0 s',
      right: `${(samples.length / sampleRate).toFixed(1)} s`,
    },
    `From −${-LOWEST_DB} dBFS, dark, to −${-LOWEST_DB - SHADE_DB * shades.length} dBFS, bright.`,
  );
}

/** One in the middle of each column; of a long take no more samples are looked at than that. */
function* spectraOf(samples: Int16Array, sampleRate: number) {
  const reader = createSpectrumReader(SIZE, sampleRate);
  const columns: Float32Array[] = [];
  for (let column = 0; column < COLUMNS; column += 1) {
    if (column % COLUMNS_PER_STEP === 0) yield;
    const from = Math.round((samples.length * (column + 0.5)) / COLUMNS - SIZE / 2);
    const stretch = signalOfPcm(samples.subarray(Math.max(0, from), Math.max(0, from + SIZE)));
    columns.push(reader.read(stretch, Math.min(0, from)));
  }
  return { columns, frequencies: reader.frequencies };
}
