import { useState } from 'react';
import type { Failure, Outcome } from '../../../app/outcome.ts';
import { useCommand } from '../../use-command.ts';

export interface RevealedAddress {
  /** The address while it is shown; the page forgets it when it is hidden. */
  readonly url: string | undefined;
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
  readonly toggle: () => void;
}

/** One address that is a credential, kept only as long as it is on view. */
export function useRevealedAddress(
  number: number,
  reveal: (number: number) => Promise<Outcome<{ readonly url: string }>>,
): RevealedAddress {
  const [url, setUrl] = useState<string>();
  const { run, isBusy, failure } = useCommand(reveal);

  const show = async (): Promise<void> => {
    const outcome = await run(number);
    if (outcome.ok) setUrl(outcome.value.url);
  };

  return { url, isBusy, failure, toggle: () => (url === undefined ? void show() : setUrl(undefined)) };
}
