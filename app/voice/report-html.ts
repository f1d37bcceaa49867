import type { LimitsInForce } from './figures/assess.ts';
import { figureInfo, figureKeys, formatFigure, type FigureKey } from './figures/figure-table.ts';
import { limitText } from './figures/limit-text.ts';
import { levelPlot, markStrips, packetPlots } from './report-plots.ts';
import { spectrogramPlot } from './report-spectrogram.ts';
import { escapeHtml } from './report-text.ts';
import { waveformPlot } from './report-waveform.ts';
import { failingWords, takeWords, summaryTable } from './report-verdicts.ts';
import { inOneGo, type Steps } from './steps.ts';
import type { TakeReport, TakeSound } from './voice.ts';

/** What a report tells of: the figures, and the sound that the plots are drawn of. */
export interface ReportedTake extends TakeReport {
  readonly sound: TakeSound;
}

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h2, p, .summary tbody th { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
caption, figcaption { text-align: left; font-weight: 600; }
figure { margin: 1rem 0; }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
td.value { font-variant-numeric: tabular-nums; white-space: nowrap; }
.fail { color: #c62828; font-weight: 600; } .pass { color: #2e7d32; }
@media (prefers-color-scheme: dark) { .fail { color: #ff8a80; } .pass { color: #81c784; } }
svg { display: block; width: 100%; height: 9rem; background: #8881; } .note { opacity: .75; margin: .25rem 0; }

.wide { overflow-x: auto; }
.axis { display: flex; justify-content: space-between; font-size: .8rem; opacity: .75; font-variant-numeric: tabular-nums; }
.marks th { white-space: nowrap; } .marks td.strip { width: 100%; } .marks svg { height: 1.25rem; }
.spectrogram svg { height: 14rem; background: #000; }
`;

const verdictWords = {
  pass: 'within its limit',
  fail: 'outside its limit',
  open: 'no limit',
  'not-measured': 'not measured',
} as const;

/** Figures that a simulated take has and one of Steam’s has not: they say so where they stand. */
const simulatedAlone: ReadonlySet<FigureKey> = new Set(['mouthToEarMs', 'mouthToEarCorrelation']);

/** All of `writingReportHtml` at once. */
export function reportHtml(takes: readonly ReportedTake[], limits: LimitsInForce, madeAt: number): string {
  return inOneGo(writingReportHtml(takes, limits, madeAt));
}

/** One page that needs nothing else, and is let nothing else: plots and figures of each take. */
export function* writingReportHtml(
  takes: readonly ReportedTake[],
  limits: LimitsInForce,
  madeAt: number,
): Steps<string> {
  const sections: string[] = [];
  for (const take of takes) sections.push(yield* takeSection(take, limits));
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Voice report</title><style>${style}</style></head>
<body>
<h1>Voice report</h1>
<p class="note">Made by Steam Test Bench, ${escapeHtml(timeOf(madeAt))}.</p>
${summaryTable(takes, limits)}
${sections.join('\n')}
</body>
</html>
`;
}

function* takeSection(
  { card, measurement, assessment, sound }: ReportedTake,
  limits: LimitsInForce,
): Steps<string> {
  const facts = [
    timeOf(card.recordedAt),
    `${card.lengthSeconds.toFixed(2)} s at ${card.sampleRate} Hz`,
    ...(card.talker === undefined ? [] : [`talker ${card.talker}`]),
    ...(card.isSimulated ? ['simulated'] : []),
  ];
  const rows = figureKeys.flatMap((key) => {
    const value = measurement.figures[key];
    return value === undefined ? [] : figureRow(key, value, assessment.figures[key], limits[key]);
  });
  const unmeasured = figureKeys.filter((key) => measurement.figures[key] === undefined);
  const titles = unmeasured.map((key) => figureInfo(key).title).join(', ');
  const failing = failingWords({ measurement, assessment }, limits);
  const verdict = takeWords[assessment.verdict] + (failing === '' ? '' : `: ${failing}`);
  yield;
  const waveform = yield* waveformPlot(sound);
  yield;
  const levels = levelPlot(measurement.levels);
  const spectrogram = yield* spectrogramPlot(sound);
  yield;
  const marks = markStrips(sound.marks, (1000 * sound.samples.length) / sound.sampleRate);
  const packets = packetPlots(sound);
  yield;
  return `<section>
<h2>${escapeHtml(card.name)}</h2>
<p>${escapeHtml(facts.join(' · '))}</p>
<p class="${assessment.verdict}">${escapeHtml(verdict)}</p>
${waveform}
${levels}
${spectrogram}
${marks}
${packets}
<div class="wide"><table class="figures"><thead><tr><th>Figure</th><th>Value</th><th>Limit</th><th>Verdict</th><th>What it says</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>
${titles === '' ? '' : `<p class="note">Not measured: ${escapeHtml(titles)}.</p>`}
</section>`;
}

function figureRow(
  key: FigureKey,
  value: number,
  verdict: keyof typeof verdictWords,
  limit: LimitsInForce[FigureKey],
): string {
  const { title, unit, explanation } = figureInfo(key);
  const name = simulatedAlone.has(key) ? `${title} (simulated)` : title;
  const cells = [
    `<th>${escapeHtml(name)}</th>`,
    `<td class="value">${escapeHtml(formatFigure(key, value))}</td>`,
    `<td class="value">${escapeHtml(limitText(limit, unit))}</td>`,
    `<td class="${verdict}">${verdictWords[verdict]}</td>`,
    `<td>${escapeHtml(explanation)}</td>`,
  ];
  return `<tr>${cells.join('')}</tr>`;
}

function timeOf(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').slice(0, 19) + ' UTC';
}
