import { describe, expect, it } from 'vitest';
import { ANSWER_TIMEOUT_MS, createPairing } from './pairing.ts';

const ADA = '76561202255165729';
const BO = '76561202255165730';
const ticket = (id: number) => ({ id, buffer: new Uint8Array(4), size: 4 });
const verdict = (authId: string) => ({ authId, response: 0, ownerId: authId });

describe('a call result', () => {
  it('is paired with the call that was given its handle', () => {
    const pairing = createPairing();
    pairing.called(1, 'getMarketEligibility', {}, '77', 100);
    pairing.called(2, 'getDurationControl', {}, '78', 110);
    expect(pairing.callResult('78', 150)).toEqual({
      answers: 2,
      name: 'getDurationControl',
      latencyMs: 40,
    });
    expect(pairing.callResult('77', 150)).toEqual({
      answers: 1,
      name: 'getMarketEligibility',
      latencyMs: 50,
    });
    expect(pairing.isAwaiting()).toBe(false);
  });

  it('that nobody asked for, or that came before, is paired with nothing', () => {
    const pairing = createPairing();
    pairing.called(1, 'requestStoreAuthURL', { redirect: '' }, '5', 0);
    expect(pairing.callResult('6', 1)).toBe(undefined);
    expect(pairing.callResult('5', 1)?.answers).toBe(1);
    expect(pairing.callResult('5', 2)).toBe(undefined);
  });

  it('is not awaited where Steam gave the invalid handle', () => {
    const pairing = createPairing();
    pairing.called(1, 'requestEncryptedAppTicket', { userData: new Uint8Array() }, '0', 0);
    expect(pairing.isAwaiting()).toBe(false);
    expect(pairing.callResult('0', 1)).toBe(undefined);
  });

  it('is not mistaken for a ticket with the same number', () => {
    const pairing = createPairing();
    pairing.called(1, 'getAuthSessionTicket', {}, ticket(9), 0);
    pairing.called(2, 'getMarketEligibility', {}, '9', 0);
    expect(pairing.callResult('9', 1)?.answers).toBe(2);
    expect(pairing.callResult('9', 1)).toBe(undefined);
    expect(pairing.callback('getAuthSessionTicketResponse', { authTicket: 9, result: 1 }, 1)?.answers).toBe(
      1,
    );
  });
});

describe('a callback', () => {
  it('163 is paired by its ticket, also where two are on their way', () => {
    const pairing = createPairing();
    pairing.called(1, 'getAuthSessionTicket', {}, ticket(1), 0);
    pairing.called(2, 'getAuthSessionTicket', {}, ticket(2), 5);
    expect(pairing.callback('getAuthSessionTicketResponse', { authTicket: 2, result: 1 }, 25)).toEqual({
      answers: 2,
      name: 'getAuthSessionTicket',
      latencyMs: 20,
    });
    expect(pairing.isAwaiting()).toBe(true);
    expect(pairing.callback('getAuthSessionTicketResponse', { authTicket: 1, result: 1 }, 30)).toEqual({
      answers: 1,
      name: 'getAuthSessionTicket',
      latencyMs: 30,
    });
    expect(pairing.isAwaiting()).toBe(false);
  });

  it('168 is paired by its ticket, and only with a web API ticket', () => {
    const pairing = createPairing();
    pairing.called(1, 'getAuthSessionTicket', {}, ticket(3), 0);
    pairing.called(2, 'getAuthTicketForWebApi', {}, 3, 0);
    expect(pairing.callback('getTicketForWebApi', { authTicket: 3, result: 1 }, 1)?.answers).toBe(2);
    expect(pairing.callback('getTicketForWebApi', { authTicket: 3, result: 1 }, 1)).toBe(undefined);
    expect(pairing.callback('getAuthSessionTicketResponse', { authTicket: 3, result: 1 }, 1)?.answers).toBe(
      1,
    );
  });

  it('143 is paired by whose ticket it was, once: a later verdict is news', () => {
    const pairing = createPairing();
    const args = (steamId: string) => ({ authTicket: new Uint8Array(), steamId });
    pairing.called(1, 'beginAuthSession', args(ADA), 0, 0);
    pairing.called(2, 'beginAuthSession', args(BO), 0, 0);
    expect(pairing.callback('validateAuthTicketResponse', verdict(BO), 7)?.answers).toBe(2);
    expect(pairing.callback('validateAuthTicketResponse', verdict(BO), 8)).toBe(undefined);
    expect(pairing.callback('validateAuthTicketResponse', verdict(ADA), 9)?.answers).toBe(1);
  });

  it('143 is not awaited where the session was refused at once', () => {
    const pairing = createPairing();
    for (const refusal of [1, 2, 3, 4, 5]) {
      pairing.called(refusal, 'beginAuthSession', { authTicket: new Uint8Array(), steamId: ADA }, refusal, 0);
    }
    expect(pairing.isAwaiting()).toBe(false);
    expect(pairing.callback('validateAuthTicketResponse', verdict(ADA), 1)).toBe(undefined);
  });

  it('is not awaited where Steam gave the invalid ticket 0', () => {
    const pairing = createPairing();
    pairing.called(1, 'getAuthSessionTicket', {}, ticket(0), 0);
    pairing.called(2, 'getAuthTicketForWebApi', {}, 0, 0);
    expect(pairing.isAwaiting()).toBe(false);
    expect(pairing.callback('getAuthSessionTicketResponse', { authTicket: 0, result: 2 }, 1)).toBe(undefined);
  });

  it('that comes by itself answers nothing, also where its call result is awaited', () => {
    const pairing = createPairing();
    pairing.called(1, 'getDurationControl', {}, '4', 0);
    expect(pairing.callback('durationControl', { result: 1 }, 1)).toBe(undefined);
    expect(pairing.callback('licensesUpdated', {}, 1)).toBe(undefined);
    expect(pairing.isAwaiting()).toBe(true);
  });
});

describe('waiting', () => {
  it('is not begun by a call that nothing answers', () => {
    const pairing = createPairing();
    pairing.called(1, 'getSteamID', {}, ADA, 0);
    pairing.called(2, 'getHSteamUser', {}, 1, 0);
    pairing.called(3, 'cancelAuthTicket', { authTicket: 1 }, null, 0);
    expect(pairing.isAwaiting()).toBe(false);
  });

  it('ends at its time and is told once; an answer that comes late is still paired', () => {
    const pairing = createPairing();
    pairing.called(1, 'getMarketEligibility', {}, '5', 1000);
    pairing.called(2, 'getAuthSessionTicket', {}, ticket(1), 1001);
    expect(pairing.expire(1000 + ANSWER_TIMEOUT_MS - 1)).toEqual([]);
    expect(pairing.expire(1000 + ANSWER_TIMEOUT_MS)).toMatchObject([
      { seq: 1, name: 'getMarketEligibility' },
    ]);
    expect(pairing.expire(1000 + ANSWER_TIMEOUT_MS)).toEqual([]);
    expect(pairing.isAwaiting()).toBe(true);
    expect(pairing.expire(99_000)).toMatchObject([{ seq: 2 }]);
    expect(pairing.isAwaiting()).toBe(false);
    expect(pairing.callResult('5', 61_000)).toEqual({
      answers: 1,
      name: 'getMarketEligibility',
      latencyMs: 60_000,
    });
    expect(pairing.callResult('5', 61_001)).toBe(undefined);
    expect(pairing.expire(200_000)).toEqual([]);
  });

  it('prefers a call that still waits to one that was given up', () => {
    const pairing = createPairing(10);
    const args = { authTicket: new Uint8Array(), steamId: ADA };
    pairing.called(1, 'beginAuthSession', args, 0, 0);
    pairing.expire(10);
    pairing.called(2, 'beginAuthSession', args, 0, 20);
    expect(pairing.callback('validateAuthTicketResponse', verdict(ADA), 25)?.answers).toBe(2);
  });

  it('does not remember more than the last 1,000 calls that were never answered', () => {
    const pairing = createPairing(10);
    for (let handle = 1; handle <= 1001; handle += 1) {
      pairing.called(handle, 'getMarketEligibility', {}, String(handle), 0);
      pairing.expire(10);
    }
    expect(pairing.callResult('1', 20)).toBe(undefined);
    expect(pairing.callResult('2', 20)?.answers).toBe(2);
    expect(pairing.callResult('1001', 20)?.answers).toBe(1001);
  });

  it('is over when the client is gone', () => {
    const pairing = createPairing(10);
    pairing.called(1, 'getMarketEligibility', {}, '1', 0);
    pairing.expire(10);
    pairing.called(2, 'getMarketEligibility', {}, '2', 10);
    pairing.clear();
    expect(pairing.isAwaiting()).toBe(false);
    expect([pairing.callResult('1', 11), pairing.callResult('2', 11)]).toEqual([undefined, undefined]);
  });

  it('never gives a time below zero', () => {
    const pairing = createPairing();
    pairing.called(1, 'getMarketEligibility', {}, '1', 100);
    expect(pairing.callResult('1', 99.5)?.latencyMs).toBe(0);
  });
});
