import type { EnumName } from './enums.ts';
import type { UserCallbackName } from './user-callbacks.ts';
import type { ValueKind, ValueKinds } from './value-kinds.ts';

/** One parameter of a function as the bench takes it. */
export interface Parameter {
  readonly kind: ValueKind;
  readonly enumeration?: EnumName;
  readonly optional?: true;
  readonly note?: string;
}

/** What a function gives back: one value, or a record of named ones. */
export type Result =
  | { readonly kind: ValueKind; readonly enumeration?: EnumName }
  | {
      readonly fields: Readonly<
        Record<string, { readonly kind: ValueKind; readonly enumeration?: EnumName }>
      >;
    };

/** What arrives later because of a call. */
export type Answer =
  | { readonly by: 'callResult'; readonly name: UserCallbackName }
  | { readonly by: 'callback'; readonly name: UserCallbackName };

export type FunctionGroup =
  'account' | 'tickets' | 'encryptedTickets' | 'badges' | 'store' | 'duration' | 'voice' | 'gameServer';

/** One row of the table of ISteamUser. */
export interface UserFunction {
  /** Slot in the C++ vtable of SteamUser023. */
  readonly slot: number;
  /** Name in Steam's headers: `SteamAPI_ISteamUser_<sdkName>` is the flat function. */
  readonly sdkName: string;
  readonly group: FunctionGroup;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly result: Result;
  readonly answer?: Answer;
  readonly meaning: string;
}

/**
 * ISteamUser (`SteamUser023`), all 33 functions, by the names that scripts use.
 *
 * Everything that knows functions is made from this table: argument checks, the native adapter's list, the simulator's
 * list, pairing, the window. Source: Steamworks SDK headers and the symbols of the shipped library.
 */
export const userFunctions = {
  getHSteamUser: {
    slot: 0,
    sdkName: 'GetHSteamUser',
    group: 'account',
    parameters: {},
    result: { kind: 'int32' },
    meaning: 'Handle of this user in the pipe to the Steam client. Only of use with other flat functions.',
  },
  loggedOn: {
    slot: 1,
    sdkName: 'BLoggedOn',
    group: 'account',
    parameters: {},
    result: { kind: 'bool' },
    meaning:
      'Whether the Steam client is connected to the Steam servers. Without it no real-time service works.',
  },
  getSteamID: {
    slot: 2,
    sdkName: 'GetSteamID',
    group: 'account',
    parameters: {},
    result: { kind: 'steamId' },
    meaning: 'Steam id of the account that is logged in to the Steam client.',
  },
  initiateGameConnection: {
    slot: 3,
    sdkName: 'InitiateGameConnection_DEPRECATED',
    group: 'gameServer',
    parameters: {
      serverId: { kind: 'steamId' },
      serverIp: { kind: 'address' },
      serverPort: { kind: 'port' },
      secure: { kind: 'bool', note: 'Whether the server is VAC secured.' },
    },
    result: {
      fields: {
        authBlob: { kind: 'bytes' },
        serverId: { kind: 'steamId' },
        serverIp: { kind: 'address' },
        serverPort: { kind: 'port' },
      },
    },
    meaning: 'Old way to authenticate with a game server. Do not mix with tickets.',
  },
  terminateGameConnection: {
    slot: 4,
    sdkName: 'TerminateGameConnection_DEPRECATED',
    group: 'gameServer',
    parameters: { serverIp: { kind: 'address' }, serverPort: { kind: 'port' } },
    result: { kind: 'nothing' },
    meaning: 'Ends what initiateGameConnection began.',
  },
  trackAppUsageEvent: {
    slot: 5,
    sdkName: 'TrackAppUsageEvent',
    group: 'gameServer',
    parameters: { gameId: { kind: 'uint64' }, event: { kind: 'int32' }, extraInfo: { kind: 'text' } },
    result: { kind: 'nothing' },
    meaning: 'Old usage statistics; Steam does nothing visible with it.',
  },
  getUserDataFolder: {
    slot: 6,
    sdkName: 'GetUserDataFolder',
    group: 'account',
    parameters: {},
    result: { kind: 'text' },
    meaning: 'Folder of the user’s local data for this app. Deprecated in favour of Steam Cloud.',
  },
  startVoiceRecording: {
    slot: 7,
    sdkName: 'StartVoiceRecording',
    group: 'voice',
    parameters: {},
    result: { kind: 'nothing' },
    meaning: 'Starts recording from the microphone that the Steam client is set to.',
  },
  stopVoiceRecording: {
    slot: 8,
    sdkName: 'StopVoiceRecording',
    group: 'voice',
    parameters: {},
    result: { kind: 'nothing' },
    meaning:
      'Stops recording. Steam records a little longer: go on reading until getVoice says NotRecording.',
  },
  getAvailableVoice: {
    slot: 9,
    sdkName: 'GetAvailableVoice',
    group: 'voice',
    parameters: {},
    result: {
      fields: { result: { kind: 'int32', enumeration: 'EVoiceResult' }, buffer: { kind: 'uint32' } },
    },
    meaning: 'Bytes of compressed voice that wait to be read.',
  },
  getVoice: {
    slot: 10,
    sdkName: 'GetVoice',
    group: 'voice',
    parameters: {},
    result: {
      fields: {
        result: { kind: 'int32', enumeration: 'EVoiceResult' },
        written: { kind: 'uint32' },
        buffer: { kind: 'bytes' },
      },
    },
    meaning: 'Reads compressed voice. Call it at least once a frame and never less than four times a second.',
  },
  decompressVoice: {
    slot: 11,
    sdkName: 'DecompressVoice',
    group: 'voice',
    parameters: {
      voice: { kind: 'bytes' },
      sampleRate: { kind: 'uint32', note: 'Hz, 11025 to 48000.' },
    },
    result: {
      fields: {
        result: { kind: 'int32', enumeration: 'EVoiceResult' },
        uncompressed: { kind: 'bytes' },
        size: { kind: 'uint32' },
      },
    },
    meaning: 'Decodes what getVoice gave into signed 16-bit mono PCM at the rate asked for.',
  },
  getVoiceOptimalSampleRate: {
    slot: 12,
    sdkName: 'GetVoiceOptimalSampleRate',
    group: 'voice',
    parameters: {},
    result: { kind: 'uint32' },
    meaning: 'Sample rate in Hz of Steam’s decoder: decoding to it costs least.',
  },
  getAuthSessionTicket: {
    slot: 13,
    sdkName: 'GetAuthSessionTicket',
    group: 'tickets',
    parameters: {
      remote: {
        kind: 'remoteIdentity',
        optional: true,
        note: 'Who will check the ticket; nothing for anyone.',
      },
    },
    result: { fields: { id: { kind: 'ticketHandle' }, buffer: { kind: 'bytes' }, size: { kind: 'uint32' } } },
    answer: { by: 'callback', name: 'getAuthSessionTicketResponse' },
    meaning: 'A ticket for another player or a game server. Send it only after the callback said OK.',
  },
  getAuthTicketForWebApi: {
    slot: 14,
    sdkName: 'GetAuthTicketForWebApi',
    group: 'tickets',
    parameters: {
      serviceIdentity: {
        kind: 'text',
        optional: true,
        note: 'Name of the service that checks the ticket; it must send the same.',
      },
    },
    result: { kind: 'ticketHandle' },
    answer: { by: 'callback', name: 'getTicketForWebApi' },
    meaning: 'A ticket for the web API. The bytes come with the callback.',
  },
  beginAuthSession: {
    slot: 15,
    sdkName: 'BeginAuthSession',
    group: 'tickets',
    parameters: { authTicket: { kind: 'bytes' }, steamId: { kind: 'steamId' } },
    result: { kind: 'int32', enumeration: 'EBeginAuthSessionResult' },
    answer: { by: 'callback', name: 'validateAuthTicketResponse' },
    meaning: 'Checks another player’s ticket: an immediate result, then Steam’s verdict as a callback.',
  },
  endAuthSession: {
    slot: 16,
    sdkName: 'EndAuthSession',
    group: 'tickets',
    parameters: { steamId: { kind: 'steamId' } },
    result: { kind: 'nothing' },
    meaning: 'Ends the session that beginAuthSession opened.',
  },
  cancelAuthTicket: {
    slot: 17,
    sdkName: 'CancelAuthTicket',
    group: 'tickets',
    parameters: { authTicket: { kind: 'ticketHandle' } },
    result: { kind: 'nothing' },
    meaning: 'Takes a ticket back. Whoever began a session with it hears of it by callback.',
  },
  userHasLicenseForApp: {
    slot: 18,
    sdkName: 'UserHasLicenseForApp',
    group: 'tickets',
    parameters: { steamId: { kind: 'steamId' }, appId: { kind: 'appId' } },
    result: { kind: 'int32', enumeration: 'EUserHasLicenseForAppResult' },
    meaning: 'Whether another player owns an app. Only while a session with them is open.',
  },
  isBehindNAT: {
    slot: 19,
    sdkName: 'BIsBehindNAT',
    group: 'account',
    parameters: {},
    result: { kind: 'bool' },
    meaning:
      'Whether the user seems to be behind a NAT. Valid only while connected; does not see every kind of NAT.',
  },
  advertiseGame: {
    slot: 20,
    sdkName: 'AdvertiseGame',
    group: 'gameServer',
    parameters: {
      serverId: { kind: 'steamId' },
      serverIp: { kind: 'address' },
      serverPort: { kind: 'port' },
    },
    result: { kind: 'nothing' },
    meaning: 'Shows friends an unsecured server that the user plays on. Not needed with tickets.',
  },
  requestEncryptedAppTicket: {
    slot: 21,
    sdkName: 'RequestEncryptedAppTicket',
    group: 'encryptedTickets',
    parameters: { userData: { kind: 'bytes', note: 'Data that is put into the ticket.' } },
    result: { kind: 'callHandle' },
    answer: { by: 'callResult', name: 'encryptedAppTicketResponse' },
    meaning:
      'Asks Steam for a ticket that only the owner of the app’s key can read. One a minute, one at a time.',
  },
  getEncryptedAppTicket: {
    slot: 22,
    sdkName: 'GetEncryptedAppTicket',
    group: 'encryptedTickets',
    parameters: {},
    result: { fields: { buffer: { kind: 'bytes' }, size: { kind: 'uint32' } } },
    meaning: 'The encrypted ticket, once the request was answered.',
  },
  getGameBadgeLevel: {
    slot: 23,
    sdkName: 'GetGameBadgeLevel',
    group: 'badges',
    parameters: {
      series: { kind: 'int32', note: 'Card series, from 1.' },
      foil: { kind: 'bool' },
    },
    result: { kind: 'int32' },
    meaning: 'Level of the user’s badge for this app: regular 0 to 5, foil 0 to 1.',
  },
  getPlayerSteamLevel: {
    slot: 24,
    sdkName: 'GetPlayerSteamLevel',
    group: 'badges',
    parameters: {},
    result: { kind: 'int32' },
    meaning: 'Steam level of the user, as on the profile.',
  },
  requestStoreAuthURL: {
    slot: 25,
    sdkName: 'RequestStoreAuthURL',
    group: 'store',
    parameters: { redirect: { kind: 'text', note: 'Page of the store to go to once logged in.' } },
    result: { kind: 'callHandle' },
    answer: { by: 'callResult', name: 'storeAuthUrlResponse' },
    meaning: 'A short-lived address that logs an in-game browser in to the store.',
  },
  isPhoneVerified: {
    slot: 26,
    sdkName: 'BIsPhoneVerified',
    group: 'account',
    parameters: {},
    result: { kind: 'bool' },
    meaning: 'Whether the account has a verified phone number.',
  },
  isTwoFactorEnabled: {
    slot: 27,
    sdkName: 'BIsTwoFactorEnabled',
    group: 'account',
    parameters: {},
    result: { kind: 'bool' },
    meaning: 'Whether Steam Guard’s mobile authenticator protects the account.',
  },
  isPhoneIdentifying: {
    slot: 28,
    sdkName: 'BIsPhoneIdentifying',
    group: 'account',
    parameters: {},
    result: { kind: 'bool' },
    meaning: 'Whether the phone number identifies this account and no other.',
  },
  isPhoneRequiringVerification: {
    slot: 29,
    sdkName: 'BIsPhoneRequiringVerification',
    group: 'account',
    parameters: {},
    result: { kind: 'bool' },
    meaning: 'Whether the phone number waits to be verified, or verified again.',
  },
  getMarketEligibility: {
    slot: 30,
    sdkName: 'GetMarketEligibility',
    group: 'store',
    parameters: {},
    result: { kind: 'callHandle' },
    answer: { by: 'callResult', name: 'marketEligibilityResponse' },
    meaning: 'Whether the user may use the community market, and if not, why and until when.',
  },
  getDurationControl: {
    slot: 31,
    sdkName: 'GetDurationControl',
    group: 'duration',
    parameters: {},
    result: { kind: 'callHandle' },
    answer: { by: 'callResult', name: 'durationControl' },
    meaning: 'Play time and progress under the anti-indulgence rules of Steam China.',
  },
  setDurationControlOnlineState: {
    slot: 32,
    sdkName: 'BSetDurationControlOnlineState',
    group: 'duration',
    parameters: { newState: { kind: 'int32', enumeration: 'EDurationControlOnlineState' } },
    result: { kind: 'bool' },
    meaning: 'Tells Steam whether play is online, so that it can choose when to interrupt.',
  },
} as const satisfies Record<string, UserFunction>;

export type UserFunctionName = keyof typeof userFunctions;

export const userFunctionNames = Object.keys(userFunctions) as UserFunctionName[];

export function isUserFunctionName(name: string): name is UserFunctionName {
  return Object.hasOwn(userFunctions, name);
}

type Row<Name extends UserFunctionName> = (typeof userFunctions)[Name];
type KindOf<Of> = Of extends { readonly kind: infer Kind extends ValueKind } ? ValueKinds[Kind] : never;

type IsOptional<Of> = Of extends { readonly optional: true } ? true : false;

type ArgsOf<Parameters> = {
  readonly [Key in keyof Parameters as IsOptional<Parameters[Key]> extends true ? never : Key]: KindOf<
    Parameters[Key]
  >;
} & {
  readonly [Key in keyof Parameters as IsOptional<Parameters[Key]> extends true ? Key : never]?:
    KindOf<Parameters[Key]> | undefined;
};

/** Arguments of a function, by name. */
export type UserFunctionArgs<Name extends UserFunctionName> = ArgsOf<Row<Name>['parameters']>;

/** Result of a function. */
export type UserFunctionResult<Name extends UserFunctionName> = Row<Name>['result'] extends {
  readonly fields: infer Fields;
}
  ? { readonly [Key in keyof Fields]: KindOf<Fields[Key]> }
  : KindOf<Row<Name>['result']>;
