import { describe, expect, it } from 'vitest';
import { createJournalView } from '../../journal/journal-view.ts';
import { madeEntries, madeEntry } from '../../journal/made-entries.ts';
import { createRecentEntries } from './recent-entries.ts';

describe('the newest entries of a name', () => {
  it('are the last twenty, the newest first, whatever comes between', () => {
    const view = createJournalView(100);
    const recent = createRecentEntries(view);
    view.append(madeEntries(30));
    view.append([madeEntry({ seq: 31, name: 'loggedOn' })]);
    const seqs = recent.of('getSteamID', ['call']).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => 30 - index));
    expect(recent.of('loggedOn', ['call'])).toHaveLength(1);
    expect(recent.of('loggedOn', ['callback'])).toEqual([]);

    view.append(madeEntries(1, 32));
    expect(recent.of('getSteamID', ['call'])[0]?.seq).toBe(32);
  });

  it('are gone once they were cleared, or dropped to make room', () => {
    const view = createJournalView(10);
    const recent = createRecentEntries(view);
    view.append(madeEntries(5));
    expect(recent.of('getSteamID', ['call'])).toHaveLength(5);
    view.append(Array.from({ length: 8 }, (_, index) => madeEntry({ seq: 6 + index, name: 'loggedOn' })));
    expect(recent.of('getSteamID', ['call'])).toHaveLength(2);
    view.clear(13);
    expect(recent.of('loggedOn', ['call'])).toEqual([]);
  });
});
