import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { succeed, type Outcome } from '../outcome.ts';
import { createBridge, type Transport } from './bridge.ts';
import { contract } from './contract.ts';
import { command, event } from './define.ts';
import { commandChannels, createDispatch, type Handlers } from './serve.ts';

/** A small contract with each kind of member. */
const small = {
  greeting: {
    say: command(z.strictObject({ name: z.string() })).answering<string>(),
    count: command().answering<number>(),
    fail: command().answering<null>(),
    later: command(z.optional(z.int())).answering<number>(),
    said: event<string>(),
  },
};

type SmallContract = typeof small;

function begin(handlers: Partial<Handlers<SmallContract>['greeting']> = {}) {
  const reportBug = vi.fn<(channel: string, error: unknown) => void>();
  const all: Handlers<SmallContract> = {
    greeting: {
      say: ({ name }) => succeed(`Hello ${name}`),
      count: () => succeed(3),
      fail: () => {
        throw new Error('out of words');
      },
      later: (number) => Promise.resolve(succeed(number ?? -1)),
      ...handlers,
    },
  };
  const dispatch = createDispatch(small, all, reportBug);
  const heard = new Map<string, ((payload: unknown) => void)[]>();
  const transport: Transport = {
    invoke: dispatch,
    listen(channel, listener) {
      heard.set(channel, [...(heard.get(channel) ?? []), listener]);
      return () => heard.set(channel, heard.get(channel)?.filter((other) => other !== listener) ?? []);
    },
  };
  return {
    dispatch,
    reportBug,
    bridge: createBridge(small, transport),
    tell: (channel: string, payload: unknown) => heard.get(channel)?.forEach((listener) => listener(payload)),
  };
}

describe('a command', () => {
  it('goes from the page to its handler and back', async () => {
    const { bridge } = begin();
    expect(await bridge.greeting.say({ name: 'Ada' })).toEqual({ ok: true, value: 'Hello Ada' });
    expect(await bridge.greeting.count()).toEqual({ ok: true, value: 3 });
    expect(await bridge.greeting.later()).toEqual({ ok: true, value: -1 });
    expect(await bridge.greeting.later(5)).toEqual({ ok: true, value: 5 });
  });

  it('has the types of its declaration', () => {
    const { bridge } = begin();
    expectTypeOf(bridge.greeting.say).parameters.toEqualTypeOf<[input: { name: string }]>();
    expectTypeOf(bridge.greeting.count).returns.toEqualTypeOf<Promise<Outcome<number>>>();
    expectTypeOf(bridge.greeting.said).parameter(0).toEqualTypeOf<(payload: string) => void>();
  });

  it.each([
    [undefined],
    [null],
    ['Ada'],
    [{}],
    [{ name: 5 }],
    [{ name: 'Ada', more: 1 }],
    [[{ name: 'Ada' }]],
  ])('with the payload %j never reaches its handler', async (payload) => {
    const say = vi.fn();
    const { dispatch, reportBug } = begin({ say });
    expect(await dispatch('greeting.say', payload)).toMatchObject({
      ok: false,
      error: { code: 'bad-payload' },
    });
    expect(say).not.toHaveBeenCalled();
    expect(reportBug).not.toHaveBeenCalled();
  });

  it('without a payload takes none', async () => {
    const { dispatch } = begin();
    expect(await dispatch('greeting.count', undefined)).toMatchObject({ ok: true });
    for (const payload of [null, {}, 0, false, '', []]) {
      expect(await dispatch('greeting.count', payload)).toMatchObject({ error: { code: 'bad-payload' } });
    }
  });

  it.each([
    '',
    'greeting',
    'greeting.',
    'greeting.said',
    'greeting.sing',
    'say',
    '__proto__',
    'greeting.toString',
  ])('that does not exist is unknown: %j', async (channel) => {
    expect(await begin().dispatch(channel, { name: 'Ada' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-command' },
    });
  });

  it('whose handler throws is answered, and the bug is reported', async () => {
    const { dispatch, reportBug } = begin();
    expect(await dispatch('greeting.fail', undefined)).toEqual({
      ok: false,
      error: { code: 'internal', message: 'greeting.fail failed: out of words' },
    });
    expect(reportBug.mock.calls).toEqual([['greeting.fail', new Error('out of words')]]);
  });

  it('whose handler rejects is answered as well, whatever it rejects with', async () => {
    const { dispatch, reportBug } = begin({
      later: () => Promise.reject(new RangeError('too far')),
    });
    expect(await dispatch('greeting.later', 1)).toMatchObject({ error: { code: 'internal' } });
    expect(reportBug).toHaveBeenCalledTimes(1);
  });

  it('without a handler is found out when the bench is built', () => {
    expect(() => createDispatch(small, { greeting: {} } as Handlers<SmallContract>, () => undefined)).toThrow(
      'No handler for greeting.say',
    );
  });
});

describe('an event', () => {
  it('reaches every listener until it stops listening', () => {
    const { bridge, tell } = begin();
    const one = vi.fn();
    const other = vi.fn();
    const stop = bridge.greeting.said(one);
    bridge.greeting.said(other);
    tell('greeting.said', 'first');
    stop();
    tell('greeting.said', 'second');
    expect(one.mock.calls).toEqual([['first']]);
    expect(other.mock.calls).toEqual([['first'], ['second']]);
  });
});

describe('the contract of the bench', () => {
  it('has the public commands', () => {
    expect(commandChannels(contract)).toEqual(
      expect.arrayContaining([
        'session.get',
        'session.connect',
        'session.disconnect',
        'steam.call',
        'journal.read',
      ]),
    );
  });

  it('has the public events, and a function for every member', () => {
    const bridge = createBridge(contract, { invoke: vi.fn(), listen: vi.fn() });
    for (const [feature, members] of Object.entries(contract)) {
      const functions: Readonly<Record<string, unknown>> = bridge[feature as keyof typeof contract];
      expect(Object.keys(functions)).toEqual(Object.keys(members));
      expect(Object.values(functions).every((member) => typeof member === 'function')).toBe(true);
    }
    expect([contract.session.changed.type, contract.journal.appended.type]).toEqual(['event', 'event']);
  });
});
