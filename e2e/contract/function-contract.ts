import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { userFunctionNames, userFunctions, type UserFunction } from '../../app/steam/user-functions.ts';
import { kindSchemas } from '../../app/steam/value-kinds.ts';
import type { Stage } from './client-contract.ts';
import { sampleArguments } from './samples.ts';

/** The shape of a result, made from the table's row. */
function resultSchema({ result }: UserFunction): z.ZodMiniType {
  return 'kind' in result
    ? kindSchemas[result.kind]
    : z.strictObject(
        Object.fromEntries(Object.entries(result.fields).map(([key, { kind }]) => [key, kindSchemas[kind]])),
      );
}

export function declareFunctionContract({ client }: Stage): void {
  describe('functions', () => {
    it.each(userFunctionNames)(
      '%s answers in the shape of its row, or says that it is not simulated',
      (name) => {
        const outcome = client().call(name, sampleArguments[name]);
        if (!outcome.ok) {
          expect(client().kind).toBe('simulated');
          expect(outcome.error.code).toBe('not-simulated');
          return;
        }
        const checked = z.safeParse(resultSchema(userFunctions[name]), outcome.value);
        expect(checked.error?.issues ?? []).toEqual([]);
      },
    );

    it('gives copies: a later call does not change what an earlier one gave', () => {
      const first = client().call('getAuthSessionTicket', {});
      if (!first.ok) throw new Error(first.error.message);
      const before = first.value.buffer.slice();
      client().call('getAuthSessionTicket', { remote: { name: 'somebody' } });
      expect(first.value.buffer).toEqual(before);
    });
  });
}
