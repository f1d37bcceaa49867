import { describe, expect, it } from 'vitest';
import { ADA, ada, beginHosted, cardOf, valueOf } from './hosted-bench.ts';
import { toHex } from './steam/hex.ts';

describe('a day with the simulated client', () => {
  it('starts connected as the command line asked', async () => {
    const { bench, dispatch, toldOn, wake } = beginHosted();
    expect(valueOf(await dispatch('session.get', undefined))).toMatchObject({ state: 'disconnected' });
    await bench.start();
    const connected = {
      state: 'connected',
      client: 'simulated',
      appId: 480,
      appIdSource: 'command line',
      steamId: ADA,
      personaName: ada?.personaName,
    };
    expect(valueOf(await dispatch('session.get', undefined))).toEqual(connected);
    expect(toldOn('session.changed')).toMatchObject([{ state: 'connecting' }, connected]);
    expect(wake).toHaveBeenCalled();
  });

  it('answers calls and writes them down in order', async () => {
    const { bench, call, entries } = beginHosted();
    await bench.start();
    const before = bench.journal.read().lastSeq;
    expect(await call('getSteamID')).toEqual({ ok: true, value: ADA });
    expect(await call('getGameBadgeLevel', { series: 1, foil: true })).toEqual({ ok: true, value: 1 });
    expect(await call('getGameBadgeLevel', { series: '1', foil: true })).toMatchObject({
      error: { code: 'bad-payload' },
    });
    expect(await call('getNothing')).toMatchObject({ error: { code: 'unknown-function' } });
    expect(entries().slice(before)).toMatchObject([
      { seq: before + 1, kind: 'call', name: 'getSteamID', value: ADA, simulated: true },
      { seq: before + 2, kind: 'call', name: 'getGameBadgeLevel', value: 1 },
    ]);
    expect(bench.journal.read().lastSeq).toBe(before + 2);
  });

  it('begins its journal with the session and what the account is asked', async () => {
    const { bench, entries } = beginHosted();
    await bench.start();
    expect(entries().map(({ seq }) => seq)).toEqual(entries().map((_, index) => index + 1));
    expect(entries().slice(0, 4)).toMatchObject([
      { kind: 'session', name: 'connecting' },
      { kind: 'call', name: 'getSteamID', value: ADA },
      { kind: 'session', name: 'connected' },
      { kind: 'call', name: 'loggedOn', value: true },
    ]);
  });

  it('follows a ticket from its call to the confirmation', async () => {
    const { bench, dispatch, run, toldOn, entries } = beginHosted();
    await bench.start();
    const issued = cardOf(await dispatch('tickets.issueSession', { remote: { name: 'server' } }));
    expect(issued).toMatchObject({
      number: 1,
      state: 'waiting',
      remote: { name: 'server' },
      isSimulated: true,
    });
    expect(bench.nextTickMs()).toBeLessThanOrEqual(4);
    run(200);
    expect(toldOn('tickets.changed').at(-1)).toMatchObject({
      tickets: [{ number: 1, state: 'confirmed', result: 1 }],
    });
    const call = entries().find(({ name }) => name === 'getAuthSessionTicket');
    const answer = entries().find(({ name }) => name === 'getAuthSessionTicketResponse');
    expect(answer).toMatchObject({
      kind: 'callback',
      answers: call?.seq,
      value: { authTicket: issued.handle },
    });
    expect(answer?.durationMs).toBeGreaterThan(0);
    expect(valueOf(await dispatch('tickets.get', undefined))).toEqual(toldOn('tickets.changed').at(-1));
  });

  it('shows the bytes of a ticket only when asked, and copies them without showing them', async () => {
    const { bench, dispatch, call, copyBytes } = beginHosted();
    await bench.start();
    const ticket = valueOf(await call('getAuthSessionTicket')) as { readonly buffer: Uint8Array };
    const revealed = valueOf(await dispatch('tickets.reveal', { number: 1 })) as { readonly hex: string };
    expect(revealed.hex).toBe(toHex(ticket.buffer));
    for (const encoding of ['hex', 'base64'] as const) {
      expect(await dispatch('tickets.copy', { number: 1, encoding })).toEqual({ ok: true, value: null });
      expect(copyBytes).toHaveBeenLastCalledWith(ticket.buffer, encoding);
    }
    for (const command of ['tickets.reveal', 'tickets.cancel']) {
      expect(await dispatch(command, { number: 2 })).toMatchObject({ error: { code: 'unknown-ticket' } });
    }
    expect(await dispatch('tickets.copy', { number: 2, encoding: 'hex' })).toMatchObject({
      error: { code: 'unknown-ticket' },
    });
  });

  it('tells what the world does to the account', async () => {
    const { bench, dispatch, run, toldOn } = beginHosted();
    await bench.start();
    expect(await dispatch('simulation.raise', { kind: 'serverDisconnected', result: 3 })).toMatchObject({
      ok: true,
    });
    run(40);
    expect(toldOn('account.changed').at(-1)).toMatchObject({
      lamps: { loggedOn: false },
      history: [{ state: 'online' }, { state: 'offline', result: 3 }],
    });
    expect(await dispatch('simulation.raise', { kind: 'steamShutdown' })).toMatchObject({ ok: true });
    run(40);
    expect(valueOf(await dispatch('session.get', undefined))).toMatchObject({
      state: 'connected',
      failure: { code: 'steam-shut-down' },
    });
  });

  it('ends every live ticket and every call with the client', async () => {
    const { bench, dispatch, call, run, entries } = beginHosted();
    await bench.start();
    await dispatch('tickets.issueSession', {});
    await dispatch('tickets.issueSession', {});
    run(200);
    const before = bench.journal.read().lastSeq;
    expect(valueOf(await dispatch('session.disconnect', undefined))).toMatchObject({ state: 'disconnected' });
    expect(entries().slice(before)).toMatchObject([
      { kind: 'call', name: 'cancelAuthTicket', args: { authTicket: 1 } },
      { kind: 'call', name: 'cancelAuthTicket', args: { authTicket: 2 } },
      { kind: 'session', name: 'disconnected' },
    ]);
    expect(valueOf(await dispatch('tickets.get', undefined))).toMatchObject({
      tickets: [{ state: 'cancelled' }, { state: 'cancelled' }],
    });
    expect(await call('loggedOn')).toMatchObject({ error: { code: 'not-connected' } });
    expect(valueOf(await dispatch('pump.get', undefined))).toMatchObject({ mode: 'stopped' });
    expect(valueOf(await dispatch('account.get', undefined))).toMatchObject({
      lamps: {},
      steamLevel: undefined,
    });
  });
});
