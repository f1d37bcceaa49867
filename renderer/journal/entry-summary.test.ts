import { describe, expect, it } from 'vitest';
import { hasFailed, summaryOf } from './entry-summary.ts';
import { madeEntry } from './made-entries.ts';

describe('an entry in one line', () => {
  it('says what a call was given and gave back', () => {
    const level = { name: 'getGameBadgeLevel', args: { series: 1, foil: false }, value: 5 };
    expect(summaryOf(madeEntry({ seq: 1, ...level }))).toBe('series 1 · foil false → 5');
    expect(summaryOf(madeEntry({ seq: 1, name: 'startVoiceRecording', value: null }))).toBe('');
  });

  it('names enumerations', () => {
    const license = {
      name: 'userHasLicenseForApp',
      args: { steamId: '76561202255187930', appId: 480 },
      value: 2,
    };
    expect(summaryOf(madeEntry({ seq: 1, ...license }))).toContain('→ 2 NoAuth');
    const failure = {
      kind: 'callback',
      name: 'steamServerConnectFailed',
      value: { result: 3, retrying: true },
    } as const;
    expect(summaryOf(madeEntry({ seq: 1, ...failure }))).toBe('result 3 NoConnection · retrying true');
  });

  it('masks credentials', () => {
    const ticket = { name: 'getAuthSessionTicket', value: { id: 1, buffer: new Uint8Array(240), size: 240 } };
    expect(summaryOf(madeEntry({ seq: 1, ...ticket }))).toBe('→ id 1 · buffer «240 bytes masked» · size 240');
  });

  it('tells of a call that could not be made, and of a call result that failed', () => {
    const refused = madeEntry({
      seq: 1,
      value: { failed: true, code: 'not-simulated', message: 'Not yet.' },
    });
    expect(summaryOf(refused)).toBe('failed: Not yet. (not-simulated)');
    expect(hasFailed(refused)).toBe(true);
    const lost = madeEntry({
      seq: 2,
      kind: 'callResult',
      value: { failed: true, reason: 1, reasonName: 'NetworkFailure' },
    });
    expect(summaryOf(lost)).toBe('failed: NetworkFailure');
  });

  it('begins a session that failed with why', () => {
    const value = { client: 'steam', appId: 480, failure: { code: 'client-missing', message: 'No Steam.' } };
    expect(summaryOf(madeEntry({ seq: 1, kind: 'session', name: 'failed', value }))).toBe(
      'No Steam. · steam · app 480',
    );
  });
});
