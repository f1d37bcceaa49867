import { describe, expect, it } from 'vitest';
import type { BenchContext } from '../bench-part.ts';
import { createHandClock, type HandClock } from '../hand-clock.ts';
import { succeed } from '../outcome.ts';
import type { Arrival } from '../pump.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import type { Caller } from '../steam/caller.ts';
import type { SteamClient } from '../steam/steam-client.ts';
import type { HandshakeState } from './handshake.ts';
import { createMeeting } from './meeting.ts';
import { createMemoryNetwork, type MemoryNetwork } from './memory-network.ts';
import { MOST_PLAYERS } from './messages.ts';

/** A Steam that confirms and verifies everything with its next frame. */
function createSeat(index: number, clock: HandClock, network: MemoryNetwork) {
  const steamId = String(76561202255165800n + BigInt(index));
  const arrivals: Partial<Arrival>[] = [];
  let handle = 0;
  let state: HandshakeState | undefined;
  const answers: Readonly<Record<string, (args: Record<string, unknown>) => unknown>> = {
    getSteamID: () => steamId,
    getAuthSessionTicket() {
      handle += 1;
      arrivals.push({ name: 'getAuthSessionTicketResponse', fields: { authTicket: handle, result: 1 } });
      return { id: handle, buffer: new Uint8Array(240).fill(index), size: 240 };
    },
    beginAuthSession(args) {
      const authId = String(args['steamId']);
      arrivals.push({ name: 'validateAuthTicketResponse', fields: { authId, response: 0, ownerId: authId } });
      return 0;
    },
  };
  const caller: Caller = {
    call: (name, args) => succeed((answers[name]?.(args as Record<string, unknown>) ?? null) as never),
    poll: (name, args) => caller.call(name, args),
  };
  const client: Pick<SteamClient, 'kind' | 'appId' | 'details'> = {
    kind: 'steam',
    appId: 480,
    details: () => ({ personaName: `${'貓'.repeat(30)}${index}` }),
  };
  const context: BenchContext = {
    clock,
    caller,
    publish: (_feature, _member, payload) => void (state = payload as unknown as HandshakeState),
    write: () => undefined,
    session: () => ({ state: 'connected', client: 'steam', appId: 480, appIdSource: 'default' }),
    client: () => client as SteamClient,
    wake: () => undefined,
    ports: { ...createScriptedPorts(), handshakeNetwork: network.at(`machine-${index}`) },
  };
  const meeting = createMeeting(context, () => undefined);
  return {
    steamId,
    meeting,
    state: () => state,
    tick(): void {
      for (const arrival of arrivals.splice(0)) meeting.arrived?.({ ...arrival, at: clock.now() } as Arrival);
      meeting.tick?.(clock.now());
    },
  };
}

describe('as many players as a meeting takes', () => {
  it('come all at once, verify each other within seconds, and nobody is taken for a flood', async () => {
    const clock = createHandClock();
    const network = createMemoryNetwork();
    const seats = Array.from({ length: MOST_PLAYERS }, (_, index) => createSeat(index, clock, network));
    const [host, ...guests] = seats;
    const run = async (milliseconds: number): Promise<void> => {
      for (let passed = 0; passed < milliseconds; passed += 50) {
        clock.pass(50);
        for (const seat of seats) seat.tick();
        await network.settle();
      }
    };
    await host?.meeting.handlers.host({ port: 27480, isOpenToNetwork: false });
    const code = host?.state()?.code ?? '';
    for (const guest of guests) void guest.meeting.handlers.join({ address: '127.0.0.1', code });
    await run(3000);

    for (const { state } of seats) {
      const seen = state();
      expect(seen?.players.filter((player) => player.state === 'here')).toHaveLength(MOST_PLAYERS);
      expect(seen?.findings.filter(({ response }) => response === 0)).toHaveLength(
        MOST_PLAYERS * (MOST_PLAYERS - 1),
      );
    }
    await run(12_000);
    expect(host?.state()?.refusals).toEqual([]);
    expect(host?.state()?.players.every((player) => player.state === 'here')).toBe(true);
  }, 60_000);
});
