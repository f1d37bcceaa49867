import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCall } from './call-arguments.ts';
import { userFunctionNames } from './user-functions.ts';

const ADA = '76561202255165729';
const LARGEST = '18446744073709551615';

function codeOf(name: string, args?: unknown): string {
  const checked = checkCall(name, args);
  return checked.ok ? 'ok' : checked.error.code;
}

function messageOf(name: string, args: unknown): string {
  const checked = checkCall(name, args);
  return checked.ok ? '' : checked.error.message;
}

const server = { serverId: ADA, serverIp: '192.168.2.4', serverPort: 27015 };

/** One right set of arguments for every function that takes any. */
const right: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  initiateGameConnection: { ...server, secure: true },
  terminateGameConnection: { serverIp: '10.0.0.1', serverPort: 0 },
  trackAppUsageEvent: { gameId: '480', event: -1, extraInfo: '' },
  decompressVoice: { voice: Uint8Array.of(1), sampleRate: 48_000 },
  getAuthSessionTicket: { remote: { steamId: ADA } },
  getAuthTicketForWebApi: { serviceIdentity: 'inventory' },
  beginAuthSession: { authTicket: new Uint8Array(), steamId: ADA },
  endAuthSession: { steamId: ADA },
  cancelAuthTicket: { authTicket: 0xffffffff },
  userHasLicenseForApp: { steamId: ADA, appId: 480 },
  advertiseGame: server,
  requestEncryptedAppTicket: { userData: new Uint8Array() },
  getGameBadgeLevel: { series: 1, foil: false },
  requestStoreAuthURL: { redirect: 'https://store.steampowered.com/' },
  setDurationControlOnlineState: { newState: 2 },
};

describe('arguments that are right', () => {
  it.each(Object.entries(right))('go through as they are: %s', (name, args) => {
    expect(checkCall(name, args)).toEqual({ ok: true, value: { name, args } });
  });

  it.each(userFunctionNames.filter((name) => right[name] === undefined))(
    'are none, or none at all, for %s',
    (name) => {
      expect(checkCall(name, undefined)).toEqual({ ok: true, value: { name, args: {} } });
      expect(codeOf(name, {})).toBe('ok');
      expect(codeOf(name, { anything: 1 })).toBe('bad-payload');
    },
  );

  it('may leave out what is optional, and nothing else', () => {
    expect(codeOf('getAuthSessionTicket')).toBe('ok');
    expect(codeOf('getAuthTicketForWebApi')).toBe('ok');
    for (const [name, args] of Object.entries(right)) {
      for (const key of Object.keys(args)) {
        const without = Object.fromEntries(Object.entries(args).filter(([other]) => other !== key));
        const isOptional = key === 'remote' || key === 'serviceIdentity';
        expect([name, key, codeOf(name, without)]).toEqual([name, key, isOptional ? 'ok' : 'bad-payload']);
      }
    }
  });

  it.each(Object.entries(right))('are refused with a key too many: %s', (name, args) => {
    expect(codeOf(name, { ...args, more: 1 })).toBe('bad-payload');
  });
});

describe('each kind of argument', () => {
  it.each<
    readonly [kind: string, name: string, key: string, good: readonly unknown[], bad: readonly unknown[]]
  >([
    [
      'Steam id',
      'endAuthSession',
      'steamId',
      ['0', '1', ADA, LARGEST],
      [
        '18446744073709551616',
        '01',
        '',
        '-1',
        ' 1',
        '1.0',
        '0x1',
        1,
        76561202255165729n,
        null,
        [ADA],
        '9'.repeat(999),
      ],
    ],
    ['64-bit number', 'trackAppUsageEvent', 'gameId', ['0', LARGEST], ['18446744073709551616', '00', 480]],
    [
      'ticket handle',
      'cancelAuthTicket',
      'authTicket',
      [0, 1, 0xffffffff],
      [-1, 0x100000000, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1', 1n, null, undefined],
    ],
    ['app id', 'userHasLicenseForApp', 'appId', [0, 480, 0xffffffff], [-1, 0x100000000, '480', 0.5]],
    [
      'signed number',
      'trackAppUsageEvent',
      'event',
      [-0x80000000, 0, 0x7fffffff],
      [-0x80000001, 0x80000000, 0.1, '0', true],
    ],
    ['sample rate', 'decompressVoice', 'sampleRate', [0, 11_025, 0xffffffff], [-1, '48000']],
    ['port', 'advertiseGame', 'serverPort', [0, 1, 65_535], [-1, 65_536, 27_015.5, '27015', null]],
    [
      'address',
      'advertiseGame',
      'serverIp',
      ['0.0.0.0', '127.0.0.1', '255.255.255.255'],
      ['256.0.0.1', '1.2.3', '1.2.3.4.5', '01.2.3.4', 'localhost', '::1', '', 0x7f000001],
    ],
    ['yes or no', 'getGameBadgeLevel', 'foil', [true, false], [0, 1, 'true', null]],
    [
      'text',
      'trackAppUsageEvent',
      'extraInfo',
      ['', 'Grüße 🎮', 'x'.repeat(8192)],
      ['a\0b', '\0', 'x'.repeat(8193), 5, null],
    ],
    [
      'bytes',
      'beginAuthSession',
      'authTicket',
      [new Uint8Array(), new Uint8Array(1 << 20)],
      [
        new Uint8Array((1 << 20) + 1),
        [1, 2],
        'abcd',
        new ArrayBuffer(4),
        new Uint16Array(2),
        { length: 2 },
        null,
      ],
    ],
  ])('%s', (_kind, name, key, good, bad) => {
    const codes = (values: readonly unknown[]): readonly string[] =>
      values.map((value) => codeOf(name, { ...right[name], [key]: value }));
    expect(codes(good)).toEqual(good.map(() => 'ok'));
    expect(codes(bad)).toEqual(bad.map(() => 'bad-payload'));
  });

  it.each([
    [{ steamId: ADA }],
    [{ ip: '10.0.0.1', port: 27015 }],
    [{ name: 'x' }],
    [{ name: 'x'.repeat(31) }],
    [{ name: 'é'.repeat(15) + 'x' }],
    [{ name: '🎮'.repeat(7) + 'xyz' }],
    [undefined],
  ])('a remote can be %j', (remote) => {
    expect(codeOf('getAuthSessionTicket', { remote })).toBe('ok');
  });

  it.each([
    [{}],
    [null],
    ['x'],
    [[ADA]],
    [{ steamId: 1 }],
    [{ ip: '10.0.0.1' }],
    [{ port: 27015 }],
    [{ ip: '10.0.0.1', port: '27015' }],
    [{ name: '' }],
    [{ name: 'x'.repeat(32) }],
    [{ name: 'é'.repeat(16) }],
    [{ name: '🎮'.repeat(8) }],
    [{ name: 'a\0b' }],
    [{ steamId: ADA, name: 'x' }],
    [{ ip: '10.0.0.1', port: 1, steamId: ADA }],
  ])('a remote cannot be %j', (remote) => {
    expect(codeOf('getAuthSessionTicket', { remote })).toBe('bad-payload');
  });
});

describe('arguments that are no record', () => {
  it.each([[[]], [[1]], ['text'], [5], [true], [Uint8Array.of(1)]])('are refused: %o', (args) => {
    expect(codeOf('loggedOn', args)).toBe('bad-payload');
  });
});

describe('a name that Steam does not have', () => {
  it.each(['', 'GetSteamID', 'toString', '__proto__', 'constructor', 'hasOwnProperty'])('%j', (name) => {
    expect(codeOf(name, {})).toBe('unknown-function');
  });

  it('is not repeated at length', () => {
    expect(messageOf('x'.repeat(100_000), {}).length).toBeLessThan(200);
  });
});

describe('what is said of wrong arguments', () => {
  it('names the function and the argument', () => {
    expect(messageOf('advertiseGame', { ...server, serverIp: 'nowhere' })).toMatch(
      /^advertiseGame: serverIp: must be a dotted IPv4 address/,
    );
    expect(messageOf('getGameBadgeLevel', { series: 'one', foil: true })).toMatch(
      /^getGameBadgeLevel: series: /,
    );
  });

  it('stays short, however much is wrong', () => {
    const args = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`key${index}`, index]));
    expect(messageOf('initiateGameConnection', args).length).toBeLessThan(300);
  });

  it('never repeats a value: it may be a credential', () => {
    const secret = fc.stringMatching(/^[A-Z0-9]{12,40}$/);
    const wrap = (text: string): readonly unknown[] => [
      text,
      [text],
      { [text]: text },
      { name: `${text}\0` },
      { steamId: text, name: text },
      new TextEncoder().encode(text),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...userFunctionNames), secret, fc.nat(5), (name, text, way) => {
        const value = wrap(text)[way];
        const keys = [...Object.keys(right[name] ?? {}), 'more'];
        const args = Object.fromEntries(keys.map((key) => [key, value]));
        expect(messageOf(name, args)).not.toBe('');
        expect(messageOf(name, args)).not.toContain(text);
      }),
      { numRuns: 2000 },
    );
  }, 30_000);
});
