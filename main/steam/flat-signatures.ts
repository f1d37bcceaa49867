import type { FlatSignature } from './flat-types.ts';

/**
 * The flat functions that the bench calls beside those of ISteamUser that follow from the table in `app`.
 *
 * Source: Steamworks SDK headers; every symbol is exported by the three libraries that steamworks.js ships.
 */
export const libraryFunctions = {
  /** 0 OK, 1 failed, 2 no Steam client, 3 version mismatch; Valve's message goes into 1024 bytes. */
  initialise: { symbol: 'SteamAPI_InitFlat', result: 'int32', parameters: ['pointer'] },
  shutdown: { symbol: 'SteamAPI_Shutdown', result: 'void', parameters: [] },
  isSteamRunning: { symbol: 'SteamAPI_IsSteamRunning', result: 'bool', parameters: [] },
  getPipe: { symbol: 'SteamAPI_GetHSteamPipe', result: 'int32', parameters: [] },

  getUserInterface: { symbol: 'SteamAPI_SteamUser_v023', result: 'pointer', parameters: [] },
  getUtilsInterface: { symbol: 'SteamAPI_SteamUtils_v010', result: 'pointer', parameters: [] },
  getUserStatsInterface: { symbol: 'SteamAPI_SteamUserStats_v012', result: 'pointer', parameters: [] },
  getFriendsInterface: { symbol: 'SteamAPI_SteamFriends_v017', result: 'pointer', parameters: [] },
  getAppsInterface: { symbol: 'SteamAPI_SteamApps_v008', result: 'pointer', parameters: [] },

  startManualDispatch: { symbol: 'SteamAPI_ManualDispatch_Init', result: 'void', parameters: [] },
  runFrame: { symbol: 'SteamAPI_ManualDispatch_RunFrame', result: 'void', parameters: ['int32'] },
  getNextCallback: {
    symbol: 'SteamAPI_ManualDispatch_GetNextCallback',
    result: 'bool',
    parameters: ['int32', 'pointer'],
  },
  freeLastCallback: {
    symbol: 'SteamAPI_ManualDispatch_FreeLastCallback',
    result: 'void',
    parameters: ['int32'],
  },
  /** Pipe, call, room, its bytes, callback id, bool* failed. */
  getCallResult: {
    symbol: 'SteamAPI_ManualDispatch_GetAPICallResult',
    result: 'bool',
    parameters: ['int32', 'uint64', 'pointer', 'int32', 'int32', 'pointer'],
  },
  getCallFailureReason: {
    symbol: 'SteamAPI_ISteamUtils_GetAPICallFailureReason',
    result: 'int32',
    parameters: ['pointer', 'uint64'],
  },

  getCountry: { symbol: 'SteamAPI_ISteamUtils_GetIPCountry', result: 'pointer', parameters: ['pointer'] },
  getPersonaName: {
    symbol: 'SteamAPI_ISteamFriends_GetPersonaName',
    result: 'pointer',
    parameters: ['pointer'],
  },
  getGameLanguage: {
    symbol: 'SteamAPI_ISteamApps_GetCurrentGameLanguage',
    result: 'pointer',
    parameters: ['pointer'],
  },
  setInGameVoiceSpeaking: {
    symbol: 'SteamAPI_ISteamFriends_SetInGameVoiceSpeaking',
    result: 'void',
    parameters: ['pointer', 'uint64', 'bool'],
  },

  clearIdentity: {
    symbol: 'SteamAPI_SteamNetworkingIdentity_Clear',
    result: 'void',
    parameters: ['pointer'],
  },
  setIdentitySteamId: {
    symbol: 'SteamAPI_SteamNetworkingIdentity_SetSteamID64',
    result: 'void',
    parameters: ['pointer', 'uint64'],
  },
  setIdentityAddress: {
    symbol: 'SteamAPI_SteamNetworkingIdentity_SetIPv4Addr',
    result: 'void',
    parameters: ['pointer', 'uint32', 'uint16'],
  },
  setIdentityName: {
    symbol: 'SteamAPI_SteamNetworkingIdentity_SetGenericString',
    result: 'bool',
    parameters: ['pointer', 'text'],
  },
} as const satisfies Record<string, FlatSignature>;

/**
 * The functions of ISteamUser that fill in memory of the caller's, which the table does not tell of.
 *
 * The first parameter of each is the interface.
 */
export const bufferFunctions = {
  /** Room, its bytes, server id, address, port, secure; the bytes written, 0 where it failed. */
  initiateGameConnection: {
    symbol: 'SteamAPI_ISteamUser_InitiateGameConnection_DEPRECATED',
    result: 'int32',
    parameters: ['pointer', 'pointer', 'int32', 'uint64', 'uint32', 'uint16', 'bool'],
  },
  getUserDataFolder: {
    symbol: 'SteamAPI_ISteamUser_GetUserDataFolder',
    result: 'bool',
    parameters: ['pointer', 'pointer', 'int32'],
  },
  /** Compressed bytes, then what is deprecated: null and 0. */
  getAvailableVoice: {
    symbol: 'SteamAPI_ISteamUser_GetAvailableVoice',
    result: 'int32',
    parameters: ['pointer', 'pointer', 'pointer', 'uint32'],
  },
  /** Wants compressed, room, its bytes, bytes written, then what is deprecated: false, null, 0, null, 0. */
  getVoice: {
    symbol: 'SteamAPI_ISteamUser_GetVoice',
    result: 'int32',
    parameters: [
      ...(['pointer', 'bool', 'pointer', 'uint32', 'pointer'] as const),
      ...(['bool', 'pointer', 'uint32', 'pointer', 'uint32'] as const),
    ],
  },
  /** Compressed, its bytes, room, its bytes, bytes written, sample rate. */
  decompressVoice: {
    symbol: 'SteamAPI_ISteamUser_DecompressVoice',
    result: 'int32',
    parameters: ['pointer', 'pointer', 'uint32', 'pointer', 'uint32', 'pointer', 'uint32'],
  },
  /** Room, its bytes, bytes written, identity or null for anyone. */
  getAuthSessionTicket: {
    symbol: 'SteamAPI_ISteamUser_GetAuthSessionTicket',
    result: 'uint32',
    parameters: ['pointer', 'pointer', 'int32', 'pointer', 'pointer'],
  },
  getEncryptedAppTicket: {
    symbol: 'SteamAPI_ISteamUser_GetEncryptedAppTicket',
    result: 'bool',
    parameters: ['pointer', 'pointer', 'int32', 'pointer'],
  },
} as const satisfies Record<string, FlatSignature>;

export type BufferFunctionName = keyof typeof bufferFunctions;
