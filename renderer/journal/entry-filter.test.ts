import { describe, expect, it } from 'vitest';
import { entryTest, isFiltering, showEverything } from './entry-filter.ts';
import { madeEntry } from './made-entries.ts';

const denied = madeEntry({
  seq: 1,
  kind: 'callback',
  name: 'clientGameServerDeny',
  value: { appId: 480, ip: '10.0.0.7', serverPort: 27015, secure: 1, reason: 5 },
});

const passes = (text: string): boolean => entryTest({ ...showEverything, text })(denied);

describe('the filter of the timeline', () => {
  it('finds words of the name, of values and of enumerations, in any order and case', () => {
    expect(passes('GAMESERVER')).toBe(true);
    expect(passes('cheater 10.0.0.7')).toBe(true);
    expect(passes('cheater 10.0.0.8')).toBe(false);
    expect(passes('   ')).toBe(true);
  });

  it('goes by kind and by name', () => {
    expect(entryTest({ ...showEverything, hiddenKinds: new Set(['callback']) })(denied)).toBe(false);
    expect(entryTest({ ...showEverything, name: 'clientGameServerDeny' })(denied)).toBe(true);
    expect(entryTest({ ...showEverything, name: 'clientGame' })(denied)).toBe(false);
  });

  it('does not find credentials', () => {
    const link = madeEntry({
      seq: 2,
      kind: 'callback',
      name: 'gameWebCallback',
      value: { url: 'https://x/secret' },
    });
    expect(entryTest({ ...showEverything, text: 'secret' })(link)).toBe(false);
    expect(entryTest({ ...showEverything, text: 'masked' })(link)).toBe(true);
  });

  it('knows whether it leaves anything out', () => {
    expect(isFiltering(showEverything)).toBe(false);
    expect(isFiltering({ ...showEverything, text: ' ' })).toBe(false);
    expect(isFiltering({ ...showEverything, name: 'loggedOn' })).toBe(true);
  });
});
