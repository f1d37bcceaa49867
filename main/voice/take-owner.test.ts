import { describe, expect, it } from 'vitest';
import { isWrittenBy, systemProcesses, thisOwner, type ProcessTable } from './take-owner.ts';

const HOUR_MS = 3_600_000;

/** A system on which process 7 runs, looked at by process 8. */
function system(part: Partial<ProcessTable> = {}): ProcessTable {
  return {
    pid: 8,
    isRunning: (pid) => pid === 7 || pid === 8,
    startOf: (pid) => `boot ${pid}`,
    bootedAt: () => 0,
    now: () => HOUR_MS,
    ...part,
  };
}

/** A system that tells of no process when it started. */
const silent = (part: Partial<ProcessTable> = {}) => system({ startOf: () => undefined, ...part });
const written = thisOwner(system({ pid: 7 }));
const writtenSilently = thisOwner(silent({ pid: 7 }));

describe('the owner of a take that has no card', () => {
  it('still writes it while its process runs, and no longer', () => {
    expect(isWrittenBy(written, system())).toBe(true);
    expect(isWrittenBy(written, system({ isRunning: () => false }))).toBe(false);
    expect(isWrittenBy(written, system({ pid: 7 }))).toBe(false);
    expect(isWrittenBy(writtenSilently, silent())).toBe(true);
  });

  it('is gone where its number is that of a process which started at another time', () => {
    expect(isWrittenBy(written, system({ startOf: () => 'boot 9' }))).toBe(false);
    // The clock and the length of the take say nothing against a process that is known to be the very same.
    expect(isWrittenBy(written, system({ bootedAt: () => HOUR_MS, now: () => 9 * HOUR_MS }))).toBe(true);
  });

  it('is gone where the system was started since, if only that is known', () => {
    expect(isWrittenBy(writtenSilently, silent({ bootedAt: () => 60_000 }))).toBe(false);
    expect(isWrittenBy(writtenSilently, silent({ bootedAt: () => 900 }))).toBe(true);
  });

  it('is gone where no take could be so long', () => {
    expect(isWrittenBy(writtenSilently, silent({ now: () => 2.9 * HOUR_MS }))).toBe(true);
    expect(isWrittenBy(writtenSilently, silent({ now: () => 3.1 * HOUR_MS }))).toBe(false);
  });

  it('is told by its number alone where an older bench noted no more', () => {
    expect(isWrittenBy({ pid: 7 }, system())).toBe(true);
    for (const note of [undefined, null, 5, {}, { pid: '7' }, { pid: 6 }])
      expect(isWrittenBy(note, system())).toBe(false);
  });

  it('is asked for of this very system', () => {
    const own = thisOwner(systemProcesses);
    const other = { ...systemProcesses, pid: -1 };
    expect(own.pid).toBe(process.pid);
    expect(isWrittenBy(own, other)).toBe(true);
    expect(own.bootedAt).toBeLessThan(Date.now());
    if (process.platform !== 'linux') return;
    expect(own.processStart).toMatch(/^[0-9a-f-]{36} \d+$/);
    expect(isWrittenBy({ ...own, processStart: `${own.processStart}0` }, other)).toBe(false);
  });
});
