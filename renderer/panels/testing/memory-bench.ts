import { act } from '@testing-library/react';
import { createBench, type BenchParts } from '../../../app/bench.ts';
import { createBridge } from '../../../app/ipc/bridge.ts';
import { contract } from '../../../app/ipc/contract.ts';
import { channelOf } from '../../../app/ipc/define.ts';
import { createDispatch } from '../../../app/ipc/serve.ts';
import { fail, succeed } from '../../../app/outcome.ts';
import type { SessionSnapshot } from '../../../app/session/session.ts';
import type { BenchPorts } from '../../../app/bench-ports.ts';
import { createScriptedPorts } from '../../../app/scripted-ports.ts';
import type { TicketCipher } from '../../../app/simulator/cipher.ts';
import { createSharedSimulation } from '../../../app/simulator/shared-simulation.ts';
import type { ClientKind, OpenSteam } from '../../../app/steam/steam-client.ts';
import type { VoiceCodec } from '../../../app/voice/voice-codec.ts';
import { connect } from '../../connect.ts';
import { someReport } from './some-report.ts';

export interface MemoryBenchOptions {
  /** Connected to at start; nothing is, without it. `answering` tries Steam and falls back. */
  readonly start?: ClientKind | 'answering';
  /** Opens the real client; without it Steam is not installed. */
  readonly openSteam?: OpenSteam;
  /** Ports that the test is about, in the place of those that do nothing. */
  readonly ports?: Partial<BenchPorts>;
  /** Encrypts simulated tickets; without it they are `not-simulated`. */
  readonly cipher?: TicketCipher;
  /** Encodes and decodes simulated voice; without it voice is `not-simulated`. */
  readonly voiceCodec?: VoiceCodec;
}

/** The whole bench in one process, on `window.bench`, with a clock that is set by hand. */
export interface MemoryBench {
  /** Lets time pass in main and pumps the client. */
  advance(elapsedMs: number): Promise<void>;
  /** What was put on the clipboard, the oldest first. */
  readonly clipboard: readonly string[];
  /** Puts a session on the window that main did not make: the real client has no stand-in here. */
  say(session: SessionSnapshot): void;
}

export const steamMissing: OpenSteam = () =>
  Promise.resolve(
    fail('client-missing', 'Failed to load module steamclient.so', 'Install Steam, or go on simulated.'),
  );

/**
 * Starts the bench that users have, over a transport in memory, and ties the stores to it.
 *
 * Panels are tested against the simulator, not against answers that a test made up.
 */
export async function startMemoryBench({
  start,
  openSteam = steamMissing,
  ports: replaced,
  cipher,
  voiceCodec,
}: MemoryBenchOptions = {}): Promise<MemoryBench> {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const publish = (channel: string, payload: unknown): void => {
    // As over IPC: the page gets a copy, and a value that cannot be cloned is found here.
    act(() => listeners.get(channel)?.forEach((listener) => listener(structuredClone(payload))));
  };
  let offsetMs = 0;
  const clipboard: string[] = [];

  const ports = createScriptedPorts();
  const clock = { now: () => Date.now() + offsetMs };
  const parts: BenchParts = {
    ...ports,
    ...replaced,
    clock,
    simulation: createSharedSimulation({ seed: 7, clock, packing: 4, cipher, voiceCodec: () => voiceCodec }),
    startWith: { client: start === 'answering' ? undefined : start, appId: 480, appIdSource: 'default' },
    openSteam,
    examine: ({ now }) => Promise.resolve(someReport(now)),
    trace: noTrace,
    desktop: {
      ...ports.desktop,
      ...replaced?.desktop,
      copyText: (text) => Promise.resolve(void clipboard.push(text)),
      copyBytes: (bytes, encoding) =>
        Promise.resolve(void clipboard.push(`${bytes.length} bytes as ${encoding}`)),
      openPage: () => Promise.resolve(succeed(null)),
    },
    publish: (feature, member, payload) => publish(channelOf(feature, member), payload),
    record: () => undefined,
    wake: () => undefined,
  };

  const bench = createBench(parts);
  const dispatch = createDispatch(contract, bench.handlers, (channel, error) => {
    throw new Error(`Bug in ${channel}`, { cause: error });
  });
  const bridge = createBridge(contract, {
    invoke: async (channel, payload) => structuredClone(await dispatch(channel, structuredClone(payload))),
    listen(channel, listener) {
      const all = listeners.get(channel) ?? new Set();
      listeners.set(channel, all.add(listener));
      return () => all.delete(listener);
    },
  });
  Object.assign(window, { bench: bridge });

  await act(async () => {
    if (start !== undefined) await bench.start();
    await (
      await connect()
    ).rest;
  });

  return {
    clipboard,
    say: (session) => publish('session.changed', session),
    async advance(elapsedMs) {
      await act(() => {
        offsetMs += elapsedMs;
        bench.tick();
        return Promise.resolve();
      });
    },
  };
}

const noTrace: BenchParts['trace'] = { calling: () => undefined, returned: () => undefined };
