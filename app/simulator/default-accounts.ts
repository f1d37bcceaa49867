import type { SimulatedAccount } from './knobs.ts';

/**
 * The accounts of a new simulation, the first one logged in.
 *
 * Their ids are well formed but near the end of the numbers that an individual account can have, far beyond those that
 * Valve has given out: no real person is behind one. Between them every lamp is on for one and off for another.
 */
export const defaultAccounts: readonly SimulatedAccount[] = [
  {
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
  },
  {
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
  },
  {
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
  },
];
