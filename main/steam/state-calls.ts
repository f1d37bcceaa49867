import type { FlatLibrary } from './flat-library.ts';
import type { SteamInterfaces } from './interfaces.ts';
import type { UserCalls } from './user-calls.ts';

type StateCallName =
  | 'getHSteamUser'
  | 'loggedOn'
  | 'getSteamID'
  | 'getVoiceOptimalSampleRate'
  | 'isBehindNAT'
  | 'getPlayerSteamLevel'
  | 'isPhoneVerified'
  | 'isTwoFactorEnabled'
  | 'isPhoneIdentifying'
  | 'isPhoneRequiringVerification';

/**
 * The calls that only read, without parameters: what a script or a view asks over and over.
 *
 * Written out although they follow from the table: closures that a loop makes share their machine code, which then
 * calls many native functions and is not tied to one. Measured, that makes a call cost twice what it costs here.
 */
export function createStateCalls(
  { plain }: FlatLibrary,
  { user }: SteamInterfaces,
): Pick<UserCalls, StateCallName> {
  const { getHSteamUser, loggedOn, getSteamID, getVoiceOptimalSampleRate, isBehindNAT, getPlayerSteamLevel } =
    plain;
  const { isPhoneVerified, isTwoFactorEnabled, isPhoneIdentifying, isPhoneRequiringVerification } = plain;
  return {
    getHSteamUser: () => getHSteamUser(user),
    loggedOn: () => loggedOn(user),
    getSteamID: () => getSteamID(user).toString(),
    getVoiceOptimalSampleRate: () => getVoiceOptimalSampleRate(user),
    isBehindNAT: () => isBehindNAT(user),
    getPlayerSteamLevel: () => getPlayerSteamLevel(user),
    isPhoneVerified: () => isPhoneVerified(user),
    isTwoFactorEnabled: () => isTwoFactorEnabled(user),
    isPhoneIdentifying: () => isPhoneIdentifying(user),
    isPhoneRequiringVerification: () => isPhoneRequiringVerification(user),
  };
}
