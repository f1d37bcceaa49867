import { describe, expect, it } from 'vitest';
import { describeEnum, enumMember, enums, type EnumName } from './enums.ts';

/** The names in order of their values from 0, as Valve's headers list them. */
const names: Readonly<Record<Exclude<EnumName, 'EResult' | 'EMarketNotAllowedReasonFlags'>, string>> = {
  EDurationControlProgress: 'Full Half None ExitSoon_3h ExitSoon_5h ExitSoon_Night',
  EDurationControlNotification:
    'None 1Hour 3Hours HalfProgress NoProgress ExitSoon_3h ExitSoon_5h ExitSoon_Night',
  EDurationControlOnlineState: 'Invalid Offline Online OnlineHighPri',
  EVoiceResult:
    'OK NotInitialized NotRecording NoData BufferTooSmall DataCorrupted Restricted UnsupportedCodec ' +
    'ReceiverOutOfDate ReceiverDidNotAnswer',
  EBeginAuthSessionResult: 'OK InvalidTicket DuplicateRequest InvalidVersion GameMismatch ExpiredTicket',
  EAuthSessionResponse:
    'OK UserNotConnectedToSteam NoLicenseOrExpired VACBanned LoggedInElseWhere VACCheckTimedOut ' +
    'AuthTicketCanceled AuthTicketInvalidAlreadyUsed AuthTicketInvalid PublisherIssuedBan ' +
    'AuthTicketNetworkIdentityFailure',
  EUserHasLicenseForAppResult: 'HasLicense DoesNotHaveLicense NoAuth',
  EFailureType: 'FlushedCallbackQueue PipeFail',
  EDenyReason:
    'Invalid InvalidVersion Generic NotLoggedOn NoLicense Cheater LoggedInElseWhere UnknownText ' +
    'IncompatibleAnticheat MemoryCorruption IncompatibleSoftware SteamConnectionLost SteamConnectionError ' +
    'SteamResponseTimedOut SteamValidationStalled SteamOwnerLeftGuestUser',
};

const marketFlags =
  'TemporaryFailure AccountDisabled AccountLockedDown AccountLimited TradeBanned AccountNotTrusted ' +
  'SteamGuardNotEnabled SteamGuardOnlyRecentlyEnabled RecentPasswordReset NewPaymentMethod InvalidCookie ' +
  'UsingNewDevice RecentSelfRefund NewPaymentMethodCannotBeVerified NoRecentPurchases AcceptedWalletGift';

describe('the enumerations', () => {
  it.each(Object.entries(names))('have every member of %s in place', (name, members) => {
    const expected = members.split(' ').map((member, value) => ({ value, name: member }));
    expect(enums[name as EnumName].map(({ value, name }) => ({ value, name }))).toEqual(expected);
  });

  it('have a bit for every reason that keeps a user from the market', () => {
    const expected = marketFlags.split(' ').map((name, bit) => ({ value: 2 ** bit, name }));
    expect(enums.EMarketNotAllowedReasonFlags.map(({ value, name }) => ({ value, name }))).toEqual(expected);
  });

  it.each([
    [1, 'OK'],
    [2, 'Fail'],
    [3, 'NoConnection'],
    [5, 'InvalidPassword'],
    [6, 'LoggedInElsewhere'],
    [8, 'InvalidParam'],
    [10, 'Busy'],
    [15, 'AccessDenied'],
    [16, 'Timeout'],
    [20, 'ServiceUnavailable'],
    [21, 'NotLoggedOn'],
    [25, 'LimitExceeded'],
    [29, 'DuplicateRequest'],
    [34, 'LogonSessionReplaced'],
    [50, 'AlreadyLoggedInElsewhere'],
    [63, 'AccountLogonDenied'],
    [84, 'RateLimitExceeded'],
    [85, 'AccountLoginDeniedNeedTwoFactor'],
    [101, 'NeedCaptcha'],
    [120, 'SteamRealmMismatch'],
    [129, 'FamilySizeLimitExceeded'],
  ])('number EResult %i as Steam does: %s', (value, name) => {
    expect(enumMember('EResult', value)?.name).toBe(name);
  });

  it('end EResult with 129, each value and each name once', () => {
    expect(enums.EResult.map(({ value }) => value)).toEqual(Array.from({ length: 130 }, (_, value) => value));
    expect(new Set(enums.EResult.map(({ name }) => name)).size).toBe(130);
    expect(enumMember('EResult', 130)).toBe(undefined);
    expect(enumMember('EResult', -1)).toBe(undefined);
  });
});

describe('a value in words', () => {
  it('is its number and its name', () => {
    expect(describeEnum('EVoiceResult', 3)).toBe('3 NoData');
    expect(describeEnum('EResult', 84)).toBe('84 RateLimitExceeded');
  });

  it('says so where the table does not know it', () => {
    expect(describeEnum('EVoiceResult', 77)).toBe('77 (unknown)');
    expect(describeEnum('EResult', -5)).toBe('-5 (unknown)');
  });

  it('lists the flags that are set', () => {
    expect(describeEnum('EMarketNotAllowedReasonFlags', 0)).toBe('0 (none)');
    expect(describeEnum('EMarketNotAllowedReasonFlags', 8)).toBe('8 AccountLimited');
    expect(describeEnum('EMarketNotAllowedReasonFlags', 0x8041)).toBe(
      '32833 TemporaryFailure | SteamGuardNotEnabled | AcceptedWalletGift',
    );
  });

  it('does not hide flags that the table does not know', () => {
    expect(describeEnum('EMarketNotAllowedReasonFlags', 0x10000)).toBe('65536 (unknown 0x10000)');
    expect(describeEnum('EMarketNotAllowedReasonFlags', 0x30001)).toBe(
      '196609 TemporaryFailure | (unknown 0x30000)',
    );
    expect(describeEnum('EMarketNotAllowedReasonFlags', -0x80000000)).toBe(
      '-2147483648 (unknown 0x80000000)',
    );
  });
});
