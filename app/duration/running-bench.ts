import { createBench, type Bench, type BenchParts } from '../bench.ts';
import { createHandClock, type HandClock } from '../hand-clock.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import { createSharedSimulation } from '../simulator/shared-simulation.ts';
import type { SteamClient } from '../steam/steam-client.ts';
import type { VoiceCodec } from '../voice/voice-codec.ts';

/** A whole bench that is connected, with a clock that is moved by hand: for stories about one of its parts. */
export interface RunningBench {
  readonly bench: Bench;
  readonly clock: HandClock;
  /** What was told to the page on a channel such as `store.changed`, oldest first. */
  readonly toldOn: (channel: string) => readonly unknown[];
  /** Lets time pass as the host’s loop would. */
  readonly run: (milliseconds: number) => void;
  /** Ticks, without time passing, until a command is answered that is worked on in slices. */
  readonly answerOf: <Value>(asked: Outcome<Value> | Promise<Outcome<Value>>) => Promise<Value>;
}

/** More than any command of a story takes. */
const MOST_TICKS = 10_000;

/** Without a client the simulated one. */
export async function startRunningBench(
  client?: SteamClient,
  parts: Partial<BenchParts> = {},
  voiceCodec?: VoiceCodec,
): Promise<RunningBench> {
  const clock = createHandClock();
  const told: { readonly channel: string; readonly payload: unknown }[] = [];
  const bench = createBench({
    ...createScriptedPorts(),
    clock,
    simulation: createSharedSimulation({ seed: 1, clock, packing: 4, voiceCodec: () => voiceCodec }),
    startWith: { client: client?.kind ?? 'simulated', appId: 480, appIdSource: 'command line' },
    openSteam: () => Promise.resolve(client === undefined ? fail('client-missing') : succeed(client)),
    examine: ({ now }) => Promise.resolve({ checks: [], examinedAt: now }),
    trace: { calling: () => undefined, returned: () => undefined },
    publish: (feature, member, payload) => told.push({ channel: `${feature}.${member}`, payload }),
    record: () => undefined,
    wake: () => undefined,
    ...parts,
  });
  await bench.start();
  return {
    bench,
    clock,
    toldOn: (channel) => told.filter((one) => one.channel === channel).map(({ payload }) => payload),
    run(milliseconds) {
      for (let passed = 0; passed < milliseconds; passed += 10) {
        clock.pass(10);
        bench.tick();
      }
    },
    async answerOf(asked) {
      const answers = new Set<unknown>();
      void Promise.resolve(asked).then(answers.add.bind(answers), answers.add.bind(answers));
      for (let ticks = 0; answers.size === 0 && ticks < MOST_TICKS; ticks += 1) {
        bench.tick();
        await Promise.resolve();
      }
      if (answers.size === 0) throw new Error('The command is not answered.');
      return await valueOf(asked);
    },
  };
}

/** The value of an outcome that a story takes for granted. */
export async function valueOf<Value>(outcome: Outcome<Value> | Promise<Outcome<Value>>): Promise<Value> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(`${settled.error.code}: ${settled.error.message}`);
  return settled.value;
}
