import type { UserFunctionArgs, UserFunctionName } from '../steam/user-functions.ts';

/** A well-formed individual Steam id that is nobody’s to be harmed: Valve’s own in its documentation. */
const somebody = '76561202255187930';
const server = { serverId: '90071992547409921', serverIp: '127.0.0.1', serverPort: 27015 };

/** Arguments for every function that right values look like and that do no harm. */
export const exampleArguments: { readonly [Name in UserFunctionName]: UserFunctionArgs<Name> } = {
  getHSteamUser: {},
  loggedOn: {},
  getSteamID: {},
  initiateGameConnection: { ...server, secure: false },
  terminateGameConnection: { serverIp: server.serverIp, serverPort: server.serverPort },
  trackAppUsageEvent: { gameId: '480', event: 0, extraInfo: 'test bench' },
  getUserDataFolder: {},
  startVoiceRecording: {},
  stopVoiceRecording: {},
  getAvailableVoice: {},
  getVoice: {},
  decompressVoice: { voice: Uint8Array.of(0x0a, 0x00, 0x00, 0x00), sampleRate: 24_000 },
  getVoiceOptimalSampleRate: {},
  getAuthSessionTicket: { remote: { ip: '127.0.0.1', port: 27015 } },
  getAuthTicketForWebApi: { serviceIdentity: 'test-bench' },
  beginAuthSession: { authTicket: Uint8Array.of(0x14, 0x00, 0x00, 0x00), steamId: somebody },
  endAuthSession: { steamId: somebody },
  cancelAuthTicket: { authTicket: 1 },
  userHasLicenseForApp: { steamId: somebody, appId: 480 },
  isBehindNAT: {},
  advertiseGame: server,
  requestEncryptedAppTicket: { userData: Uint8Array.of(0x62, 0x65, 0x6e, 0x63, 0x68) },
  getEncryptedAppTicket: {},
  getGameBadgeLevel: { series: 1, foil: false },
  getPlayerSteamLevel: {},
  requestStoreAuthURL: { redirect: 'https://store.steampowered.com/app/480' },
  isPhoneVerified: {},
  isTwoFactorEnabled: {},
  isPhoneIdentifying: {},
  isPhoneRequiringVerification: {},
  getMarketEligibility: {},
  getDurationControl: {},
  setDurationControlOnlineState: { newState: 1 },
};
