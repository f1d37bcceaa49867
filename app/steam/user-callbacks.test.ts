import { describe, expect, it } from 'vitest';
import { placedAt, userCallbackName, userCallbacks, type UserCallback } from './user-callbacks.ts';

/** Number, name in Steam's headers, public name and fields, size with packing 4 and 8. */
const expected: readonly (readonly [
  id: number,
  sdkName: string,
  name: string,
  fields: string,
  size4: number,
  size8: number,
])[] = [
  [101, 'SteamServersConnected', 'steamServerConnected', '', 1, 1],
  [102, 'SteamServerConnectFailure', 'steamServerConnectFailed', 'result retrying', 8, 8],
  [103, 'SteamServersDisconnected', 'steamServerDisconnected', 'result', 4, 4],
  [113, 'ClientGameServerDeny', 'clientGameServerDeny', 'appId ip serverPort secure reason', 16, 16],
  [117, 'IPCFailure', 'ipcFailure', 'type', 1, 1],
  [125, 'LicensesUpdated', 'licensesUpdated', '', 1, 1],
  [143, 'ValidateAuthTicketResponse', 'validateAuthTicketResponse', 'authId response ownerId', 20, 20],
  [152, 'MicroTxnAuthorizationResponse', 'microtransactionAuthResponse', 'appId orderId authorized', 16, 24],
  [154, 'EncryptedAppTicketResponse', 'encryptedAppTicketResponse', 'result', 4, 4],
  [163, 'GetAuthSessionTicketResponse', 'getAuthSessionTicketResponse', 'authTicket result', 8, 8],
  [164, 'GameWebCallback', 'gameWebCallback', 'url', 256, 256],
  [165, 'StoreAuthURLResponse', 'storeAuthUrlResponse', 'url', 512, 512],
  [
    166,
    'MarketEligibilityResponse',
    'marketEligibilityResponse',
    'allowed notAllowedReason allowedAtTime daysSteamGuardRequired daysNewDeviceCooldown',
    20,
    20,
  ],
  [
    167,
    'DurationControl',
    'durationControl',
    'result appId applicable secondsLast5Hours progress notification secondsToday secondsRemaining',
    32,
    32,
  ],
  [
    168,
    'GetTicketForWebApiResponse',
    'getTicketForWebApi',
    'authTicket result ticketSize ticketBuffer',
    2572,
    2572,
  ],
  [704, 'SteamShutdown', 'steamShutdown', '', 1, 1],
];

describe('the table of callbacks', () => {
  it('has the 16 rows with their numbers, names, fields and sizes', () => {
    const found = Object.entries(userCallbacks as Readonly<Record<string, UserCallback>>).map(
      ([name, { id, sdkName, fields, size }]) => [
        id,
        sdkName,
        name,
        Object.keys(fields).join(' '),
        placedAt(size, 4),
        placedAt(size, 8),
      ],
    );
    expect(found.toSorted(([one], [other]) => Number(one) - Number(other))).toEqual(expected);
  });

  it('finds a row by its number, and says where there is none', () => {
    for (const [id, , name] of expected) expect(userCallbackName(id)).toBe(name);
    for (const id of [0, 100, 115, 703, 705, -1]) expect(userCallbackName(id)).toBe(undefined);
  });
});
