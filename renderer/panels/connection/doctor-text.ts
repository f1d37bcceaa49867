import type { CheckStatus, DoctorReport } from '../../../app/doctor/report.ts';

/** The word for what a check found, beside its lamp. */
export const checkWords: Readonly<Record<CheckStatus, string>> = {
  passed: 'passed',
  failed: 'failed',
  unknown: 'not known',
  skipped: 'skipped',
};

/** The report as plain text, for a bug report or a chat. */
export function doctorReportText(report: DoctorReport): string {
  const checks = report.checks.flatMap((check, index) => [
    `${index + 1}. ${check.title}: ${checkWords[check.status]}`,
    `   Found:  ${check.found}`,
    `   Means:  ${check.meaning}`,
    ...(check.remedy === undefined ? [] : [`   Remedy: ${check.remedy}`]),
  ]);
  return [
    `Steam Test Bench, init doctor, ${new Date(report.examinedAt).toISOString()}`,
    '',
    ...checks,
    '',
  ].join('\n');
}

/** One sentence over the whole report. */
export function doctorSummary({ checks }: DoctorReport): string {
  const count = (status: CheckStatus): number => checks.filter((check) => check.status === status).length;
  const failed = count('failed');
  const open = count('unknown') + count('skipped');
  if (failed > 0) return `${failed} of ${checks.length} checks failed. Begin with the first.`;
  if (open > 0) return `Nothing failed; ${open} of ${checks.length} checks could not be made.`;
  return `All ${checks.length} checks passed.`;
}
