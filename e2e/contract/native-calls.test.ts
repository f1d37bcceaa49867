import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SteamClient } from '../../app/steam/steam-client.ts';
import type { LoggedCall } from '../steam-client-double/steam-client-double.ts';
import { createNativeWorld, type NativeWorld } from './native-world.ts';
import { sampleArguments } from './samples.ts';
import { codeOf, valueOf } from './world.ts';

let world: NativeWorld;
let client: SteamClient;

beforeAll(async () => {
  world = await createNativeWorld();
});

beforeEach(async () => {
  await world.reset();
  client = valueOf(await world.open(480));
  await world.double.clearCalls();
});

afterEach(() => {
  client.close();
});

afterAll(() => {
  world.end();
});

async function lastCall(name: string): Promise<LoggedCall['args'] | undefined> {
  return (await world.double.calls()).findLast((call) => call.name === name)?.args;
}

describe('arguments reach Steam as they were given', () => {
  const expected: Readonly<Record<string, LoggedCall['args']>> = {
    initiateGameConnection: {
      serverId: '90071992547409921',
      serverIp: '127.0.0.1',
      serverPort: 27015,
      secure: true,
    },
    terminateGameConnection: { serverIp: '10.1.2.3', serverPort: 65535 },
    trackAppUsageEvent: { gameId: '18446744073709551615', event: -2, extraInfo: 'with “quotes” and 日本' },
    getAvailableVoice: { sampleRate: 0 },
    getVoice: {
      wantsCompressed: true,
      wantsUncompressed: false,
      hasUncompressed: false,
      uncompressedBytes: 0,
      hasUncompressedWritten: false,
      sampleRate: 0,
    },
    decompressVoice: { voice: '010203', sampleRate: 22050 },
    getAuthSessionTicket: { remote: 'anyone' },
    getAuthTicketForWebApi: { serviceIdentity: 'bench' },
    beginAuthSession: { authTicket: '1400000009', size: 5, steamId: '76561202255187977' },
    endAuthSession: { steamId: '76561202255187977' },
    cancelAuthTicket: { authTicket: 4_000_000_000 },
    userHasLicenseForApp: { steamId: '76561202255187977', appId: 4_000_000_001 },
    advertiseGame: { serverId: '90071992547409921', serverIp: '127.0.0.1', serverPort: 27015 },
    requestEncryptedAppTicket: { userData: '00ff07' },
    getGameBadgeLevel: { series: 1, foil: true },
    requestStoreAuthURL: { redirect: 'https://store.steampowered.com/app/480' },
    setDurationControlOnlineState: { newState: 3 },
  };

  it.each(Object.entries(expected))('%s', async (name, args) => {
    const known = name as keyof typeof sampleArguments;
    valueOf(client.call(known, sampleArguments[known] as never));
    expect(await lastCall(name)).toMatchObject(args);
  });

  it.each([
    [{ steamId: '76561202255187977' }, 'steamId:76561202255187977'],
    [{ ip: '192.0.2.9', port: 27016 }, 'ip:192.0.2.9:27016'],
    [{ name: 'a-service_of.ours' }, 'name:a-service_of.ours'],
  ])('a ticket for %o', async (remote, described) => {
    valueOf(client.call('getAuthSessionTicket', { remote }));
    expect(await lastCall('getAuthSessionTicket')).toMatchObject({ remote: described });
  });

  it('a ticket for a name that is too long is no ticket', () => {
    expect(codeOf(client.call('getAuthSessionTicket', { remote: { name: 'x'.repeat(40) } }))).toBe(
      'call-failed',
    );
  });

  it('an optional text that is missing is a null pointer, and empty bytes are none', async () => {
    valueOf(client.call('getAuthTicketForWebApi', {}));
    expect(await lastCall('getAuthTicketForWebApi')).toEqual({ serviceIdentity: null });
    valueOf(client.call('beginAuthSession', { authTicket: new Uint8Array(0), steamId: '1' }));
    expect(await lastCall('beginAuthSession')).toMatchObject({ size: 0 });
    valueOf(client.call('requestEncryptedAppTicket', { userData: new Uint8Array(0) }));
    valueOf(client.call('decompressVoice', { voice: new Uint8Array(0), sampleRate: 11025 }));
  });

  it('bytes in the middle of a larger buffer are taken from there', async () => {
    const authTicket = Uint8Array.of(9, 9, 1, 2, 3, 9).subarray(2, 5);
    valueOf(client.call('beginAuthSession', { authTicket, steamId: '1' }));
    expect(await lastCall('beginAuthSession')).toMatchObject({ authTicket: '010203' });
  });
});

describe('values come back as Steam gave them', () => {
  it('numbers, ids, flags and texts', async () => {
    const { double } = world;
    await double.setValue('getSteamID', '18446744073709551615');
    await double.setValue('getPlayerSteamLevel', -7);
    await double.setValue('getVoiceOptimalSampleRate', 0xffffffff);
    await double.setValue('loggedOn', false);
    await double.setValue('getUserDataFolder', '/somewhere/ユーザー/480');
    await double.setValue('getMarketEligibility', '18446744073709551614');
    expect(valueOf(client.call('getSteamID', {}))).toBe('18446744073709551615');
    expect(valueOf(client.call('getPlayerSteamLevel', {}))).toBe(-7);
    expect(valueOf(client.call('getVoiceOptimalSampleRate', {}))).toBe(0xffffffff);
    expect(valueOf(client.call('loggedOn', {}))).toBe(false);
    expect(valueOf(client.call('getUserDataFolder', {}))).toBe('/somewhere/ユーザー/480');
    expect(valueOf(client.call('getMarketEligibility', {}))).toBe('18446744073709551614');
    await double.setValue('getUserDataFolder.result', false);
    expect(valueOf(client.call('getUserDataFolder', {}))).toBe('');
  });

  it('tickets and blobs to the byte; a refused one is empty', async () => {
    const { double } = world;
    const ticket = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
    await double.setValue('getAuthSessionTicket.ticket', ticket);
    await double.setValue('initiateGameConnection', ticket);
    expect(valueOf(client.call('getAuthSessionTicket', {}))).toMatchObject({ buffer: ticket, size: 1000 });
    const connection = client.call('initiateGameConnection', sampleArguments.initiateGameConnection);
    expect(valueOf(connection)).toEqual({
      authBlob: ticket,
      serverId: '90071992547409921',
      serverIp: '127.0.0.1',
      serverPort: 27015,
    });
    await double.setValue('getAuthSessionTicket', 0);
    expect(valueOf(client.call('getAuthSessionTicket', {}))).toEqual({
      id: 0,
      buffer: new Uint8Array(0),
      size: 0,
    });
  });

  it('an encrypted ticket that is larger than the room is asked for again', async () => {
    const ticket = Uint8Array.from({ length: 20_000 }, (_, index) => index % 253);
    await world.double.setValue('getEncryptedAppTicket', ticket);
    await world.double.setValue('getEncryptedAppTicket.result', true);
    expect(valueOf(client.call('getEncryptedAppTicket', {}))).toEqual({ buffer: ticket, size: 20_000 });
  });
});

describe('voice', () => {
  it('is read packet by packet, with a tail after stopping', async () => {
    const { double } = world;
    expect(valueOf(client.call('getVoice', {}))).toMatchObject({ result: 2, written: 0 });
    expect(valueOf(client.call('startVoiceRecording', {}))).toBeNull();
    expect(valueOf(client.call('getVoice', {}))).toMatchObject({ result: 3, written: 0 });
    await double.queueVoicePacket(Uint8Array.of(1, 2, 3));
    await double.queueVoicePacket(Uint8Array.of(4));
    expect(valueOf(client.call('getAvailableVoice', {}))).toEqual({ result: 0, buffer: 3 });
    expect(valueOf(client.call('getVoice', {}))).toEqual({
      result: 0,
      written: 3,
      buffer: Uint8Array.of(1, 2, 3),
    });
    expect(valueOf(client.call('stopVoiceRecording', {}))).toBeNull();
    expect(valueOf(client.call('getVoice', {}))).toMatchObject({ result: 0, buffer: Uint8Array.of(4) });
    expect(valueOf(client.call('getVoice', {}))).toMatchObject({ result: 2, written: 0 });
  });

  it('that does not fit is read and decoded with more room', async () => {
    const packet = Uint8Array.from({ length: 30_000 }, (_, index) => index % 241);
    await world.double.setValue('getVoice', packet);
    expect(valueOf(client.call('getVoice', {}))).toEqual({ result: 0, written: 30_000, buffer: packet });
    await world.double.setValue('decompressVoice', packet);
    const decoded = client.call('decompressVoice', { voice: Uint8Array.of(1), sampleRate: 24000 });
    expect(valueOf(decoded)).toEqual({ result: 0, uncompressed: packet, size: 30_000 });
  });

  it('that Steam cannot decode is Steam’s word, not a failure', async () => {
    await world.double.setValue('decompressVoice.result', 5);
    const decoded = client.call('decompressVoice', { voice: Uint8Array.of(1), sampleRate: 24000 });
    expect(valueOf(decoded)).toMatchObject({ result: 5, size: 0 });
  });
});

describe('what steamworks.js offers', () => {
  it('is in the details', async () => {
    const { double } = world;
    await double.setValue('getPersonaName', 'Zoë 🎮');
    await double.setValue('getIPCountry', 'NZ');
    await double.setValue('getCurrentGameLanguage', 'japanese');
    await double.setValue('getAppBuildId', 12_345);
    await double.setValue('getAppOwner', '76561202255187977');
    await double.setValue('isSteamRunningOnSteamDeck', true);
    expect(client.details()).toEqual({
      personaName: 'Zoë 🎮',
      country: 'NZ',
      language: 'japanese',
      buildId: 12_345,
      appOwner: '76561202255187977',
      isSteamDeck: true,
    });
  });

  it('survives texts that are null pointers', async () => {
    await world.double.setNull('getPersonaName');
    await world.double.setNull('getIPCountry');
    await world.double.setNull('getCurrentGameLanguage');
    const { personaName, country, language, buildId } = client.details();
    expect([personaName, country, language]).toEqual([undefined, undefined, undefined]);
    expect(buildId).toBeDefined();
  });
});
