import { figureInfo, figureKeys, formatFigure, type FigureKey } from './figures/figure-table.ts';
import type { TakeReport } from './voice.ts';

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
td.value { font-variant-numeric: tabular-nums; white-space: nowrap; }
.fail { color: #c62828; font-weight: 600; } .pass { color: #2e7d32; }
svg { width: 100%; height: 9rem; background: #8881; } .note { opacity: .75; }
`;

const verdictWords = {
  pass: 'within its limit',
  fail: 'outside its limit',
  open: 'no limit',
  'not-measured': 'not measured',
} as const;
const takeWords = { pass: 'Passed', fail: 'Failed', empty: 'Nothing to hold against limits' } as const;

/** One page that needs nothing else: the level of each take as a plot, and its figures. */
export function reportHtml(reports: readonly TakeReport[], madeAt: number): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Voice report</title><style>${style}</style></head>
<body>
<h1>Voice report</h1>
<p class="note">Made by Steam Test Bench, ${escape(timeOf(madeAt))}.</p>
${reports.map(takeSection).join('\n')}
</body>
</html>
`;
}

function takeSection({ card, measurement, assessment }: TakeReport): string {
  const facts = [
    timeOf(card.recordedAt),
    `${card.lengthSeconds.toFixed(2)} s at ${card.sampleRate} Hz`,
    ...(card.talker === undefined ? [] : [`talker ${card.talker}`]),
    ...(card.isSimulated ? ['simulated'] : []),
  ];
  const rows = figureKeys
    .filter((key) => measurement.figures[key] !== undefined)
    .map((key) => figureRow(key, measurement.figures[key] ?? 0, assessment.figures[key]));
  return `<section>
<h2>${escape(card.name)}</h2>
<p>${escape(facts.join(' · '))}</p>
<p class="${assessment.verdict}">${takeWords[assessment.verdict]}</p>
${levelPlot(measurement.levels)}
<table><thead><tr><th>Figure</th><th>Value</th><th>Verdict</th><th>What it says</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
</section>`;
}

function figureRow(key: FigureKey, value: number, verdict: keyof typeof verdictWords): string {
  const { title, explanation } = figureInfo(key);
  const words = `<td class="${verdict}">${verdictWords[verdict]}</td>`;
  return `<tr><th>${escape(title)}</th><td class="value">${escape(formatFigure(key, value))}</td>${words}<td>${escape(explanation)}</td></tr>`;
}

const PLOT_WIDTH = 1000;
const PLOT_HEIGHT = 140;
const LOWEST_DBFS = -70;

/** RMS and peak over time, from 0 to −70 dBFS; where there are more frames than columns, the loudest of each. */
function levelPlot({ rmsDbfs, peakDbfs }: TakeReport['measurement']['levels']): string {
  if (rmsDbfs.length === 0) return '<p class="note">The take holds no sound.</p>';
  const line = (levels: Float64Array): string => {
    const columns = Math.min(PLOT_WIDTH, levels.length);
    return Array.from({ length: columns }, (_, column) => {
      const from = Math.floor((column * levels.length) / columns);
      const to = Math.max(from + 1, Math.floor(((column + 1) * levels.length) / columns));
      const loudest = levels.subarray(from, to).reduce((most, level) => Math.max(most, level), LOWEST_DBFS);
      const x = columns === 1 ? 0 : (column * PLOT_WIDTH) / (columns - 1);
      return `${x.toFixed(1)},${((PLOT_HEIGHT * Math.min(0, loudest)) / LOWEST_DBFS).toFixed(1)}`;
    }).join(' ');
  };
  const polyline = (levels: Float64Array, colour: string): string =>
    `<polyline fill="none" stroke="${colour}" stroke-width="1.5" vector-effect="non-scaling-stroke" points="${line(levels)}"/>`;
  return `<svg viewBox="0 0 ${PLOT_WIDTH} ${PLOT_HEIGHT}" preserveAspectRatio="none" role="img" aria-label="Level over time, 0 to −70 dBFS">${polyline(peakDbfs, '#8aa')}${polyline(rmsDbfs, '#1a7fd4')}</svg>
<p class="note">Level of each 20 ms from 0 dBFS at the top to −70 dBFS: peak in grey, RMS in blue.</p>`;
}

function timeOf(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').slice(0, 19) + ' UTC';
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
