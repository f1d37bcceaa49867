import { formatFigure, type FigureKey, type FigureLimit } from './figures/figure-table.ts';

/** Text that stands in HTML as it is, also within an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** `at most 1.00 %`, `−40.0 dBFS to −0.1 dBFS`; `none` where there is no limit. */
export function limitWords(key: FigureKey, limit: FigureLimit | undefined): string {
  const { min, max } = limit ?? {};
  if (min !== undefined && max !== undefined)
    return min === max
      ? `exactly ${formatFigure(key, min)}`
      : `${formatFigure(key, min)} to ${formatFigure(key, max)}`;
  if (min !== undefined) return `at least ${formatFigure(key, min)}`;
  return max === undefined ? 'none' : `at most ${formatFigure(key, max)}`;
}
