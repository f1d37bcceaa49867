import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../steam/hex.ts';
import { createVoiceReceiver } from '../../voice/packets/receiver.ts';
import { ADA, beginStory, valueOf } from '../story.ts';
import { stubCodec } from './stub-codec.ts';
import type { VoiceChange } from './voice-knobs.ts';

/** A minute of a tone, fetched every 20 ms. */
function record(seed: number, voice: VoiceChange, seconds = 60) {
  const { simulation, pass } = beginStory({ seed, voiceCodec: () => stubCodec });
  const client = valueOf(simulation.open(480));
  valueOf(simulation.set({ voice: { source: { kind: 'tone', hertz: 300, peakDbfs: -6 }, ...voice } }));
  client.call('startVoiceRecording', {});
  const packets: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  for (let at = 20; at <= seconds * 1000; at += 20) {
    pass(20);
    for (;;) {
      const { result, buffer } = valueOf(client.call('getVoice', {}));
      if (result !== 0) break;
      packets.push({ at, bytes: buffer });
    }
  }
  const card = simulation.snapshot().world?.voices?.find(({ steamId }) => steamId === ADA);
  if (card === undefined) throw new Error('The world has no voice.');
  return { packets, card, client, simulation };
}

function measure(packets: readonly { readonly bytes: Uint8Array }[]) {
  const receiver = createVoiceReceiver();
  for (const { bytes } of packets) receiver.receive(bytes);
  const statistics = receiver.statistics();
  const [talker] = statistics.talkers;
  if (talker === undefined) throw new Error('Nobody talked.');
  return { ...statistics, talker };
}

describe('what is injected between microphone and getVoice', () => {
  it.each<readonly [words: string, outgoing: NonNullable<VoiceChange['outgoing']>]>([
    ['nothing', {}],
    ['loss', { lose: 0.08 }],
    ['duplicates', { duplicate: 0.1 }],
    ['another order', { swap: 0.1 }],
    ['turned bits', { flipBit: 0.05 }],
    ['jitter', { jitterMs: 200 }],
    ['all at once', { lose: 0.05, duplicate: 0.05, swap: 0.05, jitterMs: 100 }],
  ])('is what a receiver measures: %s', (_words, outgoing) => {
    const { packets, card } = record(7, { outgoing });
    const injected = card.injected.outgoing;
    const { talker, wrongChecksums, brokenPackets } = measure(packets);
    expect(card.unreadPackets).toBe(0);
    expect({
      lost: talker.lostFrames,
      duplicated: talker.duplicateFrames,
      swapped: talker.latePackets,
      flipped: wrongChecksums + brokenPackets,
    }).toEqual({
      lost: injected.lostFrames + injected.flippedFrames,
      duplicated: injected.duplicatedFrames,
      swapped: injected.swappedPackets,
      flipped: injected.flippedPackets,
    });
    const wanted = { lose: 'lostPackets', duplicate: 'duplicatedPackets', swap: 'swappedPackets' } as const;
    for (const [knob, count] of Object.entries(wanted) as [keyof typeof wanted, 'lostPackets'][])
      expect(injected[count] > 0).toBe((outgoing[knob] ?? 0) > 0);
    expect(injected.longestDelayMs > 50).toBe(outgoing.jitterMs !== undefined);
  });

  it('comes out the same for the same seed, and leaves the order of other faults alone', () => {
    const wholeOf = (seed: number, voice: VoiceChange): string =>
      record(seed, voice, 5)
        .packets.map(({ at, bytes }) => `${at} ${toHex(bytes)}`)
        .join();
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.record({ lose: fc.constantFrom(0, 0.2), swap: fc.constantFrom(0, 0.2), jitterMs: fc.nat(100) }),
        (seed, outgoing) => {
          expect(wholeOf(seed, { outgoing })).toBe(wholeOf(seed, { outgoing }));
        },
      ),
      { numRuns: 6 },
    );
    const losses = (voice: VoiceChange): number => record(3, voice, 20).card.injected.outgoing.lostPackets;
    expect(losses({ outgoing: { lose: 0.2, swap: 0.3, flipBit: 0.3 } })).toBe(
      losses({ outgoing: { lose: 0.2 } }),
    );
  });
});

describe('what is injected on the way to decompressVoice', () => {
  it('is counted to the packet, and heard', () => {
    const { packets, client, simulation } = record(2, {});
    const decode = () => {
      const tally = { ok: 0, noData: 0, corrupted: 0 };
      for (const { bytes } of packets) {
        const { result } = valueOf(client.call('decompressVoice', { voice: bytes, sampleRate: 24_000 }));
        if (result === 0) tally.ok += 1;
        if (result === 3) tally.noData += 1;
        if (result === 5) tally.corrupted += 1;
      }
      return tally;
    };
    expect(decode()).toEqual({ ok: packets.length, noData: 0, corrupted: 0 });
    valueOf(simulation.set({ voice: { incoming: { lose: 0.1 } } }));
    const lossy = decode();
    valueOf(simulation.set({ voice: { incoming: { lose: 0, flipBit: 0.1 } } }));
    const flipped = decode();
    valueOf(simulation.set({ voice: { incoming: { flipBit: 0, swap: 0.1 } } }));
    const swapped = decode();
    const injected = simulation.snapshot().world?.voices?.[0]?.injected.incoming;
    expect(injected).toMatchObject({
      packets: packets.length * 4,
      lostPackets: lossy.noData,
      flippedPackets: flipped.corrupted,
      swappedPackets: swapped.noData,
    });
    for (const tally of [lossy.noData, flipped.corrupted, swapped.noData]) expect(tally).toBeGreaterThan(10);
  });
});
