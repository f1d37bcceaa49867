import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startScriptedBench } from '../encrypted-ticket/running-bench.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import { toHex } from '../steam/hex.ts';
import type { KeyStore } from './key-store.ts';
import type { WebApiCheck, WebApiState } from './web-api.ts';
import type { WebAnswer, WebFetch } from './web-fetch.ts';

const KEY = '0123456789ABCDEF0123456789ABCDEF';
const TICKET = Uint8Array.from({ length: 40 }, (_, at) => at * 5 + 1);
const HEX = toHex(TICKET);
const PLAYER = '76561202255187930';

const okBody = JSON.stringify({
  response: {
    params: { result: 'OK', steamid: PLAYER, ownersteamid: PLAYER, vacbanned: false, publisherbanned: false },
  },
});
const errorBody = (errorcode: number, errordesc: string): string =>
  JSON.stringify({ response: { error: { errorcode, errordesc } } });

function answering(body: string, change: Partial<WebAnswer> = {}): Outcome<WebAnswer> {
  return succeed({
    status: 200,
    contentType: 'application/json',
    retryAfterSeconds: undefined,
    body,
    isBodyCut: false,
    ...change,
  });
}

/** A key store that works, and what is in it. */
function memoryStore(stored?: string): KeyStore & { readonly stored: () => string | undefined } {
  let held = stored;
  return {
    stored: () => held,
    whyUnavailable: () => undefined,
    read: () => held,
    write(key) {
      held = key;
      return succeed(null);
    },
    forget() {
      held = undefined;
      return succeed(null);
    },
  };
}

interface Given {
  readonly answer?: (url: string) => Outcome<WebAnswer> | Promise<Outcome<WebAnswer>>;
  readonly keyStore?: KeyStore;
  readonly webApiUrl?: string;
}

async function begin({ answer = () => answering(okBody), keyStore, webApiUrl }: Given = {}) {
  const urls: string[] = [];
  const webFetch: WebFetch = ({ url }) => {
    urls.push(url);
    running.clock.pass(120);
    return Promise.resolve(answer(url));
  };
  const ports = createScriptedPorts(webApiUrl === undefined ? {} : { webApiUrl });
  const running = await startScriptedBench(
    {},
    { settings: ports.settings, webFetch, ...(keyStore && { keyStore }) },
  );
  // The contract answers these to the commands that are used here.
  const ask = <Value>(command: string, input?: unknown) =>
    running.dispatch(`webApi.${command}`, input) as Promise<Outcome<Value>>;
  return {
    ...running,
    urls,
    ask,
    state: async (): Promise<WebApiState> => {
      const outcome = await ask<WebApiState>('get');
      if (!outcome.ok) throw new Error(outcome.error.message);
      return outcome.value;
    },
    setKey: (key = KEY, isKept = false) => ask<WebApiState>('setKey', { key, isKept }),
    check: (change: Record<string, unknown> = {}) =>
      ask<WebApiCheck>('check', { ticket: { bytes: TICKET }, appId: 480, identity: 'backend', ...change }),
  };
}

describe('a check', () => {
  it('asks as a backend would, and tells the facts of the answer', async () => {
    const { setKey, check, urls, state, bench } = await begin();
    await setKey();
    const expected = {
      number: 1,
      appId: 480,
      identity: 'backend',
      address: 'https://partner.steam-api.com/ISteamUserAuth/AuthenticateUserTicket/v1/',
      state: 'answered',
      status: 200,
      tookMs: 120,
      answer: { kind: 'verified', steamId: PLAYER, isVacBanned: false },
      explanation: { tone: 'good', title: 'Verified' },
      isTicketSimulated: false,
    };
    expect(await check()).toMatchObject({ ok: true, value: expected });
    expect(urls).toEqual([`${expected.address}?key=${KEY}&appid=480&ticket=${HEX}&identity=backend`]);
    expect((await state()).checks).toMatchObject([expected]);
    expect(bench.journal.read().entries.at(-1)).toMatchObject({
      kind: 'session',
      name: 'webApiCheck',
      value: { status: 200, kind: 'verified', tookMs: 120, appId: 480 },
    });
  });

  it('goes to the address that is set, and writes the identity as an address needs it', async () => {
    const { setKey, check, urls } = await begin({ webApiUrl: 'http://127.0.0.1:8080/steam/' });
    await setKey();
    await check({ identity: 'a b&key=ö' });
    await check({ identity: undefined });
    await check({ identity: '' });
    const address = 'http://127.0.0.1:8080/steam/ISteamUserAuth/AuthenticateUserTicket/v1/';
    const question = `${address}?key=${KEY}&appid=480&ticket=${HEX}`;
    expect(urls).toEqual([`${question}&identity=a%20b%26key%3D%C3%B6`, question, question]);
  });

  it('is under way while the server thinks', async () => {
    let arrive = (_answer: Outcome<WebAnswer>): void => undefined;
    const answer = new Promise<Outcome<WebAnswer>>((resolve) => {
      arrive = resolve;
    });
    const { setKey, check, state } = await begin({ answer: () => answer });
    await setKey();
    const checking = check();
    expect((await state()).checks).toMatchObject([{ number: 1, state: 'waiting' }]);
    arrive(answering(okBody));
    expect(await checking).toMatchObject({ value: { state: 'answered' } });
  });

  it('that cannot be asked says why, without the address’ parameters', async () => {
    const { setKey, check } = await begin({
      answer: (url) => fail('web-api-unreachable', `Refused: ${url}`),
    });
    await setKey();
    const outcome = await check();
    expect(outcome).toMatchObject({
      ok: true,
      value: { state: 'failed', explanation: { tone: 'fault', title: 'The web API could not be asked' } },
    });
    expect(JSON.stringify(outcome)).not.toContain(KEY);
    expect(JSON.stringify(outcome)).not.toContain(HEX);
  });

  it('needs a key and a ticket', async () => {
    const { setKey, check, urls, state } = await begin();
    expect(await check()).toMatchObject({ error: { code: 'no-key' } });
    await setKey();
    expect(await check({ ticket: { number: 9 } })).toMatchObject({ error: { code: 'unknown-ticket' } });
    expect(await check({ ticket: { text: '!' } })).toMatchObject({ error: { code: 'not-text' } });
    expect(await check({ ticket: { bytes: new Uint8Array(9000).fill(7) } })).toMatchObject({
      error: { code: 'ticket-broken' },
    });
    expect(urls).toEqual([]);
    expect((await state()).checks).toEqual([]);
  });

  it('is one of twenty that are remembered, newest first', async () => {
    const { setKey, check, state } = await begin();
    await setKey();
    for (let made = 0; made < 23; made += 1) await check();
    const { checks } = await state();
    expect(checks.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => 23 - at));
  });
});

describe('what a server repeats', () => {
  it('is masked: the key and the ticket, in any case, whole or in part', async () => {
    const { setKey, check, everythingTold } = await begin({
      answer: () =>
        answering(
          `<pre>key=${KEY.toLowerCase()} ticket=${HEX.toUpperCase()} part=ff${HEX.slice(10, 50)}00 other=${'de'.repeat(20)}</pre>`,
          { status: 403 },
        ),
    });
    await setKey();
    const outcome = await check();
    if (!outcome.ok) throw new Error(outcome.error.message);
    expect(outcome.value.body).toBe(
      `<pre>key=«key masked» ticket=«ticket masked» part=ff«ticket masked»00 other=${'de'.repeat(20)}</pre>`,
    );
    expect(everythingTold().toLowerCase()).not.toContain(HEX.slice(10, 30));
  });

  it('is masked in its own words for an error as well, however JSON writes them', async () => {
    const escaped = Array.from(
      KEY,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const { setKey, check, everythingTold } = await begin({
      answer: () => answering(errorBody(5, 'KEY').replace('KEY', `no: ${escaped.join('')}`)),
    });
    await setKey();
    expect(await check()).toMatchObject({ value: { answer: { errorText: 'no: «key masked»' } } });
    expect(everythingTold()).not.toContain(KEY);
  });

  it('is shortened, and no half of a key is left where it was cut', async () => {
    const body = `${'x'.repeat(100)}${KEY.slice(0, 31)}`;
    const { setKey, check } = await begin({ answer: () => answering(body, { isBodyCut: true }) });
    await setKey();
    const outcome = await check();
    expect(outcome).toMatchObject({ value: { body: `${'x'.repeat(99)}\n… (cut)` } });
  });

  it('of any kind throws nothing and gives nothing away', async () => {
    const bodies: string[] = [];
    const { setKey, check, bench } = await begin({
      answer: () => answering(bodies.at(-1) ?? '', { status: 200 }),
    });
    await setKey();
    const secret = fc.constantFrom(KEY, KEY.toLowerCase(), HEX, HEX.toUpperCase(), HEX.slice(4, 40));
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.tuple(fc.string(), secret, fc.string()).map((parts) => parts.join('')),
      fc
        .tuple(fc.integer(), fc.string(), secret)
        .map(([code, text, repeated]) => errorBody(code, text + repeated)),
      fc.constantFrom('[', '{').map((bracket) => bracket.repeat(5000)),
      fc.constant('['.repeat(5000) + ']'.repeat(5000)),
    );
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        bodies.push(text);
        const outcome = await check();
        const told = JSON.stringify([outcome, bench.journal.read(0, 5).entries]).toLowerCase();
        expect(outcome.ok && outcome.value.state).toBe('answered');
        expect(told).not.toContain(KEY.toLowerCase());
        expect(told).not.toContain(HEX.slice(4, 40));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the key', () => {
  it('is held in memory, and never told', async () => {
    const store = memoryStore();
    const { setKey, state, everythingTold } = await begin({ keyStore: store });
    expect(await state()).toEqual({ key: 'none', canStoreKey: true, checks: [] });
    await setKey(`  ${KEY}\n`);
    expect((await state()).key).toBe('memory');
    expect(store.stored()).toBeUndefined();
    expect(everythingTold()).not.toContain(KEY);
  });

  it('is kept where the user says so, and there at the next start', async () => {
    const store = memoryStore();
    const first = await begin({ keyStore: store });
    await first.setKey(KEY, true);
    expect((await first.state()).key).toBe('stored');
    expect(store.stored()).toBe(KEY);

    const next = await begin({ keyStore: store });
    expect((await next.state()).key).toBe('stored');
    await next.check();
    expect(next.urls[0]).toContain(KEY);
  });

  it('in memory takes the place of one that was kept', async () => {
    const store = memoryStore(KEY);
    const { setKey, state } = await begin({ keyStore: store });
    await setKey('another-key');
    expect((await state()).key).toBe('memory');
    expect(store.stored()).toBeUndefined();
  });

  it('is forgotten here and in the store', async () => {
    const store = memoryStore(KEY);
    const { ask, state, check } = await begin({ keyStore: store });
    await ask('forgetKey');
    expect(store.stored()).toBeUndefined();
    expect((await state()).key).toBe('none');
    expect(await check()).toMatchObject({ error: { code: 'no-key' } });
  });

  it('cannot be kept where there is no store, but used', async () => {
    const { setKey, state } = await begin();
    expect(await state()).toMatchObject({ canStoreKey: false, whyNotStored: 'There is no key store here.' });
    expect(await setKey(KEY, true)).toMatchObject({ error: { code: 'key-store-unavailable' } });
    expect((await state()).key).toBe('none');
    expect(await setKey()).toMatchObject({ ok: true });
  });

  it.each(['', '   ', 'short', 'with a space in it', 'päßword-key', `${KEY}&x=1`])(
    'is not %j',
    async (text) => {
      const { setKey, state } = await begin();
      const refused = await setKey(text);
      expect(refused).toMatchObject({ error: { code: 'key-refused' } });
      expect((await state()).key).toBe('none');
    },
  );

  it('that is broken in the store is none', async () => {
    const { state } = await begin({ keyStore: memoryStore('\u0000\u0001') });
    expect((await state()).key).toBe('none');
  });
});
