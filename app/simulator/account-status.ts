import { steamIdForms } from '../steam/steam-id.ts';
import type { FunctionTable, Seat } from './seat.ts';

/**
 * Who is logged in, and how they are.
 *
 * Offline, the Steam client goes on giving what it remembers of its account (id, level, badges, phone, two-factor); only
 * the connection and what is measured over it are not there.
 */
export function createAccountStatus({ account, appId }: Seat) {
  return {
    getHSteamUser: () => 1,
    loggedOn: () => account().loggedOn,
    getSteamID: () => account().steamId,
    getUserDataFolder: () => {
      const accountId = steamIdForms(account().steamId)?.accountId ?? 0;
      return `/simulated/Steam/userdata/${accountId}/${appId}/local`;
    },
    // Valid only while connected: there is nothing to look at a NAT from.
    isBehindNAT: () => account().loggedOn && account().isBehindNAT,
    isPhoneVerified: () => account().isPhoneVerified,
    isPhoneIdentifying: () => account().isPhoneIdentifying,
    isPhoneRequiringVerification: () => account().isPhoneRequiringVerification,
    isTwoFactorEnabled: () => account().isTwoFactorEnabled,
    getPlayerSteamLevel: () => account().steamLevel,
    // Series start at 1, so 0 and less are never listed: level 0, as for a badge that the user does not have.
    getGameBadgeLevel: ({ series, foil }) => {
      const badge = account().badges.find((candidate) => candidate.series === series);
      return (foil ? badge?.foil : badge?.regular) ?? 0;
    },
  } satisfies FunctionTable;
}
