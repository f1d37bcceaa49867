import type { HeldKey } from './encrypted-ticket.ts';

/** The one place where a key is: in memory, until it is replaced or forgotten. */
export interface KeyHolder {
  hold(bytes: Uint8Array, about: HeldKey): void;
  forget(): void;
  bytes(): Uint8Array | undefined;
  about(): HeldKey | undefined;
}

export function createKeyHolder(): KeyHolder {
  let held: { readonly bytes: Uint8Array; readonly about: HeldKey } | undefined;

  const forget = (): void => {
    held?.bytes.fill(0);
    held = undefined;
  };

  return {
    hold(bytes, about) {
      forget();
      held = { bytes: bytes.slice(), about };
    },
    forget,
    bytes: () => held?.bytes,
    about: () => held?.about,
  };
}
