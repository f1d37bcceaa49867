import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../../main/voice/opus-codec.ts';
import { writeVoicePacket } from '../../voice/packets/write-packet.ts';
import { voiceResults as results } from '../../voice/voice-results.ts';
import { BO, valueOf } from '../story.ts';
import { packetOf, pcmOf, rms, shareAt, tone, voiceStories } from './voice-story.ts';

const beginVoice = voiceStories(await loadOpusCodec());

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
