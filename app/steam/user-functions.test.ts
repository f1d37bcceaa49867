import { describe, expect, it } from 'vitest';
import { isUserCallbackName, userCallbacks } from './user-callbacks.ts';
import { isUserFunctionName, userFunctionNames, userFunctions, type UserFunction } from './user-functions.ts';

/** Steam's functions in the order of their slots, with the public name, the keys of the arguments and what answers. */
const expected: readonly (readonly [sdkName: string, name: string, keys?: string, answer?: number])[] = [
  ['GetHSteamUser', 'getHSteamUser'],
  ['BLoggedOn', 'loggedOn'],
  ['GetSteamID', 'getSteamID'],
  ['InitiateGameConnection_DEPRECATED', 'initiateGameConnection', 'serverId serverIp serverPort secure'],
  ['TerminateGameConnection_DEPRECATED', 'terminateGameConnection', 'serverIp serverPort'],
  ['TrackAppUsageEvent', 'trackAppUsageEvent', 'gameId event extraInfo'],
  ['GetUserDataFolder', 'getUserDataFolder'],
  ['StartVoiceRecording', 'startVoiceRecording'],
  ['StopVoiceRecording', 'stopVoiceRecording'],
  ['GetAvailableVoice', 'getAvailableVoice'],
  ['GetVoice', 'getVoice'],
  ['DecompressVoice', 'decompressVoice', 'voice sampleRate'],
  ['GetVoiceOptimalSampleRate', 'getVoiceOptimalSampleRate'],
  ['GetAuthSessionTicket', 'getAuthSessionTicket', 'remote?', 163],
  ['GetAuthTicketForWebApi', 'getAuthTicketForWebApi', 'serviceIdentity?', 168],
  ['BeginAuthSession', 'beginAuthSession', 'authTicket steamId', 143],
  ['EndAuthSession', 'endAuthSession', 'steamId'],
  ['CancelAuthTicket', 'cancelAuthTicket', 'authTicket'],
  ['UserHasLicenseForApp', 'userHasLicenseForApp', 'steamId appId'],
  ['BIsBehindNAT', 'isBehindNAT'],
  ['AdvertiseGame', 'advertiseGame', 'serverId serverIp serverPort'],
  ['RequestEncryptedAppTicket', 'requestEncryptedAppTicket', 'userData', 154],
  ['GetEncryptedAppTicket', 'getEncryptedAppTicket'],
  ['GetGameBadgeLevel', 'getGameBadgeLevel', 'series foil'],
  ['GetPlayerSteamLevel', 'getPlayerSteamLevel'],
  ['RequestStoreAuthURL', 'requestStoreAuthURL', 'redirect', 165],
  ['BIsPhoneVerified', 'isPhoneVerified'],
  ['BIsTwoFactorEnabled', 'isTwoFactorEnabled'],
  ['BIsPhoneIdentifying', 'isPhoneIdentifying'],
  ['BIsPhoneRequiringVerification', 'isPhoneRequiringVerification'],
  ['GetMarketEligibility', 'getMarketEligibility', '', 166],
  ['GetDurationControl', 'getDurationControl', '', 167],
  ['BSetDurationControlOnlineState', 'setDurationControlOnlineState', 'newState'],
];

const rows: readonly (readonly [string, UserFunction])[] = Object.entries(userFunctions);

describe('the table of functions', () => {
  it('has the 33 functions of ISteamUser, each in its slot and by its public name', () => {
    const bySlot = rows
      .toSorted(([, one], [, other]) => one.slot - other.slot)
      .map(([name, { slot, sdkName }]) => ({ slot, sdkName, name }));
    expect(bySlot).toEqual(expected.map(([sdkName, name], slot) => ({ slot, sdkName, name })));
    expect(userFunctionNames).toHaveLength(33);
  });

  it.each(expected)('takes the public arguments: %s as %s', (_sdkName, name, keys = '') => {
    const parameters = rows.find(([candidate]) => candidate === name)?.[1].parameters ?? {};
    const found = Object.entries(parameters).map(([key, { optional }]) => key + (optional ? '?' : ''));
    expect(found.join(' ')).toBe(keys);
  });

  it('knows what answers which call, and that call results have a call handle', () => {
    const answers = rows
      .filter(([, { answer }]) => answer !== undefined)
      .map(([name, { answer }]) => [name, answer && userCallbacks[answer.name].id]);
    const wanted = expected
      .filter(([, , , answer]) => answer !== undefined)
      .map(([, name, , answer]) => [name, answer]);
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(wanted));

    const byHandle = rows.filter(([, { result }]) => 'kind' in result && result.kind === 'callHandle');
    const byCallResult = rows.filter(([, { answer }]) => answer?.by === 'callResult');
    expect(byHandle.map(([name]) => name)).toEqual(byCallResult.map(([name]) => name));
    expect(byHandle).toHaveLength(4);
  });

  it('does not take names of every object for functions', () => {
    expect(isUserFunctionName('getSteamID')).toBe(true);
    for (const name of ['toString', '__proto__', 'constructor', 'GetSteamID', '']) {
      expect(isUserFunctionName(name)).toBe(false);
      expect(isUserCallbackName(name)).toBe(false);
    }
  });
});
