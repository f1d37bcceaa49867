import { describe, expect, it } from 'vitest';
import { beginHosted, cardOf, steamParts, ticketClient, valueOf } from './hosted-bench.ts';
import { fail } from './outcome.ts';
import { createScriptedClient } from './steam/scripted-client.ts';

describe('a ticket of a client that is gone', () => {
  it('is not mistaken for one of the next client with the same handle', async () => {
    const next = ticketClient();
    const { bench, dispatch } = beginHosted(steamParts(ticketClient(), next));
    await bench.start();
    const old = cardOf(await dispatch('tickets.issueSession', {}));
    await dispatch('session.connect', { client: 'steam', appId: 480 });
    const current = cardOf(await dispatch('tickets.issueSession', {}));
    expect([old.number, current.number, old.handle === current.handle]).toEqual([1, 2, true]);

    expect(cardOf(await dispatch('tickets.cancel', { number: old.number })).state).toBe('cancelled');
    expect(next.asked).not.toContain('cancelAuthTicket');
    expect(valueOf(await dispatch('tickets.get', undefined))).toMatchObject({
      tickets: [
        { number: 2, state: 'waiting' },
        { number: 1, state: 'cancelled' },
      ],
    });

    expect(cardOf(await dispatch('tickets.cancel', { number: current.number })).state).toBe('cancelled');
    expect(next.asked).toContain('cancelAuthTicket');
  });

  it('is lost where it could not be taken back', async () => {
    const { bench, dispatch } = beginHosted(
      steamParts(ticketClient({ cancelAuthTicket: () => fail('call-failed') })),
    );
    await bench.start();
    await dispatch('tickets.issueSession', {});
    await dispatch('session.disconnect', undefined);
    expect(valueOf(await dispatch('tickets.get', undefined))).toMatchObject({ tickets: [{ state: 'lost' }] });
  });

  it('is not answered by what the next client hears', async () => {
    const next = ticketClient();
    const { bench, dispatch, entries, clock } = beginHosted(steamParts(ticketClient(), next));
    await bench.start();
    await dispatch('tickets.issueSession', {});
    await dispatch('session.connect', { client: 'steam', appId: 480 });
    next.callBack('getAuthSessionTicketResponse', { authTicket: 1, result: 1 });
    clock.pass(30);
    bench.tick();
    expect(entries().at(-1)).toMatchObject({ kind: 'callback', name: 'getAuthSessionTicketResponse' });
    expect(entries().at(-1)).not.toHaveProperty('answers');
  });

  it('is refused with a reason where Steam gave none', async () => {
    const { bench, dispatch } = beginHosted(steamParts(createScriptedClient()));
    await bench.start();
    expect(await dispatch('tickets.issueSession', {})).toMatchObject({ error: { code: 'call-failed' } });
    expect(valueOf(await dispatch('tickets.get', undefined))).toEqual({ tickets: [], sessions: [] });
  });
});
