import * as z from 'zod/mini';
import { fail, type Outcome } from '../outcome.ts';
import { describeIssues } from '../steam/call-arguments.ts';
import { channelOf, type Command, type Contract, type Event } from './define.ts';

type Answer<Value> = Outcome<Value> | Promise<Outcome<Value>>;

/** A handler for every command of the contract: the compiler points at one that is missing. */
export type Handlers<Of extends Contract> = {
  readonly [Feature in keyof Of]: {
    readonly [
      Member in keyof Of[Feature] as Of[Feature][Member] extends { readonly type: 'command' } ? Member : never
    ]: Of[Feature][Member] extends Command<infer Input, infer Value>
      ? (input: Input) => Answer<Value>
      : never;
  };
};

/** Tells the page an event of the contract. */
export type Publish<Of extends Contract> = <
  Feature extends keyof Of & string,
  Member extends keyof Of[Feature] & string,
>(
  feature: Feature,
  member: Member,
  payload: Of[Feature][Member] extends Event<infer Payload> ? Payload : never,
) => void;

/** Answers one command by its channel. Never rejects: a handler that throws is answered as `internal`. */
export type Dispatch = (channel: string, payload: unknown) => Promise<Outcome<unknown>>;

type Handler = (input: unknown) => Answer<unknown>;

/** Called with what a handler threw: a bug, which has to be seen somewhere. */
export type ReportBug = (channel: string, error: unknown) => void;

/** Channels of every command of a contract. */
export function commandChannels(contract: Contract): readonly string[] {
  return Object.entries(contract).flatMap(([feature, members]) =>
    Object.entries(members)
      .filter(([, { type }]) => type === 'command')
      .map(([member]) => channelOf(feature, member)),
  );
}

/** Puts the checks in front of the handlers: is there such a command, is the payload right, then the work. */
export function createDispatch<Of extends Contract>(
  contract: Of,
  handlers: Handlers<Of>,
  reportBug: ReportBug,
): Dispatch {
  const served = new Map<string, { readonly input: z.ZodMiniType | undefined; readonly handler: Handler }>();
  for (const [feature, members] of Object.entries(contract)) {
    for (const [member, declared] of Object.entries(members)) {
      if (declared.type !== 'command') continue;
      const handler = (handlers as Record<string, Record<string, Handler>>)[feature]?.[member];
      if (handler === undefined) throw new Error(`No handler for ${channelOf(feature, member)}`);
      served.set(channelOf(feature, member), { input: declared.input, handler });
    }
  }

  return async (channel, payload) => {
    const entry = served.get(channel);
    if (entry === undefined) return fail('unknown-command');
    const { input, handler } = entry;
    try {
      if (input === undefined) {
        if (payload !== undefined) return fail('bad-payload', `${channel} takes no payload.`);
        return await handler(undefined);
      }
      const parsed = z.safeParse(input, payload);
      if (!parsed.success) return fail('bad-payload', `${channel}: ${describeIssues(parsed.error)}`);
      return await handler(parsed.data);
    } catch (error) {
      reportBug(channel, error);
      return fail(
        'internal',
        `${channel} failed: ${error instanceof Error ? error.message : 'unknown error'}`,
      );
    }
  };
}
