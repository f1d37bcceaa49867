import type { LimitsInForce } from './figures/assess.ts';
import { figureInfo, formatFigure, type FigureKey } from './figures/figure-table.ts';
import { limitText } from './figures/limit-text.ts';
import { escapeHtml } from './report-text.ts';
import type { TakeReport } from './voice.ts';

export const takeWords = {
  pass: 'Within limits',
  fail: 'Outside limits',
  empty: 'Nothing to judge',
} as const;

type Judged = Pick<TakeReport, 'measurement' | 'assessment'>;

/** `Loss 3.00 % (≤ 1 %), …`: each figure outside its limit; empty where there is none. */
export function failingWords({ measurement, assessment }: Judged, limits: LimitsInForce): string {
  return assessment.failed
    .map((key) => {
      const words = valueWords(key, measurement.figures[key]);
      const { title, unit } = figureInfo(key);
      return `${title} ${words} (${limitText(limits[key], unit)})`;
    })
    .join(', ');
}

/** The takes beside one another, where there are several. */
export function summaryTable(takes: readonly TakeReport[], limits: LimitsInForce): string {
  if (takes.length < 2) return '';
  const rows = takes.map(({ card, measurement, assessment }) => {
    const value = (key: FigureKey): string =>
      `<td class="value">${escapeHtml(valueWords(key, measurement.figures[key]))}</td>`;
    const { verdict } = assessment;
    const failing = failingWords({ measurement, assessment }, limits);
    return `<tr><th>${escapeHtml(card.name)}</th><td class="value">${card.lengthSeconds.toFixed(2)} s</td>${value('rmsDbfs')}${value('lossPercent')}<td class="${verdict}">${takeWords[verdict]}</td><td>${escapeHtml(failing)}</td></tr>`;
  });
  return `<div class="wide"><table class="summary"><caption>Takes</caption>
<thead><tr><th>Take</th><th>Length</th><th>RMS level</th><th>Loss</th><th>Verdict</th><th>Figures outside limits</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
}

function valueWords(key: FigureKey, value: number | undefined): string {
  return value === undefined ? 'not measured' : formatFigure(key, value);
}
