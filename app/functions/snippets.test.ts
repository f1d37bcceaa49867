import { describe, expect, it } from 'vitest';
import { checkCall } from '../steam/call-arguments.ts';
import { userFunctionNames } from '../steam/user-functions.ts';
import { userCallbackNames } from '../steam/user-callbacks.ts';
import { cppCallback, cppSnippet } from './cpp-snippet.ts';
import { callbackPage, functionPage } from './documentation.ts';
import { exampleArguments } from './examples.ts';
import { steamworksCallback, steamworksSnippet } from './steamworks-snippet.ts';

describe('an example', () => {
  it.each(userFunctionNames)('of %s passes the check of its arguments', (name) => {
    expect(checkCall(name, exampleArguments[name])).toMatchObject({ ok: true });
  });
});

describe('a C++ snippet', () => {
  it('calls a function by its SDK name', () => {
    expect(cppSnippet('getPlayerSteamLevel', {})).toBe('auto result = SteamUser()->GetPlayerSteamLevel();');
    expect(cppSnippet('getGameBadgeLevel', { series: 2, foil: true })).toBe(
      'auto result = SteamUser()->GetGameBadgeLevel(2, true);',
    );
    expect(cppSnippet('startVoiceRecording', {})).toBe('SteamUser()->StartVoiceRecording();');
    expect(cppSnippet('setDurationControlOnlineState', { newState: 1 })).toContain(
      'k_EDurationControlOnlineState_Offline',
    );
  });

  it('brings the rooms and the identity of a ticket, and declares its callback', () => {
    const snippet = cppSnippet('getAuthSessionTicket', { remote: { ip: '127.0.0.1', port: 27015 } });
    expect(snippet).toContain('identity.SetIPv4Addr(0x7f000001, 27015);');
    expect(snippet).toContain('GetAuthSessionTicket(buffer, sizeof buffer, &size, remote);');
    expect(snippet).toContain(
      'STEAM_CALLBACK(Game, OnGetAuthSessionTicketResponse, GetAuthSessionTicketResponse_t);',
    );
    expect(cppSnippet('getAuthSessionTicket', {})).toContain('remote = nullptr;');
  });

  it('waits for a call result', () => {
    expect(cppSnippet('getMarketEligibility', {})).toContain(
      'CCallResult<Game, MarketEligibilityResponse_t>',
    );
  });

  it('does not repeat a ticket, and escapes text', () => {
    const authTicket = Uint8Array.of(0xc0, 0xff, 0xee);
    expect(cppSnippet('beginAuthSession', { authTicket, steamId: '1' })).not.toContain('ff');
    expect(cppSnippet('requestStoreAuthURL', { redirect: 'a"\\\n' })).toContain(String.raw`"a\"\\\012"`);
  });

  it.each(userFunctionNames)('of %s has nothing left out', (name) => {
    expect(cppSnippet(name, exampleArguments[name])).not.toMatch(/undefined|\$|NaN/);
  });
});

describe('a steamworks.js snippet', () => {
  it('is there where the package offers the function, else not', () => {
    expect(
      userFunctionNames.filter((name) => steamworksSnippet(name, exampleArguments[name]) !== undefined),
    ).toEqual([
      'getSteamID',
      'getAuthSessionTicket',
      'getAuthTicketForWebApi',
      'cancelAuthTicket',
      'getPlayerSteamLevel',
    ]);
    expect(steamworksSnippet('getAuthSessionTicket', {})).toBeUndefined();
    expect(steamworksSnippet('getAuthSessionTicket', { remote: { steamId: '7' } })).toContain(
      'WithSteamId(7n)',
    );
    expect(userCallbackNames.filter((name) => steamworksCallback(name) !== undefined)).toHaveLength(4);
  });
});

describe('documentation', () => {
  it('is the page of the interface, at the function or callback', () => {
    expect(functionPage('loggedOn')).toBe('https://partner.steamgames.com/doc/api/ISteamUser#BLoggedOn');
    expect(callbackPage('steamShutdown')).toBe(
      'https://partner.steamgames.com/doc/api/ISteamUtils#SteamShutdown_t',
    );
    expect(cppCallback('licensesUpdated')).toContain(
      'STEAM_CALLBACK(Game, OnLicensesUpdated, LicensesUpdated_t);',
    );
  });
});
