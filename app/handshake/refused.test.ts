import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Refusal } from './handshake.ts';
import { LARGEST_MESSAGE_BYTES, type Line } from './network.ts';
import { MESSAGES_ALLOWED } from './refusals.ts';
import { startSomeBenches, type SomeBench, type SomeBenches } from './some-benches.ts';

const STRANGER_ID = '76561202255165799';

/** Whoever connects without being a bench: says what the test says, keeps what comes back. */
interface Stranger {
  say(message: unknown): void;
  sayText(text: string): void;
  hello(changes?: Record<string, unknown>): void;
  readonly heard: readonly Record<string, unknown>[];
  isClosed(): boolean;
}

async function hostAlone() {
  const benches = await startSomeBenches(1);
  const [host] = benches.all;
  if (host === undefined) throw new Error('No bench.');
  await host.host(27480);
  return { benches, host };
}

async function connect(benches: SomeBenches, host: SomeBench, machine = 'stranger'): Promise<Stranger> {
  const heard: Record<string, unknown>[] = [];
  let isClosed = false;
  const connected = await benches.network.at(machine).connect('127.0.0.1:27480', () => ({
    received: (text) => void heard.push(JSON.parse(text) as Record<string, unknown>),
    refused: () => undefined,
    closed: () => void (isClosed = true),
  }));
  if (!connected.ok) throw new Error(connected.error.message);
  const line: Line = connected.value;
  const say = (message: unknown): void => line.send(JSON.stringify(message));
  return {
    heard,
    say,
    sayText: (text) => line.send(text),
    isClosed: () => isClosed,
    hello: (changes = {}) =>
      say({
        kind: 'hello',
        version: 1,
        code: host.state().code,
        appId: 480,
        steamId: STRANGER_ID,
        name: 'Stranger',
        isSimulated: true,
        ...changes,
      }),
  };
}

const reasons = (host: SomeBench): readonly Refusal['reason'][] =>
  host.state().refusals.map(({ reason }) => reason);

describe('a stranger at the door', () => {
  it.each([
    ['a wrong code', { code: 'WRNGWRNG' }, 'wrong-code'],
    ['a code in pieces', { code: '' }, 'wrong-code'],
    ['another version, whatever else is in it', { version: 2, more: true }, 'wrong-version'],
    ['another app', { appId: 570 }, 'wrong-app'],
    ['another Steam', { isSimulated: false }, 'other-steam'],
    ['the host’s own account', { steamId: '76561202255165729' }, 'duplicate-player'],
    ['a name as long as a book', { name: 'x'.repeat(33) }, 'garbage'],
    ['a Steam id that is none', { steamId: '-1' }, 'garbage'],
    ['more than is asked for', { isAdmin: true }, 'garbage'],
  ])('is refused for %s, told why, and shut out', async (_what, changes, reason) => {
    const { benches, host } = await hostAlone();
    const stranger = await connect(benches, host);
    stranger.hello(changes);
    await benches.run(50);
    expect(stranger.heard).toEqual([{ kind: 'refused', reason }]);
    expect(stranger.isClosed()).toBe(true);
    expect(reasons(host)).toEqual([reason]);
    expect(host.state().players).toHaveLength(1);
    expect(host.entries().find(({ name }) => name === 'handshakeRefused')?.value).toMatchObject({ reason });
  });

  it('is refused for saying nothing for five seconds', async () => {
    const { benches, host } = await hostAlone();
    const stranger = await connect(benches, host);
    await benches.run(5000);
    expect(stranger.isClosed()).toBe(false);
    await benches.run(100);
    expect(stranger.isClosed()).toBe(true);
    expect(reasons(host)).toEqual(['too-slow']);
  });

  it('may guess five codes a minute from one address, and others are let in meanwhile', async () => {
    const { benches, host } = await hostAlone();
    for (let guess = 0; guess < 5; guess += 1) {
      (await connect(benches, host)).hello({ code: `GUESS22${guess + 2}` });
      await benches.run(50);
    }
    const right = await connect(benches, host);
    right.hello();
    await benches.run(50);
    expect(right.heard).toEqual([{ kind: 'refused', reason: 'flood' }]);
    const other = await connect(benches, host, 'another machine');
    other.hello();
    await benches.run(50);
    expect(other.heard[0]).toMatchObject({ kind: 'welcome', seat: 2 });
    await benches.run(60_000);
    const later = await connect(benches, host);
    later.hello({ steamId: '76561202255165798' });
    await benches.run(50);
    expect(later.heard[0]).toMatchObject({ kind: 'welcome' });
  });

  it('finds the house full with 32 players', async () => {
    const { benches, host } = await hostAlone();
    for (let player = 0; player < 31; player += 1) {
      (await connect(benches, host)).hello({ steamId: String(76561202255165800n + BigInt(player)) });
      await benches.run(50);
    }
    expect(host.state().players).toHaveLength(32);
    const late = await connect(benches, host);
    late.hello();
    await benches.run(50);
    expect(late.heard).toEqual([{ kind: 'refused', reason: 'full' }]);
  });

  it('does not fill the door with lines that say nothing', async () => {
    const { benches, host } = await hostAlone();
    const strangers = await Promise.all(Array.from({ length: 40 }, () => connect(benches, host)));
    await benches.run(50);
    expect(strangers.filter((stranger) => stranger.isClosed())).toHaveLength(8);
  });
});

describe('a player who misbehaves', () => {
  const ticket = 'ab'.repeat(40);
  const finding = (more: Record<string, unknown>) => ({
    kind: 'findings',
    findings: [{ begin: 0, ...more }],
  });

  it.each([
    ['greets twice', { kind: 'hello' }, 'garbage'],
    ['speaks as the host', { kind: 'welcome', seat: 1, players: [] }, 'garbage'],
    ['sends a ticket to nobody', { kind: 'ticket', to: 99, ticket }, 'garbage'],
    ['sends a ticket to themselves', { kind: 'ticket', to: 2, ticket }, 'garbage'],
    ['sends what is no ticket', { kind: 'ticket', to: 1, ticket: 'xyz' }, 'garbage'],
    ['tells what another one found', finding({ verifier: 1, player: 2 }), 'garbage'],
    ['tells of someone who never was', finding({ verifier: 2, player: 77 }), 'garbage'],
    ['calls another one’s ticket refused', finding({ verifier: 2, player: 1, refusedTicket: 3 }), 'garbage'],
    ['sends far too much', { kind: 'x'.repeat(LARGEST_MESSAGE_BYTES) }, 'oversize'],
  ])('and %s is shut out', async (_what, message, reason) => {
    const { benches, host } = await hostAlone();
    const player = await connect(benches, host);
    player.hello();
    await benches.run(50);
    player.say(message);
    await benches.run(50);
    expect(player.heard.at(-1)).toEqual({ kind: 'refused', reason });
    expect(player.isClosed()).toBe(true);
    expect(host.state().players.at(-1)).toMatchObject({ steamId: STRANGER_ID, state: 'vanished' });
  });

  it('and sends the ticket twice is shut out', async () => {
    const { benches, host } = await hostAlone();
    const player = await connect(benches, host);
    player.hello();
    player.say({ kind: 'ticket', to: 1, ticket });
    await benches.run(50);
    expect(host.state().findings).toMatchObject([{ playerId: STRANGER_ID, begin: 1 }]);
    player.say({ kind: 'ticket', to: 1, ticket });
    await benches.run(50);
    expect(reasons(host)).toEqual(['garbage']);
  });

  it('and floods is shut out, and nothing after it is read', async () => {
    const { benches, host } = await hostAlone();
    const player = await connect(benches, host);
    player.hello();
    for (let pong = 0; pong < MESSAGES_ALLOWED + 50; pong += 1) player.say({ kind: 'pong', pulse: 0 });
    await benches.run(50);
    expect(reasons(host)).toEqual(['flood']);
    expect(player.isClosed()).toBe(true);
  });

  it('gives a name that would steer a display: it is shown without that', async () => {
    const { benches, host } = await hostAlone();
    const player = await connect(benches, host);
    player.hello({ name: 'Ev\u202Eil\u0000\nBo' });
    await benches.run(50);
    expect(host.state().players.at(-1)?.personaName).toBe('EvilBo');
  });
});

describe('whatever is sent', () => {
  const nearly = fc.record(
    {
      kind: fc.constantFrom(
        'hello',
        'ticket',
        'findings',
        'pong',
        'bye',
        'joined',
        'welcome',
        'refused',
        'ping',
      ),
      version: fc.constantFrom(1, 2, '1'),
      to: fc.integer({ min: -1, max: 5 }),
      seat: fc.integer({ min: 0, max: 5 }),
      ticket: fc.oneof(fc.string(), fc.constant('abcd')),
      findings: fc.array(fc.record({ verifier: fc.nat(4), player: fc.nat(4), begin: fc.integer() })),
      pulse: fc.oneof(fc.nat(), fc.double()),
      players: fc.array(
        fc.record({ seat: fc.nat(3), steamId: fc.constant(STRANGER_ID), isHost: fc.boolean() }),
      ),
      player: fc.record({ seat: fc.nat(9), steamId: fc.constant(STRANGER_ID), isHost: fc.boolean() }),
      code: fc.string({ maxLength: 45 }),
      appId: fc.constantFrom(480, 481),
      steamId: fc.constantFrom(STRANGER_ID, '0', ''),
      isSimulated: fc.boolean(),
    },
    { requiredKeys: ['kind'] },
  );
  const anything = fc.oneof(
    nearly.map((message) => JSON.stringify(message)),
    fc.json(),
    fc.string({ unit: 'binary' }),
  );

  it('to the host, only ever refuses or is understood', async () => {
    const { benches, host } = await hostAlone();
    let player = await connect(benches, host);
    player.hello();
    await benches.run(50);
    await fc.assert(
      fc.asyncProperty(anything, fc.boolean(), async (text, isGreeted) => {
        if (player.isClosed()) {
          player = await connect(benches, host);
          if (isGreeted) player.hello();
        }
        player.sayText(text);
        await benches.network.settle();
        benches.clock.pass(100);
      }),
      { numRuns: 10_000 },
    );
    await benches.run(50);
    expect(host.state().state).toBe('hosting');
    expect(host.entries().filter(({ name }) => /bug|listenerFailed|pumpFailed/.test(name))).toEqual([]);
  }, 60_000);

  it('by a host, a guest stays or leaves, with the reason', async () => {
    const benches = await startSomeBenches(1);
    const [guest] = benches.all;
    if (guest === undefined) throw new Error('No bench.');
    const hosts: Line[] = [];
    await benches.network.at('bad host').listen({ port: 27480, isOpenToNetwork: false }, (line) => {
      hosts.push(line);
      return { received: () => undefined, refused: () => undefined, closed: () => undefined };
    });
    await fc.assert(
      fc.asyncProperty(anything, fc.boolean(), async (text, isWelcoming) => {
        if (guest.state().state === 'none') {
          void guest.join('127.0.0.1:27480', 'ABCDEFGH');
          await benches.network.settle();
          const players = [
            { seat: 1, steamId: STRANGER_ID, isHost: true },
            { seat: 2, steamId: guest.steamId, isHost: false },
          ];
          if (isWelcoming) hosts.at(-1)?.send(JSON.stringify({ kind: 'welcome', seat: 2, players }));
        }
        hosts.at(-1)?.send(text);
        await benches.network.settle();
        benches.clock.pass(100);
      }),
      { numRuns: 10_000 },
    );
    guest.leave();
    expect(guest.state().state).toBe('none');
    expect(guest.entries().filter(({ name }) => /bug|listenerFailed|pumpFailed/.test(name))).toEqual([]);
  }, 60_000);
});
