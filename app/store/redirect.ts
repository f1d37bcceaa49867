/** What Steam’s structure holds of the whole address, with a NUL at its end. */
export const LONGEST_URL_BYTES = 511;

/** Beyond this the address with its token may not fit: Steam does not say how long the token is. */
const LONGEST_SAFE_BYTES = 300;

/** A page to go to once logged in: an address that can be asked for, perhaps with a doubt, or what is wrong with it. */
export type RedirectReading =
  | { readonly ok: true; readonly redirect: string; readonly doubt: string | undefined }
  | { readonly ok: false; readonly problem: string };

/** Reads what was typed as the page of the store to go to. */
export function readRedirect(text: string): RedirectReading {
  const redirect = text.trim();
  if (redirect === '') return wrong('Enter the page to go to.');
  if (!/^https?:\/\//i.test(redirect)) return wrong('Begins with https:// or http://.');
  if (!/^https?:\/\/[^\s/?#@:]+(:\d{1,5})?([/?#][^\s]*)?$/i.test(redirect)) {
    return wrong('Not an address: a host such as store.steampowered.com, then a path, without spaces.');
  }
  const bytes = encodeURIComponent(wellFormed(redirect)).length;
  if (bytes > LONGEST_URL_BYTES) {
    return wrong(`${bytes} bytes, escaped. Steam’s answer holds ${LONGEST_URL_BYTES} with everything.`);
  }
  return {
    ok: true,
    redirect,
    doubt:
      bytes > LONGEST_SAFE_BYTES
        ? `Steam’s answer holds ${LONGEST_URL_BYTES} bytes, its token among them: this may be cut off.`
        : undefined,
  };
}

function wrong(problem: string): RedirectReading {
  return { ok: false, problem };
}

/** Half a surrogate pair cannot be written in an address. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
