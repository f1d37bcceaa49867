import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../steam/hex.ts';
import { kindSchemas } from '../../steam/value-kinds.ts';
import { SimulationChange } from '../knobs.ts';
import { ADA, beginStory, BO, valueOf } from '../story.ts';
import { stubCodec } from './stub-codec.ts';
import { voiceFunctions, type VoiceChange } from './voice-knobs.ts';

const probability = fc.constantFrom(0, 0.3, 1);
const peakDbfs = fc.constantFrom(-90, -20, 0);
const hertz = fc.constantFrom(1, 440, 12_000);

const anySource: fc.Arbitrary<NonNullable<VoiceChange['source']>> = fc.oneof(
  fc.record({ kind: fc.constant('speech' as const), peakDbfs }),
  fc.record({ kind: fc.constant('tone' as const), hertz, peakDbfs }),
  fc.record({
    kind: fc.constant('sweep' as const),
    fromHertz: hertz,
    toHertz: hertz,
    seconds: fc.constantFrom(0.1, 5),
    peakDbfs,
  }),
  fc.constant({ kind: 'silence' as const }),
  fc.constant({ kind: 'outside' as const }),
  fc.record({
    kind: fc.constant('samples' as const),
    samples: fc.oneof(fc.int16Array({ minLength: 1 }), fc.float32Array({ minLength: 1 })),
    sampleRate: fc.constantFrom(4000, 24_000, 192_000),
    isRepeated: fc.boolean(),
  }),
);

const anyChange: fc.Arbitrary<VoiceChange> = fc.record(
  {
    source: anySource,
    isSourceRepeated: fc.boolean(),
    isMicrophonePulled: fc.boolean(),
    isRestricted: fc.boolean(),
    tailMs: fc.nat(10_000),
    driftPpm: fc.integer({ min: -100_000, max: 100_000 }),
    outgoing: fc.record({
      lose: probability,
      duplicate: probability,
      swap: probability,
      jitterMs: fc.nat(500),
    }),
    incoming: fc.record({ lose: probability, flipBit: probability }, { requiredKeys: [] }),
    nextResult: fc.record({
      name: fc.constantFrom(...voiceFunctions),
      result: fc.integer({ min: 1, max: 9 }),
      times: fc.nat(2),
    }),
  },
  { requiredKeys: [] },
);

const anyStep = fc.oneof(
  fc.record({ step: fc.constant('pass' as const), milliseconds: fc.oneof(fc.nat(200), fc.nat(200_000_000)) }),
  fc.record({ step: fc.constant('start' as const) }),
  fc.record({ step: fc.constant('stop' as const) }),
  fc.record({ step: fc.constant('look' as const) }),
  fc.record({ step: fc.constant('fetch' as const) }),
  fc.record({
    step: fc.constant('decode' as const),
    other: fc.option(fc.uint8Array({ maxLength: 60 }), { nil: undefined, freq: 4 }),
    sampleRate: fc.constantFrom(11_025, 24_000, 48_000, 0, 0xffffffff),
  }),
  fc.record({ step: fc.constant('push' as const), samples: fc.float32Array({ maxLength: 500 }) }),
  fc.record({ step: fc.constant('set' as const), voice: anyChange }),
  fc.record({ step: fc.constant('breakPipe' as const) }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer Of> ? Of : never;

/** Does the steps and writes down everything that came out. */
function tell(seed: number, steps: readonly Step[]): readonly string[] {
  const { simulation, pass } = beginStory({ seed, voiceCodec: () => stubCodec });
  const client = valueOf(simulation.open(480));
  valueOf(simulation.openAs(BO, 480)).call('startVoiceRecording', {});
  let packet: Uint8Array = new Uint8Array(0);
  const take = (step: Step): unknown => {
    switch (step.step) {
      case 'pass':
        return pass(step.milliseconds);
      case 'start':
        return client.call('startVoiceRecording', {});
      case 'stop':
        return client.call('stopVoiceRecording', {});
      case 'look':
        return client.call('getAvailableVoice', {});
      case 'fetch': {
        const got = valueOf(client.call('getVoice', {}));
        if (got.result === 0 && got.written > 0) packet = got.buffer;
        if (got.result !== 4) expect(got.written).toBe(got.buffer.length);
        return got;
      }
      case 'decode': {
        const { sampleRate } = step;
        const heard = valueOf(client.call('decompressVoice', { voice: step.other ?? packet, sampleRate }));
        if (heard.result !== 4) expect(heard.size).toBe(heard.uncompressed.length);
        kindSchemas.uint32.parse(heard.size);
        return heard;
      }
      case 'push':
        return simulation.pushVoice(step.samples, 48_000);
      case 'set':
        return simulation.set({ voice: step.voice }).ok;
      case 'breakPipe':
        return simulation.raise({ kind: 'ipcFailure', type: 1 });
    }
  };
  const written = steps.map((step) => take(step));
  const card = simulation.snapshot().world?.voices?.find(({ steamId }) => steamId === ADA);
  return [...written, card].map((one) =>
    JSON.stringify(one, (_key, value: unknown) => (value instanceof Uint8Array ? toHex(value) : value)),
  );
}

describe('the simulated voice', () => {
  it('is driven by what its schema allows', () => {
    fc.assert(fc.property(anyChange, (voice) => void SimulationChange.parse({ voice })));
    const refused: readonly unknown[] = [
      { source: { kind: 'tone', hertz: 440 } },
      { source: { kind: 'samples', samples: [1, 2], sampleRate: 24_000, isRepeated: false } },
      { source: { kind: 'samples', samples: new Int16Array(0), sampleRate: 24_000, isRepeated: false } },
      { outgoing: { lose: 2 } },
      { incoming: { jitterMs: 1 } },
      { nextResult: { name: 'getVoice', result: 10, times: 1 } },
      { loud: true },
    ];
    for (const voice of refused) expect(SimulationChange.safeParse({ voice }).success).toBe(false);
  });

  it('never throws, gives what its table promises, and does the same again for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(anyStep, { maxLength: 40 }), (seed, steps) => {
        expect(tell(seed, steps)).toEqual(tell(seed, steps));
      }),
      { numRuns: 60 },
    );
  });
});
