import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../../main/voice/opus-codec.ts';
import { createVoiceReceiver } from '../../voice/packets/receiver.ts';
import { voiceResults as results } from '../../voice/voice-results.ts';
import { ADA, valueOf } from '../story.ts';
import { packetOf, tone, voiceStories } from './voice-story.ts';

const beginVoice = voiceStories(await loadOpusCodec());

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
