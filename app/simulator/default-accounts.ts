import type { SimulatedAccount } from './knobs.ts';

/** What is the same for every account that nothing is wrong with. */
const ordinary = {
  licences: [480],
  familyOwner: null,
  isVacBanned: false,
  isVacUnreachable: false,
  isPublisherBanned: false,
  market: { notAllowedReason: 0, allowedAtTime: 0, daysSteamGuardRequired: 15, daysNewDeviceCooldown: 7 },
  durationControl: { isApplicable: false, hasCurfew: false, progress: null, notification: 0 },
};

/** EMarketNotAllowedReasonFlags. */
const ACCOUNT_LIMITED = 1 << 3;
const STEAM_GUARD_NOT_ENABLED = 1 << 6;

/**
 * The accounts of a new simulation, the first one logged in.
 *
 * Their ids are well formed but near the end of the numbers that an individual account can have, far beyond those that
 * Valve has given out: no real person is behind one. Between them every lamp is on for one and off for another; Cleo
 * owns no game and borrows Ada's.
 */
export const defaultAccounts: readonly SimulatedAccount[] = [
  {
    ...ordinary,
    steamId: '76561202255165729',
    personaName: 'Simulated Ada',
    country: 'NZ',
    language: 'english',
    loggedOn: true,
    isBehindNAT: false,
    isPhoneVerified: true,
    isPhoneIdentifying: true,
    isPhoneRequiringVerification: false,
    isTwoFactorEnabled: true,
    steamLevel: 42,
    badges: [
      { series: 1, regular: 5, foil: 1 },
      { series: 2, regular: 3, foil: 0 },
    ],
  },
  {
    ...ordinary,
    steamId: '76561202255165730',
    personaName: 'Simulated Bo',
    country: 'DE',
    language: 'german',
    loggedOn: true,
    isBehindNAT: true,
    isPhoneVerified: false,
    isPhoneIdentifying: false,
    isPhoneRequiringVerification: true,
    isTwoFactorEnabled: false,
    steamLevel: 7,
    badges: [{ series: 1, regular: 1, foil: 0 }],
    market: { ...ordinary.market, notAllowedReason: STEAM_GUARD_NOT_ENABLED },
  },
  {
    ...ordinary,
    steamId: '76561202255165731',
    personaName: 'Simulated Cleo',
    country: 'JP',
    language: 'japanese',
    loggedOn: true,
    isBehindNAT: true,
    isPhoneVerified: true,
    isPhoneIdentifying: false,
    isPhoneRequiringVerification: false,
    isTwoFactorEnabled: true,
    steamLevel: 120,
    badges: [{ series: 1, regular: 0, foil: 1 }],
    licences: [],
    familyOwner: '76561202255165729',
  },
  {
    ...ordinary,
    steamId: '76561202255165732',
    personaName: 'Simulated Dov, offline',
    country: 'BR',
    language: 'brazilian',
    loggedOn: false,
    isBehindNAT: false,
    isPhoneVerified: false,
    isPhoneIdentifying: false,
    isPhoneRequiringVerification: false,
    isTwoFactorEnabled: false,
    steamLevel: 0,
    badges: [],
    market: { ...ordinary.market, notAllowedReason: ACCOUNT_LIMITED | STEAM_GUARD_NOT_ENABLED },
  },
];
