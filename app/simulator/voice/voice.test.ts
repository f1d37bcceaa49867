import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../../main/voice/opus-codec.ts';
import type { SteamClient } from '../../steam/steam-client.ts';
import { readVoicePacket } from '../../voice/packets/read-packet.ts';
import type { VoicePacket } from '../../voice/packets/packet.ts';
import { createVoiceReceiver } from '../../voice/packets/receiver.ts';
import { writeVoicePacket } from '../../voice/packets/write-packet.ts';
import { SimulationChange } from '../knobs.ts';
import { ADA, beginStory, BO, codeOf, valueOf, type Story } from '../story.ts';
import type { VoiceChange } from './voice-knobs.ts';
import { voiceResults as results } from '../../voice/voice-results.ts';

const voiceCodec = await loadOpusCodec();

interface VoiceStory extends Story {
  readonly client: SteamClient;
  readonly set: (voice: VoiceChange) => void;
  readonly card: () => NonNullable<ReturnType<typeof cardOf>>;
  /** Lets time pass in steps of 20 ms, fetching all that is there after each. */
  readonly listen: (milliseconds: number) => readonly Uint8Array[];
  /** The result of the next getVoice. */
  readonly ask: () => number;
}

const cardOf = ({ simulation }: Story) =>
  simulation.snapshot().world?.voices?.find(({ steamId }) => steamId === ADA);

function beginVoice(seed = 1, voice: VoiceChange = {}): VoiceStory {
  const story = beginStory({ seed, voiceCodec: () => voiceCodec });
  const set = (change: VoiceChange): void => {
    valueOf(story.simulation.set({ voice: SimulationChange.parse({ voice: change }).voice }));
  };
  const client = valueOf(story.simulation.open(480));
  set(voice);
  const fetch = (): readonly Uint8Array[] => {
    const { result, buffer } = valueOf(client.call('getVoice', {}));
    return result === results.ok ? [buffer, ...fetch()] : [];
  };
  return {
    ...story,
    client,
    set,
    card: () => {
      const card = cardOf(story);
      if (card === undefined) throw new Error('The world has no voice.');
      return card;
    },
    listen(milliseconds) {
      const packets: Uint8Array[] = [];
      for (let passed = 0; passed < milliseconds; passed += 20) {
        story.pass(20);
        packets.push(...fetch());
      }
      return packets;
    },
    ask: () => valueOf(client.call('getVoice', {})).result,
  };
}

function packetOf(bytes: Uint8Array): VoicePacket {
  const reading = readVoicePacket(bytes);
  if (!reading.ok) throw new Error(reading.problem.why);
  return reading.packet;
}

const tone: VoiceChange = { source: { kind: 'tone', hertz: 440, peakDbfs: -6 } };

function pcmOf(bytes: Uint8Array): Int16Array {
  return new Int16Array(bytes.slice().buffer);
}

function rms(samples: ArrayLike<number>): number {
  return Math.sqrt(Array.from(samples).reduce((sum, value) => sum + value * value, 0) / samples.length);
}

/** How much of the energy is at that pitch. */
function shareAt(samples: Int16Array, sampleRate: number, hertz: number): number {
  let cosine = 0;
  let sine = 0;
  samples.forEach((value, index) => {
    const angle = (2 * Math.PI * hertz * index) / sampleRate;
    cosine += value * Math.cos(angle);
    sine += value * Math.sin(angle);
  });
  return (2 * (cosine ** 2 + sine ** 2)) / samples.length ** 2 / rms(samples) ** 2;
}

describe('the simulated microphone', () => {
  it('records from start to the end of the tail, and no longer', () => {
    const { client, pass, listen, ask } = beginVoice(1, tone);
    expect(ask()).toBe(results.notRecording);
    client.call('startVoiceRecording', {});
    expect(ask()).toBe(results.noData);
    pass(159);
    expect(ask()).toBe(results.noData);
    pass(1);
    const { result, buffer } = valueOf(client.call('getAvailableVoice', {}));
    expect(result).toBe(results.ok);
    const first = valueOf(client.call('getVoice', {}));
    expect(first).toMatchObject({ result: results.ok, written: buffer });
    expect(first.buffer).toHaveLength(buffer);
    expect(ask()).toBe(results.noData);
    listen(1000);
    client.call('stopVoiceRecording', {});
    expect(ask()).toBe(results.noData);
    const tail = listen(280);
    expect(tail.map((bytes) => packetOf(bytes).isEnd)).not.toContain(true);
    pass(20);
    expect(packetOf(valueOf(client.call('getVoice', {})).buffer).isEnd).toBe(true);
    expect(ask()).toBe(results.notRecording);
    expect(valueOf(client.call('getAvailableVoice', {}))).toEqual({
      result: results.notRecording,
      buffer: 0,
    });
  });

  it('goes on when it is started again within the tail', () => {
    const { client, listen, card } = beginVoice(1, { ...tone, tailMs: 500 });
    client.call('startVoiceRecording', {});
    listen(400);
    client.call('stopVoiceRecording', {});
    listen(400);
    client.call('startVoiceRecording', {});
    expect(listen(1000).map((bytes) => packetOf(bytes).isEnd)).not.toContain(true);
    expect(card()).toMatchObject({ isRecording: true, spurts: 1 });
  });

  it('makes packets as Steam does', () => {
    const { client, listen } = beginVoice(3, tone);
    client.call('startVoiceRecording', {});
    const spoken = listen(3000);
    client.call('stopVoiceRecording', {});
    const bytes = [...spoken, ...listen(400)];
    const packets = bytes.map(packetOf);
    packets.forEach((packet, index) => {
      const raw = bytes[index]!;
      expect(packet.talker).toBe(ADA);
      expect(packet.crc).toBe(crc32(raw.subarray(0, -4)));
      expect(packet.sections.filter(({ kind }) => kind === 'sampleRate')).toEqual(
        packet.sections.filter((_, at) => at % 2 === 0),
      );
    });
    expect(packets[0]?.frames).toHaveLength(8);
    for (const packet of packets.slice(1, -1)) {
      expect(packet.frames.length).toBeGreaterThanOrEqual(4);
      expect(packet.frames.length).toBeLessThanOrEqual(8);
      expect([4, 6]).toContain(packet.sections.length);
    }
    const frames = packets.flatMap((packet) => packet.frames);
    expect(frames.map(({ seq }) => seq)).toEqual(frames.map((_, index) => index));
    expect(new Set(frames.map((frame) => frame.bytes[0]))).toEqual(new Set([0x68]));
    expect(frames).toHaveLength((3000 + 300) / 20);
    expect(packets.map(({ isEnd }) => isEnd).indexOf(true)).toBe(packets.length - 1);
  });

  it('says nothing in silence, and begins with 0 again after it: speech comes in spurts that end in DTX frames', () => {
    const { client, listen, card } = beginVoice(5);
    client.call('startVoiceRecording', {});
    const packets = listen(12_000).map(packetOf);
    const spurts = packets.filter(({ frames }) => frames[0]?.seq === 0);
    expect(spurts.length).toBeGreaterThanOrEqual(3);
    expect(packets.filter(({ isEnd }) => isEnd).length).toBeGreaterThanOrEqual(2);
    const statistics = card();
    expect(statistics.spurts).toBe(spurts.length);
    expect(statistics.dtxFrames).toBeGreaterThan(10);
    expect(statistics.frames).toBeLessThan(12_000 / 20 - 30);
    const beforeEnd = packets
      .slice(0, packets.findIndex(({ isEnd }) => isEnd) + 1)
      .flatMap(({ frames }) => frames);
    expect(beforeEnd.slice(-10).every(({ isDtx }) => isDtx)).toBe(true);
  });

  it('that is pulled, or hears silence, never has anything to say', () => {
    for (const voice of [{ ...tone, isMicrophonePulled: true }, { source: { kind: 'silence' } }] as const) {
      const { client, listen, ask } = beginVoice(1, voice);
      client.call('startVoiceRecording', {});
      expect(listen(3000)).toEqual([]);
      expect(ask()).toBe(results.noData);
    }
  });

  it('ends the spurt when it is pulled, and speaks again when it is back', () => {
    const { client, listen, set, card } = beginVoice(1, tone);
    client.call('startVoiceRecording', {});
    listen(1000);
    set({ isMicrophonePulled: true });
    expect(listen(1000).map((bytes) => packetOf(bytes).isEnd)).toContain(true);
    expect(listen(1000)).toEqual([]);
    set({ isMicrophonePulled: false });
    expect(packetOf(listen(400)[0]!).frames[0]?.seq).toBe(0);
    expect(card().spurts).toBe(2);
  });

  it('hears a file over and over, or once, without being given it again', () => {
    const samples = new Int16Array(24_000).fill(1000);
    const source = { kind: 'samples', samples, sampleRate: 24_000, isRepeated: false } as const;
    const { set, card } = beginVoice(1, { source });
    set({ isSourceRepeated: true });
    expect(card().source).toMatchObject({ kind: 'samples', seconds: 1, isRepeated: true });
    set({ source: { kind: 'silence' }, isSourceRepeated: false });
    expect(card().source).toEqual({ kind: 'silence' });
    set({ source, isSourceRepeated: true });
    expect(card().source).toMatchObject({ isRepeated: true });
  });

  it('hears samples of a file at any rate, once', () => {
    const samples = Int16Array.from({ length: 44_100 }, (_, index) =>
      Math.round(8000 * Math.sin((2 * Math.PI * 1000 * index) / 44_100)),
    );
    const { client, listen, card } = beginVoice(1, {
      source: { kind: 'samples', samples, sampleRate: 44_100, isRepeated: false, name: 'a.wav' },
    });
    samples.fill(0);
    client.call('startVoiceRecording', {});
    const packets = listen(4000);
    expect(packets.map(packetOf).filter(({ isEnd }) => isEnd)).toHaveLength(1);
    expect(card().source).toEqual({
      kind: 'samples',
      name: 'a.wav',
      seconds: 1,
      sampleRate: 44_100,
      isRepeated: false,
    });
    const heard = packets.flatMap((voice) => [
      ...pcmOf(valueOf(client.call('decompressVoice', { voice, sampleRate: 24_000 })).uncompressed),
    ]);
    expect(shareAt(Int16Array.from(heard.slice(4800, 19_200)), 24_000, 1000)).toBeGreaterThan(0.95);
  });

  it('hears what is pushed from outside, of the account that it is meant for', () => {
    const { client, simulation, pass, card } = beginVoice(1, { source: { kind: 'outside' } });
    client.call('startVoiceRecording', {});
    const heard: number[] = [];
    for (let block = 0; block < 100; block += 1) {
      const samples = Float32Array.from(
        { length: 960 },
        (_, index) => 0.3 * Math.sin((2 * Math.PI * 500 * (block * 960 + index)) / 48_000),
      );
      simulation.pushVoice(samples, 48_000);
      simulation.pushVoice(samples.fill(1), 48_000, BO);
      simulation.pushVoice(samples, 48_000, '7');
      pass(20);
      const { result, buffer } = valueOf(client.call('getVoice', {}));
      if (result !== results.ok) continue;
      const { uncompressed } = valueOf(client.call('decompressVoice', { voice: buffer, sampleRate: 24_000 }));
      heard.push(...pcmOf(uncompressed));
    }
    expect(card().spurts).toBe(1);
    expect(shareAt(Int16Array.from(heard.slice(4800)), 24_000, 500)).toBeGreaterThan(0.95);
  });

  it('loses what nobody asks for in time, and the numbers show it', () => {
    const { client, listen, pass, card } = beginVoice(1, tone);
    client.call('startVoiceRecording', {});
    const receiver = createVoiceReceiver();
    listen(1000).forEach((packet) => receiver.receive(packet));
    pass(60_000);
    listen(1000).forEach((packet) => receiver.receive(packet));
    const { skippedFrames, unreadFrames } = card();
    expect(skippedFrames).toBeGreaterThan(2900);
    expect(receiver.statistics().talkers[0]?.lostFrames).toBe(skippedFrames + unreadFrames);
  });

  it('runs fast or slow by its own clock', () => {
    const { client, listen, card } = beginVoice(1, { ...tone, driftPpm: 10_000 });
    client.call('startVoiceRecording', {});
    listen(20_020);
    expect(card().frames).toBe(1011);
  });
});

describe('an answer', () => {
  it('is the one that was chosen, as often as was chosen', () => {
    const { client, set, ask, pass, card } = beginVoice(1, tone);
    client.call('startVoiceRecording', {});
    pass(200);
    set({ nextResult: { name: 'getVoice', result: results.bufferTooSmall, times: 2 } });
    expect(card().nextResults).toEqual([{ name: 'getVoice', result: 4, times: 2 }]);
    const { buffer: waiting } = valueOf(client.call('getAvailableVoice', {}));
    expect(valueOf(client.call('getVoice', {}))).toEqual({
      result: 4,
      written: waiting,
      buffer: new Uint8Array(0),
    });
    expect(ask()).toBe(results.bufferTooSmall);
    expect(ask()).toBe(results.ok);
    for (const result of [1, 2, 3, 5, 6, 7, 8, 9]) {
      set({ nextResult: { name: 'decompressVoice', result, times: 1 } });
      const answer = client.call('decompressVoice', { voice: new Uint8Array(0), sampleRate: 24_000 });
      expect(valueOf(answer)).toEqual({ result, uncompressed: new Uint8Array(0), size: 0 });
    }
    set({ nextResult: { name: 'getAvailableVoice', result: 1, times: 5 } });
    set({ nextResult: { name: 'getAvailableVoice', result: 1, times: 0 } });
    expect(card().nextResults).toEqual([]);
  });

  it('of a restricted account is Restricted', () => {
    const { client, ask, pass } = beginVoice(1, { ...tone, isRestricted: true });
    client.call('startVoiceRecording', {});
    pass(500);
    expect(ask()).toBe(results.restricted);
    expect(valueOf(client.call('getAvailableVoice', {}))).toEqual({ result: results.restricted, buffer: 0 });
  });

  it('without a codec is not simulated, but for the rate', () => {
    const { simulation } = beginStory();
    const client = valueOf(simulation.open(480));
    expect(codeOf(client.call('getVoice', {}))).toBe('not-simulated');
    expect(codeOf(client.call('startVoiceRecording', {}))).toBe('not-simulated');
    expect(valueOf(client.call('getVoiceOptimalSampleRate', {}))).toBe(24_000);
    expect(codeOf(simulation.set({ voice: tone }))).toBe('not-simulated');
    expect(simulation.snapshot().world?.voices).toBeUndefined();
    simulation.pushVoice(new Int16Array(480), 24_000);
  });
});

describe('decompressVoice', () => {
  const recorded = (() => {
    const { client, listen } = beginVoice(1, tone);
    client.call('startVoiceRecording', {});
    return listen(2000);
  })();
  const frames = recorded.reduce((sum, bytes) => sum + packetOf(bytes).frames.length, 0);

  it.each([11_025, 16_000, 22_050, 24_000, 44_100, 48_000])('gives the tone back at %i Hz', (sampleRate) => {
    const { client } = beginVoice();
    const answers = recorded.map((voice) => valueOf(client.call('decompressVoice', { voice, sampleRate })));
    expect(new Set(answers.map(({ result }) => result))).toEqual(new Set([results.ok]));
    for (const { uncompressed, size } of answers) expect(uncompressed).toHaveLength(size);
    const samples = Int16Array.from(answers.flatMap(({ uncompressed }) => [...pcmOf(uncompressed)]));
    expect(samples).toHaveLength(Math.ceil((frames * 480 * sampleRate) / 24_000));
    const settled = samples.subarray(sampleRate / 5, sampleRate);
    expect(shareAt(settled, sampleRate, 440)).toBeGreaterThan(0.97);
    expect(rms(settled)).toBeGreaterThan(9000);
    expect(rms(settled)).toBeLessThan(13_500);
  });

  it('refuses rates that Steam does not take', () => {
    const { client } = beginVoice();
    for (const sampleRate of [0, 8000, 11_024, 48_001])
      expect(valueOf(client.call('decompressVoice', { voice: recorded[0]!, sampleRate })).result).toBe(
        results.notInitialized,
      );
  });

  it('tells damage from codecs that it does not have', () => {
    const { client } = beginVoice();
    const resultOf = (voice: Uint8Array): number =>
      valueOf(client.call('decompressVoice', { voice, sampleRate: 24_000 })).result;
    const damaged = recorded[0]!.slice();
    damaged[20]! ^= 1;
    expect(resultOf(damaged)).toBe(results.dataCorrupted);
    expect(resultOf(recorded[0]!.subarray(0, 50))).toBe(results.dataCorrupted);
    expect(resultOf(new Uint8Array(0))).toBe(results.dataCorrupted);
    const noOpus = { seq: 0, bytes: new Uint8Array(1276).fill(0xff), isDtx: false };
    expect(
      resultOf(
        writeVoicePacket({ talker: BO, sections: [{ kind: 'opus', frames: [noOpus], isEnd: false }] }),
      ),
    ).toBe(results.dataCorrupted);
    for (const op of [1, 2, 3, 5])
      expect(
        resultOf(
          writeVoicePacket({
            talker: BO,
            sections: [{ kind: 'unread', op, codec: undefined, value: 0, bytes: new Uint8Array(0) }],
          }),
        ),
      ).toBe(results.unsupportedCodec);
    expect(resultOf(writeVoicePacket({ talker: BO, sections: [{ kind: 'silk', frames: [] }] }))).toBe(
      results.unsupportedCodec,
    );
  });

  it('gives silence its length, and nothing for the mere end of a spurt', () => {
    const { client } = beginVoice();
    const sizeOf = (voice: Uint8Array): unknown => {
      const { result, size } = valueOf(client.call('decompressVoice', { voice, sampleRate: 48_000 }));
      return { result, size };
    };
    expect(sizeOf(writeVoicePacket({ talker: BO, sections: [{ kind: 'silence', samples: 480 }] }))).toEqual({
      result: results.ok,
      size: 1920,
    });
    expect(
      sizeOf(writeVoicePacket({ talker: BO, sections: [{ kind: 'opus', frames: [], isEnd: true }] })),
    ).toEqual({ result: results.ok, size: 0 });
  });

  it('conceals what is missing between packets', () => {
    const { client } = beginVoice();
    const samplesOf = (voice: Uint8Array): number =>
      valueOf(client.call('decompressVoice', { voice, sampleRate: 24_000 })).size / 2;
    samplesOf(recorded[0]!);
    const missing = packetOf(recorded[1]!).frames.length;
    const given = packetOf(recorded[2]!).frames.length;
    expect(samplesOf(recorded[2]!)).toBe((missing + given) * 480);
  });

  it('gives up on a packet that would last for ages', () => {
    const { client } = beginVoice();
    const many = Array.from({ length: 600 }, (_, index) => ({
      seq: index,
      bytes: Uint8Array.of(0x68),
      isDtx: true,
    }));
    const voice = writeVoicePacket({ talker: BO, sections: [{ kind: 'opus', frames: many, isEnd: false }] });
    expect(valueOf(client.call('decompressVoice', { voice, sampleRate: 24_000 })).result).toBe(
      results.dataCorrupted,
    );
  });
});
