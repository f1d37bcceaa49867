import type { Outcome } from '../../../app/outcome.ts';
import type { CheckedCall } from '../../../app/steam/call-arguments.ts';
import { bench } from '../../bench.ts';

/** Calls Steam. What it answers comes with the journal, as does what others call. */
export function callFunction({ name, args }: CheckedCall): Promise<Outcome<unknown>> {
  return bench().steam.call({ name, args });
}
