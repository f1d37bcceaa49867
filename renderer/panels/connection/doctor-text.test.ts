import { describe, expect, it } from 'vitest';
import type { Check, DoctorReport } from '../../../app/doctor/report.ts';
import { doctorReportText, doctorSummary } from './doctor-text.ts';

const check = (change: Partial<Check>): Check => ({
  name: 'platform',
  title: 'Platform',
  status: 'passed',
  found: 'Linux on x64',
  meaning: 'Valve ships a library for it.',
  ...change,
});

const report = (...checks: Check[]): DoctorReport => ({ checks, examinedAt: Date.UTC(2026, 0, 2, 3, 4, 5) });

describe('the report as text', () => {
  it('holds every check in order, with the remedy where there is one', () => {
    const text = doctorReportText(
      report(check({}), check({ title: 'Steam running', status: 'failed', remedy: 'Start Steam.' })),
    );
    expect(text).toContain('2026-01-02T03:04:05.000Z');
    expect(text.indexOf('1. Platform: passed')).toBeLessThan(text.indexOf('2. Steam running: failed'));
    expect(text).toContain('Remedy: Start Steam.');
    expect(text.match(/Remedy/g)).toHaveLength(1);
  });
});

describe('the summary', () => {
  it('counts what failed before what is open', () => {
    expect(doctorSummary(report(check({}), check({})))).toBe('All 2 checks passed.');
    expect(doctorSummary(report(check({}), check({ status: 'unknown' })))).toContain(
      'Nothing failed; 1 of 2',
    );
    expect(doctorSummary(report(check({ status: 'failed' }), check({ status: 'skipped' })))).toContain(
      '1 of 2',
    );
  });
});
