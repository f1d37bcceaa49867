import { afterAll, afterEach, beforeEach, describe } from 'vitest';
import type { SteamClient } from '../../app/steam/steam-client.ts';
import { declareCallbackContract } from './callback-contract.ts';
import { declareFunctionContract } from './function-contract.ts';
import { declareLifeContract } from './life-contract.ts';
import { declareTicketContract } from './ticket-contract.ts';
import { valueOf, type World } from './world.ts';

/** What the parts of the contract are told about the test that runs. */
export interface Stage {
  readonly world: () => World;
  /** A client that was opened for this test, as app 480, and that is closed after it. */
  readonly client: () => SteamClient;
}

/**
 * The promises of the port to Steam (`app/steam/steam-client.ts`), as tests, for whichever client is opened.
 *
 * A story about a function that the client answers with `not-simulated` is skipped.
 */
export function declareClientContract(name: string, createWorld: () => Promise<World>): void {
  describe(name, () => {
    let world: World | undefined;
    let client: SteamClient | undefined;

    beforeEach(async () => {
      world ??= await createWorld();
      await world.reset();
      client = valueOf(await world.open(480));
    });

    afterEach(() => {
      client?.close();
    });

    afterAll(() => {
      world?.end();
    });

    const present = <Thing>(thing: Thing | undefined): Thing => {
      if (thing === undefined) throw new Error('Asked for outside a test.');
      return thing;
    };
    const stage: Stage = { world: () => present(world), client: () => present(client) };

    declareFunctionContract(stage);
    declareCallbackContract(stage);
    declareTicketContract(stage);
    declareLifeContract(stage);
  });
}
