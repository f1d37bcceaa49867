import type { Outcome } from '../outcome.ts';
import { decodeCallback } from '../steam/callback-bytes.ts';
import type { SteamClient } from '../steam/steam-client.ts';
import { userCallbackName } from '../steam/user-callbacks.ts';
import { createSimulation, type Simulation, type SimulationParts } from './simulated-steam.ts';

/** What the tests of the simulator are told with: a host's clock that is moved by hand, and messages in words. */
export interface Story {
  readonly simulation: Simulation;
  readonly pass: (milliseconds: number) => void;
}

/** Noon of an ordinary day. */
export const STORY_START = Date.UTC(2030, 0, 15, 12);

export function beginStory(parts: Partial<SimulationParts> = {}): Story {
  let time = STORY_START;
  return {
    simulation: createSimulation({ seed: 1, clock: { now: () => time }, packing: 4, ...parts }),
    pass(milliseconds) {
      time += milliseconds;
    },
  };
}

/** The value of an outcome that has to be good. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

export function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : outcome.error.code;
}

/** Everything that waits at a client, decoded by the table; a call that failed has its reason as `failure`. */
export function heardBy(client: SteamClient): readonly { readonly name: string; readonly fields: unknown }[] {
  return client.drain(1000).map((message) => {
    const name = userCallbackName(message.id);
    if (name === undefined) throw new Error(`Cannot decode ${message.id}.`);
    if (message.kind === 'callFailure') return { name, fields: { failure: message.reason } };
    const decoded = decodeCallback(name, message.bytes, client.packing);
    if (!decoded.ok) throw new Error(`${name} has ${decoded.actualBytes} bytes.`);
    return { name, fields: decoded.fields };
  });
}

/** The simulated accounts, in their order. */
export const ADA = '76561202255165729';
export const BO = '76561202255165730';
export const CLEO = '76561202255165731';
export const DOV = '76561202255165732';
