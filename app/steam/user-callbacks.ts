import type { EnumName } from './enums.ts';
import type { ValueKinds } from './value-kinds.ts';

/**
 * Structure packing of the Steamworks SDK: 4 on Linux and macOS, 8 on Windows.
 *
 * A figure that differs is written as a pair, `[packing 4, packing 8]`.
 */
export type Packing = 4 | 8;
export type Placed = number | readonly [packing4: number, packing8: number];

/** How the bytes of a field are read. Little endian everywhere. */
export type FieldType =
  | { readonly type: 'int32' | 'uint32' | 'uint16' | 'uint8' | 'bool' | 'uint64' | 'steamId' | 'address' }
  | { readonly type: 'ticketHandle' | 'unixTime' | 'appId' }
  /** Text in UTF-8, NUL-terminated, in a fixed number of bytes. */
  | { readonly type: 'text'; readonly length: number }
  /** Bytes in a fixed room; `sizedBy` names the field with the count in use. */
  | { readonly type: 'bytes'; readonly length: number; readonly sizedBy: string };

export type Field = FieldType & {
  readonly at: Placed;
  readonly enumeration?: EnumName;
  readonly meaning?: string;
};

/** One row of the table of callbacks. */
export interface UserCallback {
  readonly id: number;
  /** Name in Steam's headers, less `_t`. */
  readonly sdkName: string;
  readonly size: Placed;
  readonly fields: Readonly<Record<string, Field>>;
  readonly meaning: string;
}

/**
 * The 16 callbacks and call results of ISteamUser, by the names that scripts use.
 *
 * Offsets and sizes in bytes, from the Steamworks SDK compiled with both packings.
 */
export const userCallbacks = {
  steamServerConnected: {
    id: 101,
    sdkName: 'SteamServersConnected',
    size: 1,
    fields: {},
    meaning: 'The Steam client is connected to the Steam servers.',
  },
  steamServerConnectFailed: {
    id: 102,
    sdkName: 'SteamServerConnectFailure',
    size: 8,
    fields: {
      result: { at: 0, type: 'int32', enumeration: 'EResult' },
      retrying: { at: 4, type: 'bool', meaning: 'Whether Steam goes on trying.' },
    },
    meaning: 'An attempt to connect to the Steam servers failed.',
  },
  steamServerDisconnected: {
    id: 103,
    sdkName: 'SteamServersDisconnected',
    size: 4,
    fields: { result: { at: 0, type: 'int32', enumeration: 'EResult' } },
    meaning: 'The connection to the Steam servers is lost: real-time services stop until it is back.',
  },
  clientGameServerDeny: {
    id: 113,
    sdkName: 'ClientGameServerDeny',
    size: 16,
    fields: {
      appId: { at: 0, type: 'appId' },
      ip: { at: 4, type: 'address' },
      serverPort: { at: 8, type: 'uint16' },
      secure: { at: 10, type: 'uint16' },
      reason: { at: 12, type: 'uint32', enumeration: 'EDenyReason' },
    },
    meaning: 'Steam tells the game to leave this game server at once.',
  },
  ipcFailure: {
    id: 117,
    sdkName: 'IPCFailure',
    size: 1,
    fields: { type: { at: 0, type: 'uint8', enumeration: 'EFailureType' } },
    meaning:
      'The connection to the Steam client is in an error state: disconnect, forget Steam’s state, connect again.',
  },
  licensesUpdated: {
    id: 125,
    sdkName: 'LicensesUpdated',
    size: 1,
    fields: {},
    meaning: 'The user’s licences changed.',
  },
  validateAuthTicketResponse: {
    id: 143,
    sdkName: 'ValidateAuthTicketResponse',
    size: 20,
    fields: {
      authId: { at: 0, type: 'steamId', meaning: 'Whose ticket was checked.' },
      response: { at: 8, type: 'int32', enumeration: 'EAuthSessionResponse' },
      ownerId: {
        at: 12,
        type: 'steamId',
        meaning: 'Who owns the licence: another account where the game is borrowed.',
      },
    },
    meaning: 'Steam’s verdict on a ticket; again when its owner cancels it or goes away.',
  },
  microtransactionAuthResponse: {
    id: 152,
    sdkName: 'MicroTxnAuthorizationResponse',
    size: [16, 24],
    fields: {
      appId: { at: 0, type: 'appId' },
      orderId: { at: [4, 8], type: 'uint64' },
      authorized: { at: [12, 16], type: 'bool' },
    },
    meaning: 'The user said yes or no to a purchase.',
  },
  encryptedAppTicketResponse: {
    id: 154,
    sdkName: 'EncryptedAppTicketResponse',
    size: 4,
    fields: { result: { at: 0, type: 'int32', enumeration: 'EResult' } },
    meaning: 'The encrypted ticket is there, or why not.',
  },
  getAuthSessionTicketResponse: {
    id: 163,
    sdkName: 'GetAuthSessionTicketResponse',
    size: 8,
    fields: {
      authTicket: { at: 0, type: 'ticketHandle' },
      result: { at: 4, type: 'int32', enumeration: 'EResult' },
    },
    meaning: 'Steam’s servers know the session ticket: it may be sent now.',
  },
  gameWebCallback: {
    id: 164,
    sdkName: 'GameWebCallback',
    size: 256,
    fields: { url: { at: 0, type: 'text', length: 256 } },
    meaning: 'The user followed a steam://gamewebcallback/ link in the overlay.',
  },
  storeAuthUrlResponse: {
    id: 165,
    sdkName: 'StoreAuthURLResponse',
    size: 512,
    fields: { url: { at: 0, type: 'text', length: 512 } },
    meaning: 'Address that logs an in-game browser in to the store. A credential, and short-lived.',
  },
  marketEligibilityResponse: {
    id: 166,
    sdkName: 'MarketEligibilityResponse',
    size: 20,
    fields: {
      allowed: { at: 0, type: 'bool' },
      notAllowedReason: { at: 4, type: 'int32', enumeration: 'EMarketNotAllowedReasonFlags' },
      allowedAtTime: { at: 8, type: 'unixTime' },
      daysSteamGuardRequired: { at: 12, type: 'int32' },
      daysNewDeviceCooldown: { at: 16, type: 'int32' },
    },
    meaning: 'Whether the user may use the community market.',
  },
  durationControl: {
    id: 167,
    sdkName: 'DurationControl',
    size: 32,
    fields: {
      result: { at: 0, type: 'int32', enumeration: 'EResult' },
      appId: { at: 4, type: 'appId' },
      applicable: { at: 8, type: 'bool', meaning: 'Whether the rules apply to this user and app.' },
      secondsLast5Hours: { at: 12, type: 'int32' },
      progress: { at: 16, type: 'int32', enumeration: 'EDurationControlProgress' },
      notification: { at: 20, type: 'int32', enumeration: 'EDurationControlNotification' },
      secondsToday: { at: 24, type: 'int32' },
      secondsRemaining: { at: 28, type: 'int32' },
    },
    meaning: 'Play time and progress; comes as a call result when asked for, and unasked as a callback.',
  },
  getTicketForWebApi: {
    id: 168,
    sdkName: 'GetTicketForWebApiResponse',
    size: 2572,
    fields: {
      authTicket: { at: 0, type: 'ticketHandle' },
      result: { at: 4, type: 'int32', enumeration: 'EResult' },
      ticketSize: { at: 8, type: 'int32' },
      ticketBuffer: { at: 12, type: 'bytes', length: 2560, sizedBy: 'ticketSize' },
    },
    meaning: 'The bytes of a ticket for the web API.',
  },
  steamShutdown: {
    id: 704,
    sdkName: 'SteamShutdown',
    size: 1,
    fields: {},
    meaning: 'The Steam client is about to shut down: the game has to end.',
  },
} as const satisfies Record<string, UserCallback>;

export type UserCallbackName = keyof typeof userCallbacks;

export const userCallbackNames = Object.keys(userCallbacks) as UserCallbackName[];

export function isUserCallbackName(name: string): name is UserCallbackName {
  return Object.hasOwn(userCallbacks, name);
}

/** Type of value that each field type is read as. */
interface FieldValues extends Pick<
  ValueKinds,
  'int32' | 'uint32' | 'uint16' | 'bool' | 'uint64' | 'steamId' | 'address'
> {
  uint8: number;
  text: string;
  bytes: Uint8Array;
  ticketHandle: number;
  unixTime: number;
  appId: number;
}

type FieldValue<Of> = Of extends { readonly type: infer Type extends keyof FieldValues }
  ? FieldValues[Type]
  : never;

/** Decoded fields of a callback, by name. */
export type UserCallbackFields<Name extends UserCallbackName> = {
  readonly [Key in keyof (typeof userCallbacks)[Name]['fields']]: FieldValue<
    (typeof userCallbacks)[Name]['fields'][Key]
  >;
};

const namesById = new Map<number, UserCallbackName>(
  userCallbackNames.map((name) => [userCallbacks[name].id, name]),
);

/** Name of the callback with that number, or undefined where the table does not know it. */
export function userCallbackName(id: number): UserCallbackName | undefined {
  return namesById.get(id);
}

/** An offset or size for one packing. */
export function placedAt(placed: Placed, packing: Packing): number {
  return typeof placed === 'number' ? placed : placed[packing === 4 ? 0 : 1];
}
