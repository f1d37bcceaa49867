import { describe, expect, it } from 'vitest';
import { beginHosted, valueOf } from './hosted-bench.ts';
import type { JournalEntry } from './journal/entry.ts';

describe('the journal', () => {
  it('reaches the page in order, whole, and in portions that it can take', async () => {
    const { bench, call, run, toldOn, recorded, entries } = beginHosted();
    await bench.start();
    for (let count = 0; count < 1500; count += 1) await call('getPlayerSteamLevel');
    run(200);
    const batches = toldOn('journal.appended') as readonly (readonly JournalEntry[])[];
    expect(batches.every((batch) => batch.length > 0 && batch.length <= 600)).toBe(true);
    expect(batches.length).toBeGreaterThanOrEqual(2);
    expect(batches.flat()).toEqual(entries());
    expect(recorded).toEqual(entries());
  });

  it('waits three frames between two portions, and asks for the tick that it needs', async () => {
    const { bench, clock, toldOn } = beginHosted();
    await bench.start();
    bench.tick();
    expect(toldOn('journal.appended')).toHaveLength(1);
    bench.journal.append({ time: 0, kind: 'fault', name: 'bug' });
    expect(bench.nextTickMs()).toBeLessThanOrEqual(50);
    clock.pass(49);
    bench.tick();
    expect(toldOn('journal.appended')).toHaveLength(1);
    clock.pass(1);
    bench.tick();
    expect(toldOn('journal.appended')).toHaveLength(2);
  });

  it('is published to its end also without a client; then there is nothing to do', async () => {
    const { bench, dispatch, clock, recorded, entries } = beginHosted();
    expect(bench.nextTickMs()).toBe(undefined);
    await bench.start();
    await dispatch('session.disconnect', undefined);
    while (bench.nextTickMs() !== undefined) {
      clock.pass(bench.nextTickMs() ?? 0);
      bench.tick();
    }
    expect(recorded).toEqual(entries());
  });

  it('is read from a number, cleared, and saved', async () => {
    const { bench, dispatch, toldOn } = beginHosted();
    await bench.start();
    const { lastSeq } = bench.journal.read();
    expect(valueOf(await dispatch('journal.read', { after: lastSeq - 2, limit: 1 }))).toMatchObject({
      entries: [{ seq: lastSeq - 1 }],
      lastSeq,
    });
    expect(valueOf(await dispatch('journal.save', undefined))).toEqual({
      path: 'journal.jsonl',
      entries: lastSeq,
    });
    expect(await dispatch('journal.clear', undefined)).toEqual({ ok: true, value: null });
    expect(toldOn('journal.cleared')).toEqual([{ lastSeq }]);
    expect(valueOf(await dispatch('journal.read', undefined))).toEqual({ entries: [], lastSeq, dropped: 0 });
  });
});

describe('the figures of the pump', () => {
  it('are told once a second at most, and only what differs', async () => {
    const { bench, run, toldOn } = beginHosted();
    await bench.start();
    run(3000);
    const told = toldOn('pump.changed').length;
    expect(told).toBeGreaterThanOrEqual(1);
    expect(told).toBeLessThanOrEqual(4);
    run(3000);
    expect(toldOn('pump.changed')).toHaveLength(told);
  });
});
