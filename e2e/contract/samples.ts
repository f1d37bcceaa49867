import type { UserCallbackFields, UserCallbackName } from '../../app/steam/user-callbacks.ts';
import type { UserFunctionArgs, UserFunctionName } from '../../app/steam/user-functions.ts';

const friend = '76561202255187977';
const server = { serverId: '90071992547409921', serverIp: '127.0.0.1', serverPort: 27015 };

/** Arguments for every function, with values that a mix-up of parameters would show. */
export const sampleArguments: { readonly [Name in UserFunctionName]: UserFunctionArgs<Name> } = {
  getHSteamUser: {},
  loggedOn: {},
  getSteamID: {},
  initiateGameConnection: { ...server, secure: true },
  terminateGameConnection: { serverIp: '10.1.2.3', serverPort: 65535 },
  trackAppUsageEvent: { gameId: '18446744073709551615', event: -2, extraInfo: 'with “quotes” and 日本' },
  getUserDataFolder: {},
  startVoiceRecording: {},
  stopVoiceRecording: {},
  getAvailableVoice: {},
  getVoice: {},
  decompressVoice: { voice: Uint8Array.of(1, 2, 3), sampleRate: 22050 },
  getVoiceOptimalSampleRate: {},
  getAuthSessionTicket: {},
  getAuthTicketForWebApi: { serviceIdentity: 'bench' },
  beginAuthSession: { authTicket: Uint8Array.of(20, 0, 0, 0, 9), steamId: friend },
  endAuthSession: { steamId: friend },
  cancelAuthTicket: { authTicket: 4_000_000_000 },
  userHasLicenseForApp: { steamId: friend, appId: 4_000_000_001 },
  isBehindNAT: {},
  advertiseGame: server,
  requestEncryptedAppTicket: { userData: Uint8Array.of(0, 255, 7) },
  getEncryptedAppTicket: {},
  getGameBadgeLevel: { series: 1, foil: true },
  getPlayerSteamLevel: {},
  requestStoreAuthURL: { redirect: 'https://store.steampowered.com/app/480' },
  isPhoneVerified: {},
  isTwoFactorEnabled: {},
  isPhoneIdentifying: {},
  isPhoneRequiringVerification: {},
  getMarketEligibility: {},
  getDurationControl: {},
  setDurationControlOnlineState: { newState: 3 },
};

/** Fields for every callback, each with values of its own. */
export const sampleFields: { readonly [Name in UserCallbackName]: UserCallbackFields<Name> } = {
  steamServerConnected: {},
  steamServerConnectFailed: { result: 3, retrying: true },
  steamServerDisconnected: { result: 38 },
  clientGameServerDeny: { appId: 480, ip: '192.0.2.1', serverPort: 27016, secure: 1, reason: 4 },
  ipcFailure: { type: 0 },
  licensesUpdated: {},
  validateAuthTicketResponse: { authId: friend, response: 9, ownerId: '76561202255187978' },
  microtransactionAuthResponse: { appId: 480, orderId: '18446744073709551614', authorized: true },
  encryptedAppTicketResponse: { result: 25 },
  getAuthSessionTicketResponse: { authTicket: 4_000_000_002, result: 1 },
  gameWebCallback: { url: 'steam://gamewebcallback/?q=ä' },
  storeAuthUrlResponse: { url: 'https://store.steampowered.com/login/transfer?token=1' },
  marketEligibilityResponse: {
    allowed: false,
    notAllowedReason: 1 << 14,
    allowedAtTime: 4_000_000_003,
    daysSteamGuardRequired: 15,
    daysNewDeviceCooldown: 7,
  },
  durationControl: {
    result: 1,
    appId: 480,
    applicable: true,
    secondsLast5Hours: 10_801,
    progress: 3,
    notification: 5,
    secondsToday: 12_345,
    secondsRemaining: -1,
  },
  getTicketForWebApi: {
    authTicket: 7,
    result: 1,
    ticketSize: 4,
    ticketBuffer: Uint8Array.of(20, 0, 255, 1),
  },
  steamShutdown: {},
};
