/**
 * EResult, Steam's general result code.
 *
 * Names as in Steam's headers less `k_EResult`; a meaning where it helps somebody who sees it in a callback of ISteamUser.
 */
const names = [
  'None', 'OK', 'Fail', 'NoConnection', 'NoConnectionRetry', 'InvalidPassword', 'LoggedInElsewhere', 'InvalidProtocolVer',
  'InvalidParam', 'FileNotFound', 'Busy', 'InvalidState', 'InvalidName', 'InvalidEmail', 'DuplicateName', 'AccessDenied',
  'Timeout', 'Banned', 'AccountNotFound', 'InvalidSteamID', 'ServiceUnavailable', 'NotLoggedOn', 'Pending',
  'EncryptionFailure', 'InsufficientPrivilege', 'LimitExceeded', 'Revoked', 'Expired', 'AlreadyRedeemed',
  'DuplicateRequest', 'AlreadyOwned', 'IPNotFound', 'PersistFailed', 'LockingFailed', 'LogonSessionReplaced',
  'ConnectFailed', 'HandshakeFailed', 'IOFailure', 'RemoteDisconnect', 'ShoppingCartNotFound', 'Blocked', 'Ignored',
  'NoMatch', 'AccountDisabled', 'ServiceReadOnly', 'AccountNotFeatured', 'AdministratorOK', 'ContentVersion',
  'TryAnotherCM', 'PasswordRequiredToKickSession', 'AlreadyLoggedInElsewhere', 'Suspended', 'Cancelled',
  'DataCorruption', 'DiskFull', 'RemoteCallFailed', 'PasswordUnset', 'ExternalAccountUnlinked', 'PSNTicketInvalid',
  'ExternalAccountAlreadyLinked', 'RemoteFileConflict', 'IllegalPassword', 'SameAsPreviousValue',
  'AccountLogonDenied', 'CannotUseOldPassword', 'InvalidLoginAuthCode', 'AccountLogonDeniedNoMail',
  'HardwareNotCapableOfIPT', 'IPTInitError', 'ParentalControlRestricted', 'FacebookQueryError',
  'ExpiredLoginAuthCode', 'IPLoginRestrictionFailed', 'AccountLockedDown', 'AccountLogonDeniedVerifiedEmailRequired',
  'NoMatchingURL', 'BadResponse', 'RequirePasswordReEntry', 'ValueOutOfRange', 'UnexpectedError', 'Disabled',
  'InvalidCEGSubmission', 'RestrictedDevice', 'RegionLocked', 'RateLimitExceeded', 'AccountLoginDeniedNeedTwoFactor',
  'ItemDeleted', 'AccountLoginDeniedThrottle', 'TwoFactorCodeMismatch', 'TwoFactorActivationCodeMismatch',
  'AccountAssociatedToMultiplePartners', 'NotModified', 'NoMobileDevice', 'TimeNotSynced', 'SmsCodeFailed',
  'AccountLimitExceeded', 'AccountActivityLimitExceeded', 'PhoneActivityLimitExceeded', 'RefundToWallet',
  'EmailSendFailure', 'NotSettled', 'NeedCaptcha', 'GSLTDenied', 'GSOwnerDenied', 'InvalidItemType', 'IPBanned',
  'GSLTExpired', 'InsufficientFunds', 'TooManyPending', 'NoSiteLicensesFound', 'WGNetworkSendExceeded',
  'AccountNotFriends', 'LimitedUserAccount', 'CantRemoveItem', 'AccountDeleted', 'ExistingUserCancelledLicense',
  'CommunityCooldown', 'NoLauncherSpecified', 'MustAgreeToSSA', 'LauncherMigrated', 'SteamRealmMismatch',
  'InvalidSignature', 'ParseFailure', 'NoVerifiedPhone', 'InsufficientBattery', 'ChargerRequired',
  'CachedCredentialInvalid', 'PhoneNumberIsVOIP', 'NotSupported', 'FamilySizeLimitExceeded',
] as const;

const meanings: Partial<Record<(typeof names)[number], string>> = {
  OK: 'It worked.',
  Fail: 'Steam gives no reason.',
  NoConnection: 'The Steam client has no connection to the Steam servers.',
  NoConnectionRetry: 'No connection; Steam goes on trying.',
  LoggedInElsewhere: 'The account logged in on another machine.',
  InvalidParam: 'An argument is wrong.',
  Busy: 'Steam is busy: ask again later.',
  AccessDenied: 'The account or the app may not do this.',
  Timeout: 'Steam’s servers did not answer in time.',
  Banned: 'The account is banned.',
  ServiceUnavailable: 'The service is down for now.',
  NotLoggedOn: 'The user is not logged on to Steam.',
  Pending: 'The request is still under way.',
  LimitExceeded: 'Asked too often: an encrypted ticket is given once in 60 seconds.',
  Expired: 'What was asked about has expired.',
  DuplicateRequest: 'The same request is already pending.',
  LogonSessionReplaced: 'Another logon took this session’s place.',
  ConnectFailed: 'The connection to Steam’s servers failed.',
  RemoteDisconnect: 'Steam’s servers closed the connection.',
  RateLimitExceeded: 'Asked too often: wait before asking again.',
  RegionLocked: 'Not available in this region.',
};

/** Members in order of value, from 0; 4 keeps its place in the numbering although Steam no longer sends it. */
export const resultMembers = names.map((name, value) => ({ value, name, meaning: meanings[name] ?? '' }));
