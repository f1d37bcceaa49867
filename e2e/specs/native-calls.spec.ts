import { expect, test } from '../fixtures.ts';

const bytes = [1, 2, 3, 4];

test.describe('calls over Valve’s library', () => {
  test('every function answers in the shape that scripts rely on', async ({ native }) => {
    const { page } = native.bench;
    const { steam } = native;
    await steam.setValue('getPlayerSteamLevel', 42);
    await steam.setValue('isBehindNAT', true);
    await steam.setValue('getUserDataFolder', '/simulated/userdata');
    await steam.setValue('getGameBadgeLevel.foil', 1);
    await steam.setValue('getVoiceOptimalSampleRate', 24000);
    await steam.setValue('getEncryptedAppTicket', new Uint8Array(bytes));
    await steam.setValue('getAuthSessionTicket.ticket', new Uint8Array(bytes));

    const answers = await page.evaluate(async () => {
      const data = new Uint8Array([1, 2, 3, 4]);
      const steamId = '76561202255187930';
      const server = { serverIp: '127.0.0.1', serverPort: 27015 };
      const calls: Record<string, unknown> = {
        getHSteamUser: undefined,
        loggedOn: undefined,
        getSteamID: undefined,
        initiateGameConnection: { serverId: steamId, ...server, secure: true },
        terminateGameConnection: server,
        trackAppUsageEvent: { gameId: '480', event: 1, extraInfo: 'extra' },
        getUserDataFolder: undefined,
        startVoiceRecording: undefined,
        stopVoiceRecording: undefined,
        getAvailableVoice: undefined,
        getVoice: undefined,
        decompressVoice: { voice: data, sampleRate: 24000 },
        getVoiceOptimalSampleRate: undefined,
        getAuthSessionTicket: {},
        getAuthTicketForWebApi: { serviceIdentity: 'bench' },
        beginAuthSession: { authTicket: data, steamId },
        userHasLicenseForApp: { steamId, appId: 480 },
        endAuthSession: { steamId },
        cancelAuthTicket: { authTicket: 1 },
        isBehindNAT: undefined,
        advertiseGame: { serverId: steamId, ...server },
        requestEncryptedAppTicket: { userData: data },
        getEncryptedAppTicket: undefined,
        getGameBadgeLevel: { series: 1, foil: true },
        getPlayerSteamLevel: undefined,
        requestStoreAuthURL: { redirect: 'https://store.steampowered.com/' },
        isPhoneVerified: undefined,
        isTwoFactorEnabled: undefined,
        isPhoneIdentifying: undefined,
        isPhoneRequiringVerification: undefined,
        getMarketEligibility: undefined,
        getDurationControl: undefined,
        setDurationControlOnlineState: { newState: 2 },
      };
      const seen: Record<string, unknown> = {};
      for (const [name, args] of Object.entries(calls)) {
        const outcome = await window.bench.steam.call({ name, args });
        seen[name] = outcome.ok ? outcome.value : outcome.error;
      }
      return seen;
    });

    expect(Object.keys(answers)).toHaveLength(33);
    const count: unknown = expect.any(Number);
    const flag: unknown = expect.any(Boolean);
    const handle: unknown = expect.stringMatching(/^[1-9]\d*$/);
    expect(answers).toMatchObject({
      getHSteamUser: count,
      loggedOn: flag,
      getSteamID: expect.stringMatching(/^\d{17}$/),
      initiateGameConnection: {
        serverIp: '127.0.0.1',
        serverPort: 27015,
        authBlob: expect.anything() as unknown,
      },
      terminateGameConnection: null,
      trackAppUsageEvent: null,
      getUserDataFolder: '/simulated/userdata',
      startVoiceRecording: null,
      stopVoiceRecording: null,
      getAvailableVoice: { result: count, buffer: count },
      getVoice: { result: count, written: count, buffer: expect.anything() as unknown },
      decompressVoice: { result: count, size: count, uncompressed: expect.anything() as unknown },
      getVoiceOptimalSampleRate: 24000,
      getAuthSessionTicket: { id: count, size: 4 },
      getAuthTicketForWebApi: count,
      beginAuthSession: 0,
      userHasLicenseForApp: count,
      endAuthSession: null,
      cancelAuthTicket: null,
      isBehindNAT: true,
      advertiseGame: null,
      requestEncryptedAppTicket: handle,
      getEncryptedAppTicket: { size: 4 },
      getGameBadgeLevel: 1,
      getPlayerSteamLevel: 42,
      requestStoreAuthURL: handle,
      isPhoneVerified: flag,
      isTwoFactorEnabled: flag,
      isPhoneIdentifying: flag,
      isPhoneRequiringVerification: flag,
      getMarketEligibility: handle,
      getDurationControl: handle,
      setDurationControlOnlineState: flag,
    });
    const logged = await steam.calls();
    expect(logged.find(({ name }) => name === 'advertiseGame')?.args).toMatchObject({
      serverIp: '127.0.0.1',
    });
  });

  test('bytes are bytes in the page', async ({ native }) => {
    await native.steam.setValue('getAuthSessionTicket.ticket', new Uint8Array(bytes));
    const seen = await native.bench.page.evaluate(async () => {
      const outcome = await window.bench.steam.call({ name: 'getAuthSessionTicket', args: {} });
      if (!outcome.ok) return undefined;
      const { buffer } = outcome.value as { buffer: Uint8Array };
      return { isBytes: buffer instanceof Uint8Array, content: [...buffer] };
    });
    expect(seen).toEqual({ isBytes: true, content: bytes });
  });

  for (const [form, remote] of [
    ['a Steam id', { steamId: '76561202255187930' }],
    ['an address', { ip: '127.0.0.1', port: 27015 }],
    ['a name', { name: 'lobby-service' }],
  ] as const) {
    test(`a ticket for ${form} reaches Steam with that identity`, async ({ native }) => {
      await native.bench.page.evaluate(
        (args) => window.bench.steam.call({ name: 'getAuthSessionTicket', args }),
        { remote },
      );
      const logged = await native.steam.calls();
      const call = logged.find(({ name }) => name === 'getAuthSessionTicket');
      expect(JSON.stringify(call?.args)).toContain(Object.values(remote)[0]);
    });
  }
});
