import { describe, expect, it } from 'vitest';
import { ticketCipher } from '../../main/simulator/cipher.ts';
import { callResultFunctions, type CallResultFunction } from './answer-knobs.ts';
import type { SimulationEvent } from './knobs.ts';
import { ADA, beginStory, BO, codeOf, heardBy, valueOf } from './story.ts';

function begin() {
  const story = beginStory({ cipher: ticketCipher });
  const client = valueOf(story.simulation.open(480));
  const args = { userData: new Uint8Array(0), redirect: 'https://store.steampowered.com/app/480?a=b' };
  const call = (name: CallResultFunction) => valueOf(client.call(name, args));
  const hears = () => {
    story.pass(500);
    return heardBy(client);
  };
  const pending = () => story.simulation.snapshot().world?.pendingCalls ?? [];
  const next = (
    name: Extract<SimulationEvent, { kind: 'nextAnswer' }>['name'],
    outcome: Extract<SimulationEvent, { kind: 'nextAnswer' }>['outcome'],
  ) => story.simulation.raise({ kind: 'nextAnswer', name, outcome });
  return { ...story, client, call, hears, pending, next };
}

describe('call results', () => {
  it.each(callResultFunctions)('%s is answered 20 to 120 ms later, with the handle that it gave', (name) => {
    const { client, call, pass, pending } = begin();
    const handle = call(name);
    expect(handle).not.toBe('0');
    expect(pending()).toMatchObject([{ call: handle, name, steamId: ADA }]);
    pass(19);
    expect(client.drain(10)).toEqual([]);
    pass(101);
    expect(client.drain(10)).toMatchObject([{ kind: 'callResult', call: handle }]);
    expect(pending()).toEqual([]);
  });

  it.each([-1, 0, 1, 2, 3])('can fail: %i', (reason) => {
    const { client, call, pass, next } = begin();
    for (const name of callResultFunctions) {
      next(name, { kind: 'callFailure', reason });
      const handle = call(name);
      pass(200);
      expect(client.drain(10)).toMatchObject([{ kind: 'callFailure', call: handle, reason }]);
    }
  });

  it('can never come, or late, by hand', () => {
    const { simulation, call, hears, pass, pending, next } = begin();
    next('getMarketEligibility', { kind: 'never' });
    const handle = call('getMarketEligibility');
    pass(86_400_000);
    expect(hears()).toEqual([]);
    expect(pending()).toMatchObject([{ call: handle, dueAt: undefined }]);
    valueOf(simulation.raise({ kind: 'answerCall', call: handle }));
    expect(hears()).toMatchObject([{ name: 'marketEligibilityResponse', fields: { allowed: true } }]);
    expect(codeOf(simulation.raise({ kind: 'answerCall', call: handle }))).toBe('bad-payload');
    expect(codeOf(simulation.raise({ kind: 'answerCall', call: '1' }))).toBe('bad-payload');
  });

  it('can be answered before they are due, once, and as a failure', () => {
    const { simulation, call, hears } = begin();
    simulation.raise({ kind: 'answerCall', call: call('getDurationControl'), failure: 2 });
    expect(hears()).toEqual([{ name: 'durationControl', fields: { failure: 2 } }]);
  });

  it('wait in line: what was chosen first comes first, to that account alone', () => {
    const { simulation, client, call, hears, next } = begin();
    next('getMarketEligibility', { kind: 'callFailure', reason: 0 });
    next('getMarketEligibility', { kind: 'callFailure', reason: 3 });
    next('requestEncryptedAppTicket', { kind: 'result', result: 16 });
    next('getAuthSessionTicket', { kind: 'result', result: 20 });
    next('getAuthTicketForWebApi', { kind: 'result', result: 2 });
    expect(simulation.snapshot().world?.nextAnswers).toHaveLength(5);
    const bo = valueOf(simulation.openAs(BO, 480));
    bo.call('getMarketEligibility', {});
    const say = (name: CallResultFunction) => {
      call(name);
      return hears();
    };
    expect(say('getMarketEligibility')).toMatchObject([{ fields: { failure: 0 } }]);
    expect(say('getMarketEligibility')).toMatchObject([{ fields: { failure: 3 } }]);
    expect(say('getMarketEligibility')).toMatchObject([{ fields: { allowed: true } }]);
    expect(say('requestEncryptedAppTicket')).toMatchObject([{ fields: { result: 16 } }]);
    client.call('getAuthSessionTicket', {});
    expect(hears()).toMatchObject([{ fields: { result: 20 } }]);
    client.call('getAuthTicketForWebApi', {});
    expect(hears()).toMatchObject([{ fields: { result: 2, ticketSize: 0 } }]);
    expect(heardBy(bo)).toMatchObject([{ fields: { notAllowedReason: 1 << 6 } }]);
  });

  it('cannot be chosen in a way that they do not come in, and are forgotten on demand', () => {
    const { simulation, next } = begin();
    expect(codeOf(next('getAuthSessionTicket', { kind: 'callFailure', reason: 1 }))).toBe('bad-payload');
    expect(codeOf(next('getMarketEligibility', { kind: 'verdict', response: 1 }))).toBe('bad-payload');
    expect(codeOf(next('requestStoreAuthURL', { kind: 'result', result: 1 }))).toBe('bad-payload');
    next('getMarketEligibility', { kind: 'never' });
    simulation.raise({ kind: 'forgetNextAnswers' });
    expect(simulation.snapshot().world?.nextAnswers).toEqual([]);
  });

  it('do not come to a client that is closed, and those of a broken pipe are gone', () => {
    const { simulation, client, call, pending } = begin();
    call('getMarketEligibility');
    simulation.raise({ kind: 'ipcFailure', type: 1 });
    expect(pending()).toEqual([]);
    expect(valueOf(client.call('getMarketEligibility', {}))).toBe('0');
  });
});

describe('the market', () => {
  it('says each reason, and what goes with it', () => {
    const { simulation, call, hears } = begin();
    for (let bit = 0; bit <= 15; bit += 1) {
      const market = { notAllowedReason: 1 << bit, allowedAtTime: 5, daysSteamGuardRequired: 15 };
      simulation.set({ account: { market: { ...market, daysNewDeviceCooldown: 7 } } });
      call('getMarketEligibility');
      expect(hears()).toMatchObject([{ fields: { allowed: false, ...market, daysNewDeviceCooldown: 7 } }]);
    }
  });

  it('cannot tell while there is no connection', () => {
    const { simulation, call, hears } = begin();
    simulation.set({ account: { loggedOn: false } });
    call('getMarketEligibility');
    expect(hears().at(-1)).toMatchObject({ fields: { allowed: false, notAllowedReason: 1 } });
  });
});

describe('the store', () => {
  it('gives an address that nobody can visit and that goes stale', () => {
    const { simulation, call, hears, pass, client } = begin();
    call('requestStoreAuthURL');
    const [heard] = hears();
    const { url } = heard?.fields as { url: string };
    expect(new URL(url).hostname).toBe('store.simulated.invalid');
    expect(new URL(url).searchParams.get('redirect')).toBe('https://store.steampowered.com/app/480?a=b');
    const isStale = () => simulation.snapshot().world?.storeUrls[0]?.isStale;
    pass(59_000);
    client.drain(0);
    expect(isStale()).toBe(false);
    pass(1000);
    client.drain(0);
    expect(isStale()).toBe(true);
    call('requestStoreAuthURL');
    expect(hears()[0]?.fields).not.toEqual({ url });
  });

  it('cuts off what does not fit, takes any text, and fails without a connection', () => {
    const { simulation, client, call, hears } = begin();
    client.call('requestStoreAuthURL', { redirect: 'x'.repeat(8000) });
    expect((hears()[0]?.fields as { url: string }).url).toHaveLength(511);
    client.call('requestStoreAuthURL', { redirect: '\ud800' });
    expect(hears()).toHaveLength(1);
    simulation.set({ account: { loggedOn: false } });
    call('requestStoreAuthURL');
    expect(hears()).toContainEqual({ name: 'storeAuthUrlResponse', fields: { failure: 1 } });
  });
});
