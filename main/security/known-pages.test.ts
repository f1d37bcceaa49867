import { describe, expect, it } from 'vitest';
import { isKnownPage, isStorePage } from './known-pages.ts';

describe('pages that the system’s browser may open', () => {
  it.each([
    'https://partner.steamgames.com/doc/api/ISteamUser',
    'https://partner.steamgames.com/doc/api/ISteamUser#GetAuthSessionTicket',
    'https://help.steampowered.com/en/',
    'https://HELP.steampowered.com/',
  ])('are those of the documentation: %s', (url) => {
    expect(isKnownPage(url)).toBe(true);
  });

  it.each([
    '',
    'partner.steamgames.com/doc/',
    'http://partner.steamgames.com/doc/',
    'https://partner.steamgames.com/',
    'https://partner.steamgames.com/apps/doc/',
    'https://partner.steamgames.com/doc',
    'https://partner.steamgames.com/doc/../apps/',
    'https://partner.steamgames.com/doc/%2e%2e/apps/',
    'https://partner.steamgames.com/doc\\..\\apps',
    'https://partner.steamgames.com:8443/doc/',
    'https://ada@partner.steamgames.com/doc/',
    'https://:secret@partner.steamgames.com/doc/',
    'https://evil-partner.steamgames.com/doc/',
    'https://ada:secret@partner.steamgames.com/doc/',
    'https://partner.steamgames.com@evil.example/doc/',
    'https://partner.steamgames.com.evil.example/doc/',
    'https://evil.example/partner.steamgames.com/doc/',
    'https://help.steampowered.com.evil.example/',
    'steam://run/480',
    'file:///doc/index.html',
    'javascript:alert(1)',
    'data:text/html,https://help.steampowered.com/',
  ])('are not: %s', (url) => {
    expect(isKnownPage(url)).toBe(false);
  });
});

describe('addresses of the store that the system’s browser may open', () => {
  it.each([
    'https://store.steampowered.com/login/transfer?token=x',
    'https://STORE.steampowered.com/',
    'https://checkout.steampowered.com/login/',
    'https://login.steampowered.com/jwt/settoken',
    'https://steamcommunity.com/market/',
  ])('lead to Steam: %s', (url) => {
    expect(isStorePage(url)).toBe(true);
  });

  it.each([
    '',
    'store.steampowered.com/login/',
    'http://store.steampowered.com/login/',
    'https://store.steampowered.com:8443/login/',
    'https://ada@store.steampowered.com/',
    'https://:secret@store.steampowered.com/',
    'https://store.steampowered.com@evil.example/',
    'https://store.steampowered.com.evil.example/',
    'https://evil-store.steampowered.com/',
    'https://evil.example/store.steampowered.com/',
    'https://evil.example/?https://store.steampowered.com/',
    'https://evil.example\\@store.steampowered.com/',
    'https://store.simulated.invalid/login/transfer?token=simulated',
    'https://partner.steamgames.com/doc/api',
    'steam://openurl/https://store.steampowered.com/',
    'file:///store.steampowered.com/',
    'javascript:location="https://store.steampowered.com/"',
  ])('are not: %s', (url) => {
    expect(isStorePage(url)).toBe(false);
  });
});
