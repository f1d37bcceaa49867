/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly baseline: string;
  readonly measured: string;
  readonly ratio: string;
  readonly target: string;
  readonly isMet: boolean;
}

/** What one benchmark found. */
export interface Finding {
  readonly name: string;
  readonly row: Row;
  /** Figures behind the row, for whoever wants to look closer. */
  readonly figures: Readonly<Record<string, unknown>>;
}

/** The findings as a Markdown table. */
export function markdownTable(findings: readonly Finding[]): string {
  const lines = findings.map(({ row }) => [
    row.what,
    row.baseline,
    row.measured,
    row.ratio,
    row.target,
    row.isMet ? 'yes' : '**no**',
  ]);
  const head = ['what', 'baseline', 'measured', 'ratio', 'target', 'met'];
  const rows = [head, head.map(() => '---'), ...lines];
  return rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}
