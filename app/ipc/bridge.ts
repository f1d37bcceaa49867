import type { Outcome } from '../outcome.ts';
import { channelOf, type Command, type Contract, type Event } from './define.ts';

/** What carries commands and events between the page and main; in tests a plain object in memory. */
export interface Transport {
  invoke(channel: string, payload: unknown): Promise<Outcome<unknown>>;
  /** Returns how to stop listening. */
  listen(channel: string, listener: (payload: unknown) => void): () => void;
}

type Invocation<Input, Value> = [undefined] extends [Input]
  ? (input?: Input) => Promise<Outcome<Value>>
  : (input: Input) => Promise<Outcome<Value>>;

/** `window.bench`: one function a command, one subscription an event. */
export type Bridge<Of extends Contract> = {
  readonly [Feature in keyof Of]: {
    readonly [Member in keyof Of[Feature]]: Of[Feature][Member] extends Command<infer Input, infer Value>
      ? Invocation<Input, Value>
      : Of[Feature][Member] extends Event<infer Payload>
        ? (listener: (payload: Payload) => void) => () => void
        : never;
  };
};

/** Derives the bridge from the contract. */
export function createBridge<Of extends Contract>(contract: Of, transport: Transport): Bridge<Of> {
  const bridge: Record<string, Record<string, unknown>> = {};
  for (const [feature, members] of Object.entries(contract)) {
    const functions: Record<string, unknown> = {};
    for (const [member, { type }] of Object.entries(members)) {
      const channel = channelOf(feature, member);
      functions[member] =
        type === 'command'
          ? (payload?: unknown) => transport.invoke(channel, payload)
          : (listener: (payload: unknown) => void) => transport.listen(channel, listener);
    }
    bridge[feature] = functions;
  }
  // Made member by member from the contract that the type is made from.
  return bridge as Bridge<Of>;
}
