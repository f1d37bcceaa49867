import { it } from 'vitest';
import type { Outcome } from '../../app/outcome.ts';
import type { SteamClient } from '../../app/steam/steam-client.ts';
import type { Packing, UserCallbackFields, UserCallbackName } from '../../app/steam/user-callbacks.ts';

/** The Steam around a client, as far as a test can play it. */
export interface World {
  readonly packing: Packing;
  open(appId: number): Promise<Outcome<SteamClient>>;
  /** Callbacks that Steam can be made to send unasked. */
  readonly canPost: readonly UserCallbackName[];
  /** Lets Steam send a callback, which must be one of `canPost`. */
  post<Name extends UserCallbackName>(name: Name, fields: UserCallbackFields<Name>): Promise<void>;
  /** Breaks the pipe under the client. */
  breakPipe(): Promise<void>;
  /** Lets a little time go by, in Steam's world; no test sleeps. */
  pass(): Promise<void>;
  /** Steam as it was, for the next test. */
  reset(): Promise<void>;
  /** Takes down what was set up for the tests. */
  end(): void;
}

/** The simulator does not know a function: no failure of the story, which cannot be told. */
class NotSimulated extends Error {}

/** A test that is skipped where the client answers a call of it with `not-simulated`. */
export function story(name: string, tell: () => Promise<void> | void): void {
  it(name, async ({ skip }) => {
    try {
      await tell();
    } catch (error) {
      if (error instanceof NotSimulated) skip(error.message);
      throw error;
    }
  });
}

/** The value of an outcome that has to be good. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok && outcome.error.code === 'not-simulated') throw new NotSimulated(outcome.error.message);
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

/** The code of an outcome that has to be a failure; `ok` where it is not. */
export function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : outcome.error.code;
}
