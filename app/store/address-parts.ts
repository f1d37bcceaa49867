/** Longest scheme that is shown: what is longer is no scheme, and may be a secret. */
const LONGEST_SCHEME = 32;

/** Scheme and host of an address, without a user’s name, path or query; undefined where it has none. */
export function originOf(url: string): string | undefined {
  const found = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?([^/?#@]+)/i.exec(url);
  const [, scheme, host] = found ?? [];
  return scheme === undefined || host === undefined ? undefined : `${scheme.toLowerCase()}://${host}`;
}

/** The scheme alone; an empty text where there is none. */
export function schemeOf(url: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1] ?? '';
  return scheme.length > LONGEST_SCHEME ? '' : scheme.toLowerCase();
}
