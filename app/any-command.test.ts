import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADA, beginHosted, valueOf } from './hosted-bench.ts';
import { contract } from './ipc/contract.ts';
import { commandChannels } from './ipc/serve.ts';
import { failureCodes } from './outcome.ts';
import { userFunctionNames } from './steam/user-functions.ts';

describe('whatever the page sends', () => {
  const channels = commandChannels(contract);

  it('is answered with an outcome of a known code, 10,000 times, and without a bug', async () => {
    const { bench, dispatch, bugs, clock } = beginHosted();
    await bench.start();
    const nearly = fc.record(
      {
        name: fc.oneof(fc.constantFrom(...userFunctionNames), fc.string()),
        args: fc.anything(),
        client: fc.constantFrom('steam', 'simulated', 'other'),
        appId: fc.oneof(fc.nat(), fc.anything()),
        number: fc.oneof(fc.integer(), fc.anything()),
        remote: fc.anything(),
        encoding: fc.constantFrom('hex', 'base64', 5),
        after: fc.anything(),
        limit: fc.oneof(fc.integer(), fc.anything()),
        kind: fc.constantFrom('steamShutdown', 'ipcFailure', 'nothing'),
        type: fc.anything(),
        account: fc.anything(),
        seed: fc.anything(),
        theme: fc.anything(),
        text: fc.anything(),
        url: fc.anything(),
        ticket: fc.oneof(
          fc.constant({ number: 1 }),
          fc.record({ text: fc.oneof(fc.string(), fc.constant('14000000')) }),
          fc.record({ bytes: fc.uint8Array() }),
          fc.anything(),
        ),
        bytes: fc.oneof(fc.uint8Array(), fc.anything()),
        steamId: fc.oneof(fc.constantFrom(ADA, '0'), fc.anything()),
        serviceIdentity: fc.oneof(fc.string(), fc.anything()),
      },
      { requiredKeys: [] },
    );
    const payload = fc.oneof(fc.anything({ withBigInt: true, withDate: true, withTypedArray: true }), nearly);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          { weight: 20, arbitrary: fc.constantFrom(...channels) },
          { weight: 1, arbitrary: fc.string() },
        ),
        payload,
        async (channel, sent) => {
          const outcome = await dispatch(channel, sent);
          if (!outcome.ok) {
            expect(Object.keys(failureCodes)).toContain(outcome.error.code);
            expect(outcome.error.code).not.toBe('internal');
            expect(typeof outcome.error.message).toBe('string');
          }
          clock.pass(1);
        },
      ),
      { numRuns: 10_000 },
    );
    expect(bugs).toEqual([]);
    bench.tick();
    expect(valueOf(await dispatch('session.get', undefined))).toHaveProperty('state');
  }, 60_000);

  it('as a call with any arguments is answered as well', async () => {
    const { bench, dispatch, bugs } = beginHosted();
    await bench.start();
    const args = fc.dictionary(
      fc.constantFrom(
        'remote',
        'steamId',
        'authTicket',
        'series',
        'foil',
        'serverIp',
        'serverPort',
        'newState',
      ),
      fc.oneof(fc.anything(), fc.constantFrom<unknown>(ADA, 1, true, '10.0.0.1', Uint8Array.of(1))),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...userFunctionNames), args, async (name, given) => {
        const outcome = await dispatch('steam.call', { name, args: given });
        if (!outcome.ok) expect(['bad-payload', 'not-simulated']).toContain(outcome.error.code);
      }),
      { numRuns: 2000 },
    );
    expect(bugs).toEqual([]);
  }, 30_000);
});
