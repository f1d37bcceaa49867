import fc from 'fast-check';
import { contract } from '../../app/ipc/contract.ts';
import { failureCodes } from '../../app/outcome.ts';
import { expect, test } from '../fixtures.ts';

const PAYLOADS = 10_000;

/** Commands that open something on the desktop when their payload is right: a dialogue would wait for a person. */
const needsPerson = new Set(['journal.save']);

test('ten thousand malformed payloads over every command: always a coded answer, never a crash', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const { app, page } = await launch();
  const commands = Object.entries(contract).flatMap(([feature, members]) =>
    Object.entries(members)
      .filter(([member, { type }]) => type === 'command' && !needsPerson.has(`${feature}.${member}`))
      .map(([member]) => ({ feature, member })),
  );
  // An object with a key that no schema knows, or something that is no object: refused by each of them.
  const malformed = fc.oneof(
    fc.anything({ withBigInt: false }).map((inside) => ({ unknown: inside ?? null })),
    fc.array(fc.anything()),
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.record({ name: fc.string(), args: fc.anything(), number: fc.double(), extra: fc.constant(1) }),
  );
  const payloads = fc.sample(
    fc.tuple(fc.constantFrom(...commands), malformed).map(([command, payload]) => ({
      ...command,
      payload: JSON.stringify(payload),
    })),
    { numRuns: PAYLOADS, seed: 20260101 },
  );
  const codes: Record<string, number> = {};
  for (let start = 0; start < payloads.length; start += 500) {
    const counted = await page.evaluate(
      async (portion) => {
        const outcomes = await Promise.all(
          portion.map(({ feature, member, payload }) => {
            const invoke = (
              window.bench as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
            )[feature]?.[member];
            return invoke === undefined ? Promise.reject(new Error(member)) : invoke(JSON.parse(payload));
          }),
        );
        return outcomes.map((outcome) => {
          const { ok, error } = outcome as { ok: boolean; error?: { code: string } };
          return ok ? 'ok' : (error?.code ?? 'no code');
        });
      },
      payloads.slice(start, start + 500),
    );
    for (const code of counted) codes[code] = (codes[code] ?? 0) + 1;
  }
  expect(Object.keys(codes).filter((code) => !(code in failureCodes))).toEqual([]);
  expect(codes['bad-payload']).toBe(PAYLOADS);
  expect(app.windows()).toHaveLength(1);
  expect(await page.evaluate(() => window.bench.session.get())).toMatchObject({ ok: true });
});
