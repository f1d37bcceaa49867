import { useState } from 'react';
import type { Failure } from '../../../../app/outcome.ts';
import { revealTicket } from '../../../stores/tickets.ts';
import { useCommand } from '../../../use-command.ts';

export interface RevealedBytes {
  /** The bytes in hex while they are shown; the page forgets them when they are hidden. */
  readonly hex: string | undefined;
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
  readonly toggle: () => void;
}

/** The bytes of one ticket: a credential, kept only as long as it is on view. */
export function useRevealedBytes(number: number): RevealedBytes {
  const [hex, setHex] = useState<string>();
  const { run, isBusy, failure } = useCommand(revealTicket);

  const show = async (): Promise<void> => {
    const outcome = await run(number);
    if (outcome.ok) setHex(outcome.value.hex);
  };

  return { hex, isBusy, failure, toggle: () => (hex === undefined ? void show() : setHex(undefined)) };
}
