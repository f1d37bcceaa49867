import { parseAppTicket, parseEncryptedAppTicket } from 'steam-appticket';
import { describe, expect, it } from 'vitest';
import { ticketCipher } from '../../main/simulator/cipher.ts';
import { ADA, beginStory, codeOf, heardBy, STORY_START, valueOf } from './story.ts';

const answered = (result: number) => ({ name: 'encryptedAppTicketResponse', fields: { result } });

function begin() {
  const story = beginStory({ cipher: ticketCipher });
  story.simulation.set({ account: { licences: [480, 7777] } });
  const client = valueOf(story.simulation.open(480));
  heardBy(client);
  const request = (userData: Uint8Array = new Uint8Array(0)) =>
    valueOf(client.call('requestEncryptedAppTicket', { userData }));
  const ticket = () => valueOf(client.call('getEncryptedAppTicket', {}));
  const hears = () => {
    story.pass(500);
    return heardBy(client);
  };
  return { ...story, client, request, ticket, hears };
}

const owned = {
  version: 4,
  appID: 480,
  ownershipTicketExternalIP: '203.0.113.1',
  licenses: [480],
  dlc: [{ appID: 7777, licenses: [7777] }],
};

describe('simulated tickets, read by somebody else’s reader', () => {
  it('are session tickets that do not verify', () => {
    const { client } = begin();
    const { buffer } = valueOf(client.call('getAuthSessionTicket', {}));
    const parsed = parseAppTicket(Buffer.from(buffer), true);
    expect(parsed).toMatchObject({ ...owned, hasValidSignature: false, clientConnectionCount: 1 });
    expect(parsed?.steamID.toString()).toBe(ADA);
    expect(parsed?.signature?.toString()).toContain('SIMULATED');
  });

  it('are tickets for the web API, with the callback', () => {
    const { client, hears } = begin();
    expect(valueOf(client.call('getAuthTicketForWebApi', { serviceIdentity: 'shop' }))).toBe(1);
    const [heard] = hears();
    expect(heard).toMatchObject({ name: 'getTicketForWebApi', fields: { authTicket: 1, result: 1 } });
    const { ticketBuffer } = heard?.fields as { ticketBuffer: Uint8Array };
    expect(parseAppTicket(Buffer.from(ticketBuffer), true)).toMatchObject(owned);
  });

  it('are encrypted with the published key', () => {
    const { simulation, request, ticket, hears } = begin();
    request(new TextEncoder().encode('a secret of mine'));
    expect(hears()).toEqual([answered(1)]);
    const key = simulation.snapshot().world?.encryptedTicketKey ?? '';
    expect(Buffer.from(key, 'hex').toString()).toBe('SIMULATED KEY, KNOWN TO EVERYONE');
    const parsed = parseEncryptedAppTicket(Buffer.from(ticket().buffer), key);
    expect(parsed).toMatchObject(owned);
    expect(parsed?.userData.toString()).toBe('a secret of mine');
    expect(Math.abs((parsed?.ownershipTicketGenerated.getTime() ?? 0) - STORY_START)).toBeLessThan(2000);
  });

  it('hold user data of any length', () => {
    for (const length of [0, 1, 15, 16, 127, 128, 5000]) {
      const { request, ticket, hears, simulation } = begin();
      request(new Uint8Array(length).fill(7));
      hears();
      const key = simulation.snapshot().world?.encryptedTicketKey ?? '';
      expect(parseEncryptedAppTicket(Buffer.from(ticket().buffer), key)?.userData).toHaveLength(length);
    }
  });
});

describe('a ticket for the web API', () => {
  it('has no bytes offline, and is no ticket for a session', () => {
    const { client, simulation, hears } = begin();
    client.call('getAuthTicketForWebApi', {});
    const [good] = hears();
    const { ticketBuffer } = good?.fields as { ticketBuffer: Uint8Array };
    client.call('beginAuthSession', { authTicket: ticketBuffer, steamId: ADA });
    expect(hears()).toMatchObject([{ fields: { response: 10 } }]);
    simulation.set({ account: { loggedOn: false } });
    client.call('getAuthTicketForWebApi', {});
    expect(hears().at(-1)).toEqual({
      name: 'getTicketForWebApi',
      fields: { authTicket: 2, result: 3, ticketSize: 0, ticketBuffer: new Uint8Array(0) },
    });
  });
});

describe('an encrypted ticket', () => {
  it('is empty before, there after the call result, and stale while the next one is refused', () => {
    const { request, ticket, hears, pass } = begin();
    expect(ticket()).toEqual({ buffer: new Uint8Array(0), size: 0 });
    request();
    expect(ticket().size).toBe(0);
    hears();
    const first = ticket();
    expect(first.size).toBe(first.buffer.length);
    request();
    expect(hears()).toEqual([answered(25)]);
    expect(ticket()).toEqual(first);
    pass(60_000);
    request();
    hears();
    expect(ticket().buffer).not.toEqual(first.buffer);
  });

  it('is given once in 60 s of simulated time, counted from the request, and refusals do not count', () => {
    const { request, hears, pass, simulation } = begin();
    request();
    hears();
    pass(59_400);
    request();
    expect(hears()).toEqual([answered(25)]);
    request();
    expect(hears()).toEqual([answered(1)]);
    simulation.set({ clock: { rate: 60 } });
    pass(1000);
    request();
    expect(hears()).toEqual([answered(1)]);
  });

  it('keeps its limit over a new connect', () => {
    const { client, simulation, request, hears, pass } = begin();
    request();
    hears();
    client.close();
    const again = valueOf(simulation.open(480));
    again.call('requestEncryptedAppTicket', { userData: new Uint8Array(0) });
    pass(500);
    expect(heardBy(again)).toEqual([answered(25)]);
  });

  it('has one request pending at a time', () => {
    const { client, request, simulation } = begin();
    simulation.raise({
      kind: 'nextAnswer',
      name: 'requestEncryptedAppTicket',
      outcome: { kind: 'answer', delayMs: 400 },
    });
    const calls = [request(), request()];
    expect(new Set(calls).size).toBe(2);
    simulation.set({ clock: { stepMs: 300 } });
    expect(heardBy(client)).toEqual([answered(29)]);
    simulation.set({ clock: { stepMs: 100 } });
    expect(heardBy(client)).toEqual([answered(1)]);
  });

  it('needs a connection, and a host that can encrypt', () => {
    const { simulation, request, ticket, hears } = begin();
    simulation.set({ account: { loggedOn: false } });
    request();
    expect(hears()).toContainEqual(answered(3));
    expect(ticket().size).toBe(0);
    const without = valueOf(beginStory().simulation.open(480));
    expect(codeOf(without.call('getEncryptedAppTicket', {}))).toBe('not-simulated');
  });
});
