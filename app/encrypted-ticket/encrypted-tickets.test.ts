import { describe, expect, it, vi } from 'vitest';
import { NOON } from '../hand-clock.ts';
import { fail, succeed } from '../outcome.ts';
import { scriptedDesktop } from '../scripted-ports.ts';
import { ENCRYPTED_TICKET_KEY } from '../simulator/encrypted-ticket-bytes.ts';
import { toHex } from '../steam/hex.ts';
import type { Script } from '../steam/scripted-client.ts';
import type { DecryptedTicket, OwnershipTicket } from '../tickets/reading/reading.ts';
import type { TicketLibrary } from '../tickets/reading/ticket-library.ts';
import { startScriptedBench } from './running-bench.ts';

const TICKET = Uint8Array.of(0x08, 0x01, 0xc0, 0xff, 0xee);
const KEY_HEX = 'a1'.repeat(32);
const SECOND_KEY_HEX = 'b2'.repeat(32);
const OK = 1;

const ownership: OwnershipTicket = {
  version: 4,
  steamId: '76561202255187930',
  appId: 480,
  externalAddress: '192.0.2.1',
  internalAddress: '10.0.0.1',
  flags: 0,
  issuedAt: NOON,
  expiresAt: NOON + 1000,
  licences: [0],
  dlc: [],
};
const opened: DecryptedTicket = { userData: Uint8Array.of(1, 2, 3), ownership };

/** Opens the ticket with the key of the test or the simulator's. Its refusals say too much, as a careless one would. */
const library: TicketLibrary = {
  read: () => undefined,
  decrypt: (bytes, key) =>
    toHex(bytes) === toHex(TICKET) && [KEY_HEX, toHex(ENCRYPTED_TICKET_KEY)].includes(toHex(key))
      ? succeed(opened)
      : fail('decrypt-failed', `Not with ${toHex(key)}`),
};

/** Steam, with a call handle for each request and a ticket once one is given. */
function begin(ports: Parameters<typeof startScriptedBench>[1] = {}) {
  let handle = 70;
  let ticket = new Uint8Array(0);
  const script: Script = {
    requestEncryptedAppTicket: () => succeed(String((handle += 1))),
    getEncryptedAppTicket: () => succeed({ buffer: ticket, size: ticket.length }),
  };
  return startScriptedBench(script, { ticketLibrary: library, ...ports }).then((running) => ({
    ...running,
    request: (userData = Uint8Array.of(9)) => running.encrypted('request', { userData }),
    give: (bytes: Uint8Array<ArrayBuffer> = TICKET) => void (ticket = bytes),
    answer: (call: string, result: number): void => {
      running.client.answer(call, 'encryptedAppTicketResponse', { result });
      running.bench.tick();
    },
  }));
}

const file = (bytes: Uint8Array) => ({
  desktop: {
    ...scriptedDesktop,
    readFile: () => Promise.resolve(succeed({ name: 'app-480.key', bytes })),
  },
});

describe('a request', () => {
  it('waits, is granted, and keeps the next one back for a minute from when it was made', async () => {
    const { request, answer, clock, state } = await begin();
    await request(new Uint8Array(5));
    expect(await state()).toEqual({
      requests: [
        {
          number: 1,
          askedAt: NOON,
          userDataBytes: 5,
          state: 'waiting',
          deadline: NOON + 20_000,
          isSimulated: false,
        },
      ],
      nextAllowedAt: undefined,
    });
    clock.pass(800);
    answer('71', OK);
    expect(await state()).toMatchObject({
      requests: [{ state: 'answered', result: OK, answeredAt: NOON + 800 }],
      nextAllowedAt: NOON + 60_000,
    });
  });

  it('that is too early is told so, and keeps nothing back for longer', async () => {
    const { request, answer, clock, state } = await begin();
    await request();
    answer('71', OK);
    clock.pass(10_000);
    await request();
    answer('72', 25);
    expect(await state()).toMatchObject({
      requests: [
        { number: 2, state: 'answered', result: 25 },
        { number: 1, result: OK },
      ],
      nextAllowedAt: NOON + 60_000,
    });
  });

  it('that is too early without a grant that the bench knows of: a minute at most', async () => {
    const { request, answer, state } = await begin();
    await request();
    answer('71', 25);
    expect((await state()).nextAllowedAt).toBe(NOON + 60_000);
  });

  it('is answered by its own call result, in whatever order they come', async () => {
    const { request, answer, state } = await begin();
    await request();
    await request();
    answer('72', 29);
    expect((await state()).requests).toMatchObject([
      { number: 2, state: 'answered', result: 29 },
      { number: 1, state: 'waiting' },
    ]);
    answer('71', OK);
    answer('4711', 2);
    expect((await state()).requests).toMatchObject([{ result: 29 }, { state: 'answered', result: OK }]);
  });

  it('of anybody is followed, also one from the function explorer', async () => {
    const { dispatch, state } = await begin();
    await dispatch('steam.call', {
      name: 'requestEncryptedAppTicket',
      args: { userData: new Uint8Array(0) },
    });
    expect((await state()).requests).toMatchObject([{ userDataBytes: 0, state: 'waiting' }]);
  });

  it('is unanswered after its time; a late answer still counts', async () => {
    const { request, answer, pass, state } = await begin();
    await request();
    pass(19_999);
    expect((await state()).requests).toMatchObject([{ state: 'waiting' }]);
    pass(1);
    expect((await state()).requests).toMatchObject([{ state: 'unanswered' }]);
    answer('71', OK);
    expect((await state()).requests).toMatchObject([{ state: 'answered', result: OK }]);
  });

  it('whose call result fails says how', async () => {
    const { request, client, bench, state } = await begin();
    await request();
    client.post({ kind: 'callFailure', call: '71', id: 154, reason: 1 });
    bench.tick();
    expect(await state()).toMatchObject({ requests: [{ state: 'failed', reason: 1 }] });
    expect((await state()).nextAllowedAt).toBeUndefined();
  });

  it('that Steam does not take is a failure, and no request', async () => {
    const running = await startScriptedBench({ requestEncryptedAppTicket: () => succeed('0') });
    expect(await running.encrypted('request', { userData: new Uint8Array(0) })).toMatchObject({
      error: { code: 'call-failed' },
    });
    expect((await running.state()).requests).toEqual([]);
  });

  it('is lost with its client, and another app may ask at once', async () => {
    const { request, answer, dispatch, state } = await begin();
    await request();
    answer('71', OK);
    await request();
    await dispatch('session.disconnect', undefined);
    expect((await state()).requests).toMatchObject([{ state: 'lost' }, { state: 'answered' }]);
    expect(await request()).toMatchObject({ error: { code: 'not-connected' } });
    await dispatch('session.connect', { client: 'steam', appId: 570 });
    expect((await state()).nextAllowedAt).toBeUndefined();
  });

  it('is lost where the pipe breaks', async () => {
    const { request, client, bench, state } = await begin();
    await request();
    client.callBack('ipcFailure', { type: 1 });
    bench.tick();
    expect((await state()).requests).toMatchObject([{ state: 'lost' }]);
  });

  it('is one of fifty that are remembered', async () => {
    const { request, state } = await begin();
    for (let made = 0; made < 60; made += 1) await request();
    const { requests } = await state();
    expect(requests).toHaveLength(50);
    expect(requests[0]?.number).toBe(60);
  });
});

describe('the ticket', () => {
  it('is not there before one was granted', async () => {
    const { encrypted, dispatch } = await begin();
    for (const [command, input] of [
      ['fetch', undefined],
      ['reveal', undefined],
      ['copy', { encoding: 'hex' }],
      ['save', { encoding: 'bytes' }],
    ] as const) {
      expect(await encrypted(command, input)).toMatchObject({ error: { code: 'no-ticket' } });
    }
    await dispatch('encryptedTicket.useSimulatorKey', undefined);
    expect(await encrypted('decrypt', {})).toMatchObject({ error: { code: 'no-ticket' } });
  });

  it('is told of without its bytes, and given to whoever asks for them', async () => {
    const copyBytes = vi.fn(() => Promise.resolve());
    const saveBytes = vi.fn(() => Promise.resolve(succeed(null)));
    const running = await begin({ desktop: { ...scriptedDesktop, copyBytes, saveBytes } });
    const { encrypted, give, state, bench } = running;
    give();
    await encrypted('fetch');
    const told = await state();
    expect(told.ticket).toEqual({ fetchedAt: NOON, sizeBytes: 5, isSimulated: false });
    expect(JSON.stringify(told)).not.toContain('c0ffee');
    expect(await encrypted('reveal')).toEqual({ ok: true, value: { hex: '0801c0ffee' } });
    await encrypted('copy', { encoding: 'base64' });
    expect(copyBytes).toHaveBeenCalledWith(TICKET, 'base64');
    await encrypted('save', { encoding: 'hex' });
    expect(saveBytes).toHaveBeenCalledWith(
      expect.objectContaining({ suggestedName: 'encrypted-app-ticket-480', bytes: TICKET, encoding: 'hex' }),
    );
    expect(bench.journal.read().entries.at(-1)?.name).toBe('getEncryptedAppTicket');
  });

  it('stays when Steam has none any more', async () => {
    const { encrypted, give, state } = await begin();
    give();
    await encrypted('fetch');
    give(new Uint8Array(0));
    expect(await encrypted('fetch')).toMatchObject({ error: { code: 'no-ticket' } });
    expect((await state()).ticket?.sizeBytes).toBe(5);
  });
});

describe('the key', () => {
  it('opens the ticket; where it came from is told, what it is is not', async () => {
    const { encrypted, give, state, everythingTold } = await begin();
    give();
    await encrypted('fetch');
    expect(await encrypted('decrypt', {})).toMatchObject({ error: { code: 'no-key' } });
    await encrypted('setKey', { key: ` ${KEY_HEX.toUpperCase()}\n` });
    await encrypted('decrypt', {});
    expect(await state()).toMatchObject({
      key: { source: 'typed' },
      decryption: { at: NOON, source: 'fetched', userDataHex: '010203', ownership, isSimulated: false },
    });
    expect(everythingTold().toLowerCase()).not.toContain(KEY_HEX.slice(0, 16));
  });

  it('of the simulator is published, and what it opens is simulated', async () => {
    const { encrypted, give, state } = await begin();
    give();
    await encrypted('fetch');
    await encrypted('useSimulatorKey');
    await encrypted('decrypt', {});
    expect(await state()).toMatchObject({ key: { source: 'simulator' }, decryption: { isSimulated: true } });
    // Forgetting overwrites a copy: the published one is still itself.
    await encrypted('forgetKey');
    await encrypted('useSimulatorKey');
    expect(await encrypted('decrypt', {})).toMatchObject({ ok: true });
  });

  it('may come from a file, by whose name it is told', async () => {
    const { encrypted, state } = await begin(file(new TextEncoder().encode(`${KEY_HEX}\n`)));
    await encrypted('readKeyFile');
    expect((await state()).key).toEqual({ source: 'file', name: 'app-480.key' });
  });

  it('stays as it was where a file is declined or holds none', async () => {
    const declining = await begin();
    await declining.encrypted('setKey', { key: KEY_HEX });
    expect(await declining.encrypted('readKeyFile')).toEqual({ ok: true, value: null });
    expect((await declining.state()).key).toEqual({ source: 'typed' });

    const wrong = await begin(file(new Uint8Array(31)));
    expect(await wrong.encrypted('readKeyFile')).toMatchObject({ error: { code: 'key-refused' } });
    expect((await wrong.state()).key).toBeUndefined();
  });

  it('is gone once it is forgotten', async () => {
    const { encrypted, give, state } = await begin();
    give();
    await encrypted('fetch');
    await encrypted('setKey', { key: KEY_HEX });
    await encrypted('forgetKey');
    expect((await state()).key).toBeUndefined();
    expect(await encrypted('decrypt', {})).toMatchObject({ error: { code: 'no-key' } });
  });

  it('that is wrong is told so; neither it nor what another one opened is left to see', async () => {
    const { encrypted, give, state, everythingTold } = await begin();
    give();
    await encrypted('fetch');
    await encrypted('setKey', { key: KEY_HEX });
    await encrypted('decrypt', {});
    await encrypted('setKey', { key: SECOND_KEY_HEX });
    const refused = await encrypted('decrypt', {});
    expect(refused).toMatchObject({ error: { code: 'decrypt-failed' } });
    expect(JSON.stringify(refused) + everythingTold()).not.toContain(SECOND_KEY_HEX.slice(0, 16));
    expect((await state()).decryption).toBeUndefined();
  });
});

describe('decrypting', () => {
  it('takes a ticket that is given instead', async () => {
    const { encrypted, state } = await begin();
    await encrypted('setKey', { key: KEY_HEX });
    await encrypted('decrypt', { ticket: { text: '08 01 C0 FF EE' } });
    expect((await state()).decryption).toMatchObject({ source: 'given', userDataHex: '010203' });
    expect(await encrypted('decrypt', { ticket: { text: 'no ticket, certainly' } })).toMatchObject({
      error: { code: 'not-text' },
    });
  });

  it('shows nothing any more of a ticket that another one has replaced', async () => {
    const { encrypted, give, state } = await begin();
    give();
    await encrypted('fetch');
    await encrypted('setKey', { key: KEY_HEX });
    await encrypted('decrypt', {});
    await encrypted('fetch');
    expect((await state()).decryption).toBeDefined();
    give(Uint8Array.of(0x08, 0x01, 0xaa));
    await encrypted('fetch');
    expect((await state()).decryption).toBeUndefined();
  });

  it('needs a library, and says so', async () => {
    const { encrypted } = await begin({ ticketLibrary: undefined });
    await encrypted('setKey', { key: KEY_HEX });
    expect(await encrypted('decrypt', { ticket: { bytes: TICKET } })).toMatchObject({
      error: { code: 'decrypt-failed', message: 'Nothing here can decrypt tickets.' },
    });
  });
});
