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
