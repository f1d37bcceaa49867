import { describe, expect, it } from 'vitest';
import {
  describeRemote,
  emptyDraft,
  readDraft,
  type DraftReading,
  type RemoteDraft,
} from './remote-draft.ts';

const read = (change: Partial<RemoteDraft>) => readDraft({ ...emptyDraft, ...change });

const hasProblems =
  (...fields: string[]) =>
  (reading: DraftReading): boolean =>
    !reading.ok && Object.keys(reading.problems).join() === fields.join();

describe('for whom a ticket is', () => {
  it('is anyone without further words', () => {
    expect(read({ kind: 'anyone', steamId: 'left over' })).toEqual({ ok: true, remote: undefined });
  });

  it('is a Steam id: any 64-bit number, with a warning where it is not well-formed', () => {
    const steamId = '76561202255187930';
    expect(read({ kind: 'steamId', steamId: ` ${steamId} ` })).toEqual({ ok: true, remote: { steamId } });
    expect(read({ kind: 'steamId', steamId: '12' })).toHaveProperty('warning');
    expect(read({ kind: 'steamId', steamId: 'somebody' })).toMatchObject({ ok: false });
    expect(read({ kind: 'steamId', steamId: '18446744073709551616' })).toMatchObject({ ok: false });
  });

  it('is an address with a port, and says which of the two is wrong', () => {
    expect(read({ kind: 'address', ip: '127.0.0.1', port: '27015' })).toEqual({
      ok: true,
      remote: { ip: '127.0.0.1', port: 27015 },
    });
    expect(read({ kind: 'address', ip: '127.0.0.1', port: '65536' })).toSatisfy(hasProblems('port'));
    expect(read({ kind: 'address', ip: '1.2.3', port: '' })).toSatisfy(hasProblems('ip', 'port'));
  });

  it('is a name of at most 31 bytes of UTF-8', () => {
    expect(read({ kind: 'name', name: 'x'.repeat(31) })).toMatchObject({ ok: true });
    expect(read({ kind: 'name', name: 'x'.repeat(32) })).toMatchObject({ ok: false });
    expect(read({ kind: 'name', name: 'ü'.repeat(16) })).toSatisfy(hasProblems('name'));
    expect(read({ kind: 'name', name: '' })).toMatchObject({ ok: false });
  });

  it('is told in a word in the list', () => {
    expect(describeRemote(undefined)).toBe('anyone');
    expect(describeRemote({ steamId: '76561202255187930' })).toBe('76561202255187930');
    expect(describeRemote({ ip: '10.0.0.1', port: 1 })).toBe('10.0.0.1:1');
    expect(describeRemote({ name: 'lobby' })).toBe('“lobby”');
  });
});
