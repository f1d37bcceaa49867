import type { DoctorReport } from '../../../app/doctor/report.ts';

/** What the init doctor finds on a machine without Steam. */
export function someReport(examinedAt: number): DoctorReport {
  const means = { meaning: 'What that means.' };
  return {
    examinedAt,
    checks: [
      { name: 'platform', title: 'Platform supported', status: 'passed', found: 'Linux on x64', ...means },
      { name: 'library', title: 'Library loadable', status: 'passed', found: 'libsteam_api.so', ...means },
      {
        name: 'clientModule',
        title: 'Steam client module',
        status: 'failed',
        found: 'No steamclient.so',
        ...means,
        remedy: 'Install Steam for this user.',
      },
      {
        name: 'steamRunning',
        title: 'Steam running',
        status: 'failed',
        found: 'No process answers',
        ...means,
        remedy: 'Start Steam and log in.',
      },
      { name: 'appId', title: 'App id', status: 'passed', found: '480, the default', ...means },
      { name: 'valveMessage', title: 'Valve’s message', status: 'unknown', found: 'None', ...means },
      {
        name: 'interfaceVersion',
        title: 'Interface version',
        status: 'skipped',
        found: 'Not asked',
        ...means,
      },
    ],
  };
}
