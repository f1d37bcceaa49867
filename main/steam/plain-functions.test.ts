import { describe, expect, it } from 'vitest';
import { userFunctionNames, userFunctions } from '../../app/steam/user-functions.ts';
import { bufferFunctions } from './flat-signatures.ts';
import { plainFunctionNames, plainSignature } from './plain-functions.ts';

describe('C shapes', () => {
  it('of all 33 functions are known, each once', () => {
    const names = [...plainFunctionNames, ...Object.keys(bufferFunctions)];
    expect(names.toSorted()).toEqual([...userFunctionNames].sort());
  });

  it('that are written out have the symbols of the table', () => {
    for (const [name, { symbol }] of Object.entries(bufferFunctions)) {
      expect(symbol).toBe(`SteamAPI_ISteamUser_${userFunctions[name as keyof typeof userFunctions].sdkName}`);
    }
  });

  it.each([
    ['beginAuthSession', ['pointer', 'pointer', 'int32', 'uint64'], 'int32'],
    ['requestEncryptedAppTicket', ['pointer', 'pointer', 'int32'], 'uint64'],
    ['advertiseGame', ['pointer', 'uint64', 'uint32', 'uint16'], 'void'],
    ['trackAppUsageEvent', ['pointer', 'uint64', 'int32', 'text'], 'void'],
    ['getAuthTicketForWebApi', ['pointer', 'text'], 'uint32'],
    ['getGameBadgeLevel', ['pointer', 'int32', 'bool'], 'int32'],
  ] as const)('of %s follows from its row', (name, parameters, result) => {
    expect(plainSignature(name)).toMatchObject({ parameters, result });
  });
});
