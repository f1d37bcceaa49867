import { describe, expect, it } from 'vitest';
import { findingOf, startSomeBenches, type SomeBench, type SomeBenches } from './some-benches.ts';

const pairsOf = (all: readonly SomeBench[]): readonly (readonly [SomeBench, SomeBench])[] =>
  all.flatMap((one) => all.flatMap((other) => (one === other ? [] : [[one, other] as const])));

const callsOf = (bench: SomeBench, name: string) =>
  bench.entries().filter((entry) => entry.kind === 'call' && entry.name === name);

/** The bench in that place, which a test started. */
function nth({ all }: SomeBenches, index: number): SomeBench {
  const bench = all[index];
  if (bench === undefined) throw new Error(`There are only ${all.length} benches.`);
  return bench;
}

const playerState = (seenBy: SomeBench, player: SomeBench) =>
  seenBy.state().players.find(({ steamId }) => steamId === player.steamId)?.state;

describe('four benches that meet', () => {
  it('verify each other, and everyone sees all verdicts', async () => {
    const benches = await startSomeBenches(4);
    await benches.meet();
    for (const bench of benches.all) {
      const state = bench.state();
      expect(state.players.map(({ steamId }) => steamId)).toEqual(benches.all.map(({ steamId }) => steamId));
      expect(state.players.filter(({ isMe }) => isMe).map(({ steamId }) => steamId)).toEqual([bench.steamId]);
      expect(state.players.map(({ isHost }) => isHost)).toEqual([true, false, false, false]);
      expect(state.isSimulated).toBe(true);
      for (const [verifier, player] of pairsOf(benches.all))
        expect(findingOf(state, verifier, player)).toMatchObject({ begin: 0, response: 0 });
    }
  });

  it('make a ticket for each verifier and out to them, and send it once Steam confirmed it', async () => {
    const benches = await startSomeBenches(4);
    await benches.meet();
    for (const bench of benches.all) {
      const others = benches.all.filter((one) => one !== bench).map(({ steamId }) => steamId);
      const remotes = callsOf(bench, 'getAuthSessionTicket').map(({ args }) => args);
      expect(remotes).toEqual(others.map((steamId) => ({ remote: { steamId } })));
      expect(callsOf(bench, 'beginAuthSession')).toHaveLength(3);
    }
  });

  it('show a borrowed game as what it is', async () => {
    const benches = await startSomeBenches(3);
    await benches.meet();
    const [ada, , cleo] = [nth(benches, 0), nth(benches, 1), nth(benches, 2)];
    expect(findingOf(ada.state(), nth(benches, 1), cleo)?.ownerId).toBe(ada.steamId);
  });

  it('tell round trips', async () => {
    const benches = await startSomeBenches(3);
    await benches.meet();
    await benches.run(5000);
    for (const bench of benches.all)
      for (const player of bench.state().players.slice(1)) expect(player.roundTripMs).toBeTypeOf('number');
  });

  it('never let a ticket or the code into the journal', async () => {
    const benches = await startSomeBenches(2);
    await benches.meet();
    const code = nth(benches, 0).state().code ?? '';
    for (const bench of benches.all) {
      const own = bench.entries().filter(({ name }) => name.startsWith('handshake'));
      expect(own.length).toBeGreaterThan(0);
      expect(JSON.stringify(own)).not.toMatch(/[0-9a-f]{64}/i);
      expect(JSON.stringify(own)).not.toContain(code);
      expect(own.every(({ simulated }) => simulated === true)).toBe(true);
    }
  });
});

describe('the tickets of a meeting', () => {
  it('stand in the book with whoever verified them, until that one is gone', async () => {
    const benches = await startSomeBenches(3);
    await benches.meet();
    const [ada, bo, cleo] = [nth(benches, 0), nth(benches, 1), nth(benches, 2)];
    const holders = async (): Promise<readonly string[]> => {
      const book = await ada.bench.handlers.tickets.get(undefined);
      if (!book.ok) throw new Error(book.error.message);
      return book.value.tickets.flatMap((card) =>
        card.holders.flatMap(({ steamId, knownBy }) => (knownBy === 'handshake' ? [steamId] : [])),
      );
    };
    expect(new Set(await holders())).toEqual(new Set([bo.steamId, cleo.steamId]));
    bo.leave();
    await benches.run(500);
    expect(await holders()).toEqual([cleo.steamId]);
    ada.leave();
    expect(await holders()).toEqual([]);
  });
});

describe('a player who leaves', () => {
  it('takes tickets and sessions along, and the others hear Steam say so', async () => {
    const benches = await startSomeBenches(4);
    await benches.meet();
    const leaver = nth(benches, 2);
    leaver.leave();
    expect(leaver.state()).toMatchObject({ state: 'none', players: [] });
    expect(callsOf(leaver, 'cancelAuthTicket')).toHaveLength(3);
    expect(callsOf(leaver, 'endAuthSession')).toHaveLength(3);
    await benches.run(2000);
    const stayed = benches.all.filter((bench) => bench !== leaver);
    for (const bench of stayed) {
      expect(playerState(bench, leaver)).toBe('left');
      for (const verifier of stayed)
        expect(findingOf(bench.state(), verifier, leaver)).toMatchObject({ begin: 0, response: 6 });
      expect(callsOf(bench, 'cancelAuthTicket')).toHaveLength(1);
      expect(callsOf(bench, 'endAuthSession').map(({ args }) => args)).toEqual([{ steamId: leaver.steamId }]);
    }
  });

  it('may come back and is verified anew', async () => {
    const benches = await startSomeBenches(3);
    await benches.meet();
    const [host, other, player] = [nth(benches, 0), nth(benches, 1), nth(benches, 2)];
    const { addresses, code } = host.state();
    for (let turn = 0; turn < 3; turn += 1) {
      player.leave();
      await benches.run(50);
      expect(await player.join(addresses[0] ?? '', code ?? '')).toMatchObject({ ok: true });
      await benches.run(2000);
    }
    for (const bench of benches.all) {
      expect(bench.state().players).toHaveLength(3);
      for (const [one, two] of pairsOf([host, other, player]))
        expect(findingOf(bench.state(), one, two)).toMatchObject({ begin: 0, response: 0 });
    }
  });

  it('leaves also by disconnecting its client', async () => {
    const benches = await startSomeBenches(3);
    await benches.meet();
    const leaver = nth(benches, 1);
    void leaver.bench.handlers.session.disconnect(undefined);
    await benches.run(2000);
    expect(leaver.state().state).toBe('none');
    expect(playerState(nth(benches, 2), leaver)).toBe('left');
    expect(findingOf(nth(benches, 0).state(), nth(benches, 2), leaver)?.response).toBe(6);
  });

  it('leaves also when the pipe to the client breaks, and says why', async () => {
    const benches = await startSomeBenches(2);
    await benches.meet();
    const leaver = nth(benches, 1);
    benches.simulation.raise({ kind: 'ipcFailure', type: 1, who: leaver.steamId });
    await benches.run(500);
    expect(leaver.state()).toMatchObject({ state: 'none', ending: 'The pipe to the Steam client broke.' });
    expect(playerState(nth(benches, 0), leaver)).toBe('left');
  });

  it('leaves also by closing the bench', async () => {
    const benches = await startSomeBenches(2);
    await benches.meet();
    const leaver = nth(benches, 1);
    leaver.bench.close();
    benches.stop(leaver);
    await benches.run(500);
    expect(playerState(nth(benches, 0), leaver)).toBe('left');
    expect(findingOf(nth(benches, 0).state(), nth(benches, 0), leaver)?.response).toBe(6);
  });

  it('and who hosts ends the meeting for everybody, who are told why', async () => {
    const benches = await startSomeBenches(3);
    await benches.meet();
    nth(benches, 0).leave();
    await benches.run(100);
    const guest = nth(benches, 1);
    expect(guest.state()).toMatchObject({ state: 'none', ending: 'The host ended the meeting.' });
    expect(callsOf(guest, 'cancelAuthTicket')).toHaveLength(2);
    expect(callsOf(guest, 'endAuthSession')).toHaveLength(2);
  });
});

describe('a player who vanishes', () => {
  it('is noticed within ten seconds by everybody, though no line broke', async () => {
    const benches = await startSomeBenches(3);
    await benches.meet();
    const lost = nth(benches, 2);
    benches.network.cut(lost.machine);
    await benches.run(5000);
    expect(playerState(nth(benches, 0), lost)).toBe('here');
    await benches.run(5000);
    expect(playerState(nth(benches, 0), lost)).toBe('vanished');
    expect(playerState(nth(benches, 1), lost)).toBe('vanished');
    expect(
      nth(benches, 0)
        .entries()
        .map(({ name }) => name),
    ).toContain('handshakeVanished');
    expect(lost.state()).toMatchObject({
      state: 'none',
      ending: 'The host was not heard of for 8 seconds.',
    });
  });

  it('is not taken for gone by a bench that slept itself', async () => {
    const benches = await startSomeBenches(2);
    await benches.meet();
    benches.clock.pass(3_600_000);
    await benches.run(1000);
    expect(playerState(nth(benches, 0), nth(benches, 1))).toBe('here');
    expect(nth(benches, 1).state().state).toBe('joined');
  });
});

describe('what users do besides', () => {
  it('is respected: a ticket cancelled by hand is heard of and not cancelled twice', async () => {
    const benches = await startSomeBenches(2);
    await benches.meet();
    const [ada, bo] = [nth(benches, 0), nth(benches, 1)];
    const [entry] = callsOf(bo, 'getAuthSessionTicket');
    const { id } = entry?.value as { readonly id: number };
    await bo.bench.handlers.steam.call({ name: 'cancelAuthTicket', args: { authTicket: id } });
    await benches.run(1000);
    expect(findingOf(bo.state(), ada, bo)).toMatchObject({ begin: 0, response: 6 });
    expect(playerState(ada, bo)).toBe('here');
    bo.leave();
    expect(callsOf(bo, 'cancelAuthTicket')).toHaveLength(1);
  });

  it('is told apart: a session begun by hand stands in the way, and is not ended by the meeting', async () => {
    const benches = await startSomeBenches(2);
    const [ada, bo] = [nth(benches, 0), nth(benches, 1)];
    const issued = await bo.bench.handlers.steam.call({ name: 'getAuthSessionTicket', args: {} });
    if (!issued.ok) throw new Error(issued.error.message);
    const { buffer } = issued.value as { readonly buffer: Uint8Array };
    await ada.bench.handlers.steam.call({
      name: 'beginAuthSession',
      args: { authTicket: buffer, steamId: bo.steamId },
    });
    await benches.meet();
    expect(findingOf(bo.state(), ada, bo)).toMatchObject({ begin: 2, response: undefined });
    ada.leave();
    expect(callsOf(ada, 'endAuthSession')).toHaveLength(0);
  });
});

describe('a player who is offline', () => {
  it('has tickets that Steam does not confirm: everybody sees that, until they are online', async () => {
    const benches = await startSomeBenches(3);
    const offline = nth(benches, 2);
    benches.simulation.set({ accountOf: offline.steamId, account: { loggedOn: false } });
    await benches.meet();
    for (const bench of benches.all) {
      const finding = findingOf(bench.state(), nth(benches, 1), offline);
      expect(finding).toMatchObject({ begin: undefined, refusedTicket: 3 });
    }
    benches.simulation.raise({ kind: 'serverConnected', who: offline.steamId });
    await benches.run(2000);
    for (const bench of benches.all) {
      for (const [verifier, player] of pairsOf(benches.all))
        expect(findingOf(bench.state(), verifier, player)).toMatchObject({ begin: 0, response: 0 });
    }
  });
});

describe('hosting and joining', () => {
  it('need a client and one meeting at a time', async () => {
    const benches = await startSomeBenches(1);
    const bench = nth(benches, 0);
    await bench.host();
    expect(await bench.host()).toMatchObject({ ok: false, error: { code: 'handshake-busy' } });
    expect(await bench.join('127.0.0.1', 'ABCDEFGH')).toMatchObject({ error: { code: 'handshake-busy' } });
    bench.leave();
    void bench.bench.handlers.session.disconnect(undefined);
    expect(await bench.host()).toMatchObject({ ok: false, error: { code: 'not-connected' } });
  });

  it('have another code for each meeting', async () => {
    const bench = nth(await startSomeBenches(1), 0);
    const codes = new Set<string | undefined>();
    for (let turn = 0; turn < 4; turn += 1) {
      await bench.host();
      codes.add(bench.state().code);
      bench.leave();
    }
    expect(codes.size).toBe(4);
    for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
  });

  it('fail in words: port taken, nobody there, wrong address, wrong code, refused', async () => {
    const benches = await startSomeBenches(3);
    const [host, other, third] = [nth(benches, 0), nth(benches, 1), nth(benches, 2)];
    await host.host(27480);
    expect(await other.host(27480)).toMatchObject({ ok: false, error: { code: 'handshake-failed' } });
    expect(await other.join('127.0.0.1:9', 'ABCDEFGH')).toMatchObject({
      error: { code: 'handshake-failed' },
    });
    expect(await other.join('http://x/', 'ABCDEFGH')).toMatchObject({ error: { code: 'bad-payload' } });
    expect(await other.join('127.0.0.1', 'SHORT')).toMatchObject({ error: { code: 'bad-payload' } });
    expect(await other.join('127.0.0.1', 'WRNG-WRNG')).toMatchObject({
      error: { code: 'handshake-failed', message: 'The join code is not the one of this meeting.' },
    });
    expect(other.state().state).toBe('none');
    expect(host.state().refusals).toMatchObject([{ reason: 'wrong-code' }]);
    // As people type it.
    const typed = ` ${(host.state().code ?? '').toLowerCase().replace('-', ' ')} `;
    expect(await third.join('127.0.0.1', typed)).toMatchObject({ ok: true, value: { state: 'joined' } });
  });

  it('left while they are under way come to nothing', async () => {
    const benches = await startSomeBenches(2);
    const [host, guest] = [nth(benches, 0), nth(benches, 1)];
    const hosting = host.host(27480);
    host.leave();
    expect(await hosting).toMatchObject({ ok: false, error: { code: 'handshake-failed' } });
    expect(await host.host(27480)).toMatchObject({ ok: true });
    const joining = guest.join('127.0.0.1', host.state().code ?? '');
    guest.leave();
    expect(await joining).toMatchObject({ ok: false });
    await benches.run(100);
    expect(guest.state().state).toBe('none');
    expect(host.state().players.filter(({ state }) => state === 'here')).toHaveLength(1);
  });
});
