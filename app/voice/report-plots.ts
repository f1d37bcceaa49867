import type { FrameLevels } from './figures/levels.ts';
import { FRAME_MS } from './signal/frames.ts';
import { escapeHtml } from './report-text.ts';
import type { TakeMark, TakeSound } from './voice.ts';

export const PLOT_WIDTH = 1000;
export const PLOT_HEIGHT = 140;
const LOWEST_DBFS = -70;
/** Plots hold no more columns than that, however long a take is. */
const MOST_COLUMNS = 500;
/** Of a bar’s width: so much of it is still seen. */
const NARROWEST_BAR = 0.05;

/** A drawing of that size that is as wide as the page. Everything in it is a number that was rounded here. */
export function svg(label: string, height: number, content: string): string {
  return `<svg viewBox="0 0 ${PLOT_WIDTH} ${height}" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(label)}">${content}</svg>`;
}

/** What the ends of a drawing’s axes stand for, with units. */
export interface PlotAxes {
  readonly top: string;
  readonly bottom: string;
  readonly left: string;
  readonly right: string;
}

/** Words stand beside the drawing, which is stretched, and would stretch them. */
export function figure(title: string, drawing: string, axes: PlotAxes, note: string): string {
  const { top, bottom, left, right } = axes;
  const low = `${bottom} at the bottom`;
  const ends = (words: readonly string[]): string =>
    `<div class="axis">${words.map((word) => `<span>${escapeHtml(word)}</span>`).join('')}</div>`;
  return `<figure><figcaption>${escapeHtml(title)}</figcaption>${ends([`${top} at the top`])}${drawing}${ends([left, low, right])}<p class="note">${escapeHtml(note)}</p></figure>`;
}

function line(values: readonly number[], highest: number, colour: string): string {
  const points = values.map((value, index) => {
    const x = values.length === 1 ? 0 : (index * PLOT_WIDTH) / (values.length - 1);
    return `${x.toFixed(1)},${(PLOT_HEIGHT * (1 - value / highest)).toFixed(1)}`;
  });
  return `<polyline fill="none" stroke="${colour}" stroke-width="1.5" vector-effect="non-scaling-stroke" points="${points.join(' ')}"/>`;
}

/** `lastShare`: how much of the last one’s stretch there was. */
function bars(values: readonly number[], highest: number, colour: string, lastShare = 1): string {
  const width = PLOT_WIDTH / (values.length - 1 + lastShare);
  const drawn = values.flatMap((value, index) => {
    const height = (PLOT_HEIGHT * value) / highest;
    if (!(height > 0)) return [];
    return `M${(index * width).toFixed(1)} ${PLOT_HEIGHT}v${(-height).toFixed(1)}h${(width * 0.9 * (index === values.length - 1 ? lastShare : 1)).toFixed(2)}V${PLOT_HEIGHT}z`;
  });
  return `<path fill="${colour}" d="${drawn.join('')}"/>`;
}

/** RMS and peak over time, from 0 to −70 dBFS; where there are more frames than columns, the loudest of each. */
export function levelPlot({ rmsDbfs, peakDbfs }: FrameLevels): string {
  if (rmsDbfs.length === 0) return '<p class="note">The take holds no sound.</p>';
  const columns = Math.min(MOST_COLUMNS, rmsDbfs.length);
  const loudest = (levels: Float64Array): number[] =>
    Array.from({ length: columns }, (_, column) => {
      const from = Math.floor((column * levels.length) / columns);
      const to = Math.max(from + 1, Math.floor(((column + 1) * levels.length) / columns));
      const most = levels.subarray(from, to).reduce((high, level) => Math.max(high, level), LOWEST_DBFS);
      return Math.min(0, most) - LOWEST_DBFS;
    });
  const drawing =
    line(loudest(peakDbfs), -LOWEST_DBFS, '#8aa') + line(loudest(rmsDbfs), -LOWEST_DBFS, '#1a7fd4');
  return figure(
    'Level',
    svg('Level over time, 0 to −70 dBFS', PLOT_HEIGHT, drawing),
    {
      top: '0 dBFS',
      bottom: `−${-LOWEST_DBFS} dBFS`,
      left: '0 s',
      right: `${((rmsDbfs.length * FRAME_MS) / 1000).toFixed(1)} s`,
    },
    'Level of each 20 ms from 0 dBFS at the top to −70 dBFS: peak in grey, RMS in blue.',
  );
}

/** The size of packets and the bitrate, by the time at which they came. */
export function packetPlots({ packets }: TakeSound): string {
  // Times of a file that was opened may lie in any order and years apart.
  const lastMs = packets.reduce((last, { arrivedMs }) => Math.max(last, arrivedMs), 0);
  const columns = Math.min(MOST_COLUMNS, Math.max(1, Math.ceil(lastMs / 20)));
  const sizes = new Array<number>(columns).fill(0);
  const barSeconds = Math.ceil((lastMs / 1000 + 1) / MOST_COLUMNS);
  const bitrates = new Array<number>(Math.floor(lastMs / 1000 / barSeconds) + 1).fill(0);
  for (const { arrivedMs, bytes } of packets) {
    const column = Math.min(
      columns - 1,
      Math.max(0, Math.floor((arrivedMs * columns) / Math.max(1, lastMs))),
    );
    sizes[column] = Math.max(sizes[column] ?? 0, bytes);
    const bar = Math.max(0, Math.floor(arrivedMs / 1000 / barSeconds));
    bitrates[bar] = (bitrates[bar] ?? 0) + (bytes * 0.008) / barSeconds;
  }
  if (packets.length === 0) return '<p class="note">The take has no packets.</p>';
  const largest = highestOf(sizes);
  const fastest = highestOf(bitrates);
  const overTime = { left: '0 s', right: `${(lastMs / 1000).toFixed(1)} s` };
  const lastShare = lastMs / 1000 / barSeconds - (bitrates.length - 1);
  const stretch = barSeconds === 1 ? 'second' : `${barSeconds} seconds`;
  return [
    figure(
      'Packet sizes',
      svg(`Packet sizes over time, up to ${largest} bytes`, PLOT_HEIGHT, bars(sizes, largest, '#7a5cc0')),
      { top: `${largest} bytes`, bottom: '0 bytes', ...overTime },
      `By the time at which they came, over ${(lastMs / 1000).toFixed(1)} s; the top is ${largest} bytes. Where packets lie close together, the largest of them.`,
    ),
    figure(
      'Bitrate',
      svg(
        `Bitrate of each ${stretch}, up to ${fastest.toFixed(1)} kbit/s`,
        PLOT_HEIGHT,
        bars(bitrates, fastest, '#1a7fd4', Math.max(NARROWEST_BAR, lastShare)),
      ),
      { top: `${fastest.toFixed(1)} kbit/s`, bottom: '0 kbit/s', ...overTime },
      `Of each ${stretch}, with all that Steam puts around the codec’s bytes; the top is ${fastest.toFixed(1)} kbit/s. The last bar is as wide as the part of it that there was.`,
    ),
    intervalPlot(packets.map(({ arrivedMs }) => arrivedMs)),
  ].join('\n');
}

const INTERVAL_STEP_MS = 20;
const INTERVAL_STEPS = 20;

/** How often packets came how long after the one before. */
function intervalPlot(arrivals: readonly number[]): string {
  const counts = new Array<number>(INTERVAL_STEPS).fill(0);
  arrivals.slice(1).forEach((at, index) => {
    const interval = Math.max(0, at - (arrivals[index] ?? at));
    const step = Math.min(INTERVAL_STEPS - 1, Math.floor(interval / INTERVAL_STEP_MS));
    counts[step] = (counts[step] ?? 0) + 1;
  });
  const most = highestOf(counts);
  const endMs = INTERVAL_STEP_MS * (INTERVAL_STEPS - 1);
  return figure(
    'Arrival intervals',
    svg(
      `How long packets came after one another, from 0 to ${endMs} ms and more`,
      PLOT_HEIGHT,
      bars(counts, most, '#2e8b57'),
    ),
    { top: `${most} packets`, bottom: '0', left: '0 ms', right: `${endMs} ms and more` },
    `A bar for each ${INTERVAL_STEP_MS} ms from 0 on; the last holds all of ${endMs} ms and more, pauses between spurts with them. The top is ${most} packets.`,
  );
}

const markRows = [
  ['spurt', 'Talk spurts', '#2e8b57'],
  ['dtx', 'DTX', '#8aa'],
  ['silence', 'Silence', '#bbb'],
  ['gap', 'Lost', '#c62828'],
  ['concealed', 'Concealed', '#e08a00'],
  ['undecoded', 'Undecoded packets', '#d81b8c'],
  ['latePoll', 'Late polls', '#7a5cc0'],
  ['tail', 'Tail', '#1a7fd4'],
] as const satisfies readonly (readonly [TakeMark['kind'], string, string])[];

/** A strip for each kind of mark that there is. */
export function markStrips(marks: readonly TakeMark[], lengthMs: number): string {
  if (!(lengthMs > 0)) return '';
  const rows = markRows.flatMap(([kind, title, colour]) => {
    const of = marks.filter((mark) => mark.kind === kind);
    if (of.length === 0) return [];
    const strip = svg(`${title}: ${of.length}`, 10, `<path fill="${colour}" d="${strokes(of, lengthMs)}"/>`);
    return `<tr><th>${title}</th><td class="value">${of.length}</td><td class="strip">${strip}</td></tr>`;
  });
  if (rows.length === 0) return '';
  return `<table class="marks"><caption>Marks over the take</caption><tbody>${rows.join('\n')}</tbody></table>`;
}

/** In whole columns, each at most once: a thousand marks are no more drawing than a hundred. */
export function strokes(marks: readonly TakeMark[], lengthMs: number, height = 10): string {
  const columns = new Uint8Array(PLOT_WIDTH);
  for (const { fromMs, toMs } of marks) {
    const from = Math.max(0, Math.min(PLOT_WIDTH - 1, Math.floor((fromMs * PLOT_WIDTH) / lengthMs)));
    const to = Math.max(from + 1, Math.ceil((toMs * PLOT_WIDTH) / lengthMs));
    columns.fill(1, from, to);
  }
  const drawn: string[] = [];
  for (let at = 0; at < PLOT_WIDTH; at += 1) {
    if (columns[at] === 0) continue;
    const end = columns.indexOf(0, at);
    const to = end === -1 ? PLOT_WIDTH : end;
    drawn.push(`M${at} 0h${to - at}v${height}h${at - to}z`);
    at = to;
  }
  return drawn.join('');
}

function highestOf(values: readonly number[]): number {
  return values.reduce((highest, value) => Math.max(highest, value), 0) || 1;
}
