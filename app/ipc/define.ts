import type * as z from 'zod/mini';

/** A command: the page asks, main answers an `Outcome`. */
export interface Command<Input = unknown, Value = unknown> {
  readonly type: 'command';
  readonly input: z.ZodMiniType<Input> | undefined;
  /** Carries the type of the value; there is nothing at run time. */
  readonly value?: Value;
}

/** An event: main tells, the page listens. */
export interface Event<Payload = unknown> {
  readonly type: 'event';
  readonly payload?: Payload;
}

export type Feature = Readonly<Record<string, Command | Event>>;
export type Contract = Readonly<Record<string, Feature>>;

/** Declares what a command answers. */
export interface Answering<Input> {
  answering<Value>(): Command<Input, Value>;
}

/** A command with the schema of its payload; without one it takes none. */
export function command(): Answering<undefined>;
export function command<Input>(input: z.ZodMiniType<Input>): Answering<Input>;
export function command(input?: z.ZodMiniType): Answering<never> {
  return { answering: () => ({ type: 'command', input: input as z.ZodMiniType<never> | undefined }) };
}

export function event<Payload>(): Event<Payload> {
  return { type: 'event' };
}

/** Name of a command or event on the wire: `tickets.issueSession`. */
export function channelOf(feature: string, member: string): string {
  return `${feature}.${member}`;
}
