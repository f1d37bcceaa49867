/**
 * Whether a publisher key may be sent to an address: over https, or in clear to this machine alone.
 *
 * No user, password, query or fragment: they would get lost where a path is added.
 */
export function isSafeBaseUrl(text: string): boolean {
  const match = /^(https?):\/\/([^/?#@\s]+)(\/[^?#\s]*)?$/.exec(text);
  if (match === null) return false;
  const [, scheme, authority = ''] = match;
  const host = authority.replace(/:\d{1,5}$/, '');
  if (!/^(\[[0-9a-f:.]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)$/i.test(host)) return false;
  return scheme === 'https' || isLoopback(host.toLowerCase());
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
