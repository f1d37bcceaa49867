/** Pages that the bench may open in the system's browser: documentation, by host and beginning of the path. */
const allowed: readonly { readonly host: string; readonly path: string }[] = [
  { host: 'partner.steamgames.com', path: '/doc/' },
  { host: 'help.steampowered.com', path: '/' },
];

/** Whether this address may be handed to the system's browser. */
export function isKnownPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, pathname, username, password } = new URL(url);
  if (protocol !== 'https:' || username !== '' || password !== '') return false;
  return allowed.some((page) => page.host === host && pathname.startsWith(page.path));
}

/** Hosts of Steam's store and community, where an address that RequestStoreAuthURL gave may lead. */
const storeHosts = [
  'store.steampowered.com',
  'checkout.steampowered.com',
  'login.steampowered.com',
  'steamcommunity.com',
];

/** Whether this address leads to Steam’s store, over https. */
export function isStorePage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '' && storeHosts.includes(host);
}
