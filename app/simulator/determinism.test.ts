import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcome.ts';
import { decodeCallback } from '../steam/callback-bytes.ts';
import { toHex } from '../steam/hex.ts';
import type { SteamClient } from '../steam/steam-client.ts';
import { userCallbackName } from '../steam/user-callbacks.ts';
import { ticketCipher } from '../../main/simulator/cipher.ts';
import { anyArgs, anyStep, type Step } from './any-step.ts';
import { SimulationChange, SimulationEvent } from './knobs.ts';
import { beginStory, valueOf } from './story.ts';

/** Does the steps and writes down everything that came out. */
function tell(seed: number, steps: readonly Step[]): readonly string[] {
  const { simulation, pass } = beginStory({ seed, packing: 8, cipher: ticketCipher });
  const first = valueOf(simulation.open(480));
  const clients: SteamClient[] = [first];
  const clientAt = (which: number) => clients[which % clients.length] ?? first;
  const drain = (client: SteamClient, limit: number): string =>
    client
      .drain(limit)
      .map((message) => {
        const name = userCallbackName(message.id);
        if (name === undefined) throw new Error(`${message.id} is not in the table`);
        if (message.kind === 'callFailure') return `${name} failed ${message.reason}`;
        const decoded = decodeCallback(name, message.bytes, client.packing);
        if (!decoded.ok) throw new Error(`${name} does not decode`);
        return `${name} ${toHex(message.bytes)}`;
      })
      .join();
  /** The ticket that was issued last is what is checked, at its owner's id. */
  let ticket: { readonly bytes: Uint8Array; readonly owner: string } = {
    bytes: new Uint8Array(3),
    owner: '7',
  };
  const call = ({ name, args, which }: Extract<Step, { step: 'call' }>): unknown => {
    const client = clientAt(which);
    const isCheck = name === 'beginAuthSession';
    const forThis = isCheck
      ? { authTicket: ticket.bytes, steamId: ticket.owner }
      : { authTicket: args.handle };
    const outcome: Outcome<unknown> = client.call(name, { ...args, ...forThis });
    const owner = client.call('getSteamID', {});
    if (name === 'getAuthSessionTicket' && outcome.ok && owner.ok)
      ticket = { bytes: (outcome.value as { readonly buffer: Uint8Array }).buffer, owner: owner.value };
    return outcome;
  };
  const take = (step: Step): unknown => {
    switch (step.step) {
      case 'pass':
        return pass(step.milliseconds);
      case 'open': {
        const opened = simulation.openAs(step.steamId, step.appId);
        if (opened.ok) clients.push(opened.value);
        return opened.ok;
      }
      case 'close':
        return clientAt(step.which).close();
      case 'call':
        return call(step);
      case 'drain':
        return drain(clientAt(step.which), step.limit);
      case 'raise':
        return simulation.raise(step.event);
      case 'set':
        return simulation.set(step.change);
    }
  };
  const written = steps.map((step) =>
    JSON.stringify(take(step), (_key, value: unknown) =>
      value instanceof Uint8Array ? toHex(value) : value,
    ),
  );
  return [...written, ...clients.map((client) => drain(client, 1000))];
}

describe('the simulator', () => {
  it('is driven by what its schemas allow', () => {
    fc.assert(
      fc.property(anyStep, (step) => {
        if (step.step === 'raise') SimulationEvent.parse(step.event);
        if (step.step === 'set') SimulationChange.parse(step.change);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, sends only what the tables know, and does the same again for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(anyStep, { maxLength: 60 }), (seed, steps) => {
        expect(tell(seed, steps)).toEqual(tell(seed, steps));
      }),
      { numRuns: 300 },
    );
  });

  it('answers after the same latencies for the same seed, 20 to 120 ms', () => {
    const latencies = (seed: number): readonly number[] => {
      const { simulation, pass } = beginStory({ seed });
      const client = valueOf(simulation.open(480));
      return Array.from({ length: 50 }, () => {
        client.call('getAuthSessionTicket', {});
        let waited = 0;
        while (client.drain(1).length === 0) {
          pass(1);
          waited += 1;
        }
        return waited;
      });
    };
    expect(latencies(1)).toEqual(latencies(1));
    expect(latencies(2)).not.toEqual(latencies(1));
    expect(Math.min(...latencies(1))).toBeGreaterThanOrEqual(20);
    expect(Math.max(...latencies(1))).toBeLessThanOrEqual(120);
    expect(new Set(latencies(1)).size).toBeGreaterThan(20);
  });

  it('does otherwise for another seed', () => {
    const [anyArguments] = fc.sample(anyArgs, 1);
    if (anyArguments === undefined) throw new Error('There are arguments.');
    const steps: Step[] = [
      {
        step: 'call',
        which: 0,
        name: 'getAuthSessionTicket',
        args: anyArguments,
      },
    ];
    expect(tell(1, steps)).not.toEqual(tell(2, steps));
  });
});
