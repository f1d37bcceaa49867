// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { madeEntries } from './journal/made-entries.ts';
import { installFakeBench, type FakeBench } from './fake-bench.ts';

let fake: FakeBench;

beforeEach(() => {
  // Stores are made anew: a page that is loaded again starts with none.
  vi.resetModules();
  fake = installFakeBench();
});

const load = async () => {
  const { connect } = await import('./connect.ts');
  const { journalView } = await import('./stores/journal.ts');
  const { readSession } = await import('./stores/session.ts');
  return { connect, journalView, readSession };
};

describe('connecting the page', () => {
  it('reads the journal page by page and goes on with events, none lost and none twice', async () => {
    const held = [...madeEntries(12_000)];
    fake.answer('journal.read', (payload) => {
      const { after = 0, limit = 0 } = payload as { after?: number; limit?: number };
      // Entries keep coming while the pages are read: some are in a later page, some only in an event.
      const next = madeEntries(10, held.length + 1);
      held.push(...next);
      fake.tell('journal.appended', next);
      return {
        entries: held.filter(({ seq }) => seq > after).slice(0, limit),
        lastSeq: held.length - 5,
        dropped: 0,
      };
    });
    const { connect, journalView } = await load();
    await (
      await connect()
    ).journal;
    fake.tell('journal.appended', madeEntries(20, held.length - 9));
    expect(journalView.figures().shown).toBe(held.length + 10);
    expect(journalView.row(held.length + 9)?.seq).toBe(held.length + 10);
    expect(journalView.row(11_999)?.seq).toBe(12_000);
  });

  it('keeps to a clear that comes while the pages are read', async () => {
    fake.answer('journal.read', () => {
      fake.tell('journal.cleared', { lastSeq: 40 });
      return { entries: madeEntries(40), lastSeq: 40, dropped: 0 };
    });
    const { connect, journalView } = await load();
    await (
      await connect()
    ).journal;
    fake.tell('journal.appended', madeEntries(2, 40));
    expect(journalView.figures()).toMatchObject({ held: 1, dropped: 0 });
    expect(journalView.lastSeq()).toBe(41);
  });

  it('trusts an event more than a snapshot that was asked for before it', async () => {
    const session = { state: 'connecting', client: 'steam', appId: 480, appIdSource: 'default' };
    fake.answer('session.get', () => {
      fake.tell('session.changed', { ...session, state: 'connected' });
      return session;
    });
    const { connect, readSession } = await load();
    await connect();
    expect(readSession().state).toBe('connected');
  });
});
