import { resultMembers } from './results.ts';

/** One member of a Steam enumeration: the name in Steam's headers less its prefix, and what it means for a game. */
export interface EnumMember {
  readonly value: number;
  readonly name: string;
  readonly meaning: string;
}

const member = (value: number, name: string, meaning: string): EnumMember => ({ value, name, meaning });

/**
 * The enumerations of ISteamUser, by Steam's name.
 *
 * `EMarketNotAllowedReasonFlags` is a set of bits; its values here are bit masks.
 */
export const enums = {
  EResult: resultMembers,
  EDurationControlProgress: [
    member(0, 'Full', 'Full progress and rewards.'),
    member(1, 'Half', 'Half progress (deprecated).'),
    member(2, 'None', 'No progress (deprecated).'),
    member(3, 'ExitSoon_3h', 'Three hours are reached: the game has to stop soon.'),
    member(4, 'ExitSoon_5h', 'Five hours are reached: the game has to stop soon.'),
    member(5, 'ExitSoon_Night', 'The night curfew has begun: the game has to stop soon.'),
  ],
  EDurationControlNotification: [
    member(0, 'None', 'Nothing to tell the player.'),
    member(1, '1Hour', 'The player has one hour of play behind them.'),
    member(2, '3Hours', 'The player has three hours of play behind them.'),
    member(3, 'HalfProgress', 'Progress is halved from now on.'),
    member(4, 'NoProgress', 'There is no progress from now on.'),
    member(5, 'ExitSoon_3h', 'Tell the player to stop: three hours are over.'),
    member(6, 'ExitSoon_5h', 'Tell the player to stop: five hours are over.'),
    member(7, 'ExitSoon_Night', 'Tell the player to stop: the night curfew has begun.'),
  ],
  EDurationControlOnlineState: [
    member(0, 'Invalid', 'No state: never send this.'),
    member(1, 'Offline', 'The game is played offline.'),
    member(2, 'Online', 'The game is played online.'),
    member(3, 'OnlineHighPri', 'Online, and an interruption now would hurt others: a match is running.'),
  ],
  EVoiceResult: [
    member(0, 'OK', 'There is data.'),
    member(1, 'NotInitialized', 'The voice interface is not initialised.'),
    member(2, 'NotRecording', 'Steam is not recording: not started, or the tail after stop is over.'),
    member(3, 'NoData', 'Recording, but there is nothing new: silence, or asked too soon.'),
    member(4, 'BufferTooSmall', 'The buffer is too small; the size needed is given.'),
    member(5, 'DataCorrupted', 'The packet is damaged.'),
    member(6, 'Restricted', 'The account may not use voice chat.'),
    member(7, 'UnsupportedCodec', 'The packet was made with a codec that this client does not know.'),
    member(8, 'ReceiverOutOfDate', 'The receiver’s client is too old.'),
    member(9, 'ReceiverDidNotAnswer', 'The receiver did not answer.'),
  ],
  EBeginAuthSessionResult: [
    member(
      0,
      'OK',
      'The ticket looks right for this game and Steam id. Steam’s verdict follows as a callback.',
    ),
    member(1, 'InvalidTicket', 'The bytes are not a ticket, are cut short, or belong to another Steam id.'),
    member(2, 'DuplicateRequest', 'A session with this Steam id is open already: end it first.'),
    member(3, 'InvalidVersion', 'The ticket was made by an interface version that this one cannot read.'),
    member(4, 'GameMismatch', 'The ticket was made for another app id.'),
    member(5, 'ExpiredTicket', 'The ticket is too old.'),
  ],
  EAuthSessionResponse: [
    member(0, 'OK', 'Verified: the user is online and the ticket is valid and was not used before.'),
    member(1, 'UserNotConnectedToSteam', 'The user is not connected to Steam.'),
    member(2, 'NoLicenseOrExpired', 'The user has no licence for this app, or it has expired.'),
    member(3, 'VACBanned', 'The user is VAC banned in this game.'),
    member(4, 'LoggedInElseWhere', 'The account logged in elsewhere and this session was cut off.'),
    member(5, 'VACCheckTimedOut', 'VAC could not finish its checks on this user.'),
    member(6, 'AuthTicketCanceled', 'The owner cancelled the ticket: they have left.'),
    member(7, 'AuthTicketInvalidAlreadyUsed', 'The ticket was used before.'),
    member(8, 'AuthTicketInvalid', 'The ticket is not from a user who is connected to Steam now.'),
    member(9, 'PublisherIssuedBan', 'The publisher banned the user through the web API.'),
    member(10, 'AuthTicketNetworkIdentityFailure', 'The ticket was made for another network identity.'),
  ],
  EUserHasLicenseForAppResult: [
    member(0, 'HasLicense', 'The user has a licence for the app.'),
    member(1, 'DoesNotHaveLicense', 'The user has no licence for the app.'),
    member(2, 'NoAuth', 'No session with this user: begin one first.'),
  ],
  EFailureType: [
    member(0, 'FlushedCallbackQueue', 'The callback queue overflowed and was emptied: callbacks are lost.'),
    member(1, 'PipeFail', 'The pipe to the Steam client broke: disconnect and connect again.'),
  ],
  EDenyReason: [
    member(0, 'Invalid', 'No reason.'),
    member(1, 'InvalidVersion', 'The versions of client and server do not fit.'),
    member(2, 'Generic', 'Unspecified.'),
    member(3, 'NotLoggedOn', 'The user is not logged on to Steam.'),
    member(4, 'NoLicense', 'The user has no licence for the game.'),
    member(5, 'Cheater', 'The user is VAC banned.'),
    member(6, 'LoggedInElseWhere', 'The account logged in elsewhere.'),
    member(7, 'UnknownText', 'A text of the server that Steam does not know.'),
    member(8, 'IncompatibleAnticheat', 'Another anti-cheat system is in the way.'),
    member(9, 'MemoryCorruption', 'The game’s memory is damaged.'),
    member(10, 'IncompatibleSoftware', 'Software on the machine is in the way.'),
    member(11, 'SteamConnectionLost', 'The server lost its connection to Steam.'),
    member(12, 'SteamConnectionError', 'The server’s connection to Steam failed.'),
    member(13, 'SteamResponseTimedOut', 'Steam did not answer the server in time.'),
    member(14, 'SteamValidationStalled', 'Validation did not come to an end.'),
    member(15, 'SteamOwnerLeftGuestUser', 'The owner whose licence this guest used has left.'),
  ],
  EMarketNotAllowedReasonFlags: [
    member(1 << 0, 'TemporaryFailure', 'Steam could not tell for now: ask again later.'),
    member(1 << 1, 'AccountDisabled', 'The account is disabled.'),
    member(1 << 2, 'AccountLockedDown', 'The account is locked.'),
    member(1 << 3, 'AccountLimited', 'The account is limited: it has not spent enough.'),
    member(1 << 4, 'TradeBanned', 'The account is banned from trading.'),
    member(1 << 5, 'AccountNotTrusted', 'No purchase that is old enough and not refunded.'),
    member(1 << 6, 'SteamGuardNotEnabled', 'Steam Guard is off.'),
    member(1 << 7, 'SteamGuardOnlyRecentlyEnabled', 'Steam Guard was turned on too recently.'),
    member(1 << 8, 'RecentPasswordReset', 'The password was reset recently.'),
    member(1 << 9, 'NewPaymentMethod', 'A new payment method was used recently.'),
    member(1 << 10, 'InvalidCookie', 'The session cookie is not valid.'),
    member(1 << 11, 'UsingNewDevice', 'This device is new to the account.'),
    member(1 << 12, 'RecentSelfRefund', 'The account refunded a market purchase recently.'),
    member(1 << 13, 'NewPaymentMethodCannotBeVerified', 'The new payment method cannot be verified.'),
    member(1 << 14, 'NoRecentPurchases', 'The account bought nothing recently.'),
    member(1 << 15, 'AcceptedWalletGift', 'The account accepted a wallet gift recently.'),
  ],
} as const satisfies Record<string, readonly EnumMember[]>;

export type EnumName = keyof typeof enums;

/** The member with that value, or undefined where Steam has one that the table does not know. */
export function enumMember(name: EnumName, value: number): EnumMember | undefined {
  return enums[name].find((candidate) => candidate.value === value);
}

/** Name for display: `3 NoData`, or `77 (unknown)` for a value later than the table. */
export function describeEnum(name: EnumName, value: number): string {
  if (name === 'EMarketNotAllowedReasonFlags') return describeFlags(value);
  return `${value} ${enumMember(name, value)?.name ?? '(unknown)'}`;
}

function describeFlags(value: number): string {
  const set = enums.EMarketNotAllowedReasonFlags.filter((flag) => (value & flag.value) !== 0);
  const rest = set.reduce((left, flag) => left & ~flag.value, value) >>> 0;
  const names = [
    ...set.map((flag) => flag.name),
    ...(rest === 0 ? [] : [`(unknown 0x${rest.toString(16)})`]),
  ];
  return names.length === 0 ? `${value} (none)` : `${value} ${names.join(' | ')}`;
}
