import { describe, expect, it } from 'vitest';
import { loadOpusCodec } from '../../main/voice/opus-codec.ts';
import { valueOf } from '../duration/running-bench.ts';
import { writeRecording } from './packets/recording.ts';
import { someContent } from './packets/some-packets.ts';
import { writeVoicePacket } from './packets/write-packet.ts';
import { voiceBenches } from './voice-bench.ts';

const begin = voiceBenches(await loadOpusCodec());

describe('packet files', () => {
  const packets = [someContent(0, 8), someContent(8, 5), someContent(15, 4, true)].map(writeVoicePacket);

  it('are taken apart', async () => {
    const { voice } = await begin();
    const bytes = writeRecording(packets.map((packet, index) => ({ arrivedAt: 100 * index, bytes: packet })));
    const inspection = await valueOf(voice.inspect({ name: 'a.stbvoice', bytes }));
    expect(inspection).toMatchObject({ format: 'recording', strayBytes: 0 });
    expect(inspection.packets.map(({ at, arrivedMs, isEnd }) => [at, arrivedMs, isEnd])).toEqual([
      [24, 0, false],
      [24 + 12 + packets[0]!.length, 100, false],
      [24 + 24 + packets[0]!.length + packets[1]!.length, 200, true],
    ]);
    expect(inspection.packets[2]?.sections).toEqual(['24000 Hz', 'Opus, 4 frames, end']);
  });

  it('with bytes that are none tell how many, and a text file is refused', async () => {
    const { voice } = await begin();
    const bytes = Uint8Array.from([...packets[0]!, 1, 2, 3, ...packets[1]!]);
    const inspection = await valueOf(voice.inspect({ name: 'dump', bytes }));
    expect(inspection).toMatchObject({ format: 'concatenated', strayBytes: 3 });
    expect(
      await voice.inspect({ name: 't', bytes: new TextEncoder().encode('No voice here') }),
    ).toMatchObject({
      error: { code: 'not-a-packet-file' },
    });
  });

  it.each([
    ['empty.stbvoice', new Uint8Array(), 'packet-file-empty', '“empty.stbvoice” is empty.'],
    [
      'head.stbvoice',
      writeRecording([]),
      'not-a-packet-file',
      '“head.stbvoice” is a packet file of the bench,',
    ],
    [
      'words.txt',
      new TextEncoder().encode('No voice'),
      'not-a-packet-file',
      '“words.txt” holds no voice packet',
    ],
  ])('that hold none are named: %s', async (name, bytes, code, words) => {
    const { voice } = await begin();
    for (const ask of [voice.inspect, voice.keepPackets])
      expect(await ask({ name, bytes: new Uint8Array(bytes) })).toMatchObject({
        error: { code, message: expect.stringContaining(words) as unknown },
      });
  });

  it('are decoded to a take like one that was recorded', async () => {
    const source = await begin();
    await valueOf(source.voice.start({}));
    source.run(3000);
    await valueOf(source.voice.stop({}));
    source.run(600);
    const { id, lengthSeconds } = await source.take();
    const bytes = await valueOf(source.files.read(id, 'packets'));

    const { voice, run, take, heard } = await begin();
    const kept = voice.keepPackets({ name: 'from-a-friend.stbvoice', bytes: new Uint8Array(bytes) });
    run(100);
    const card = await valueOf(kept);
    expect(card).toMatchObject({ name: 'from-a-friend.stbvoice', source: 'opened', lengthSeconds });
    expect(await take()).toEqual(card);
    expect(heard).toEqual([]);
  });

  it('are given up with the client that decodes them', async () => {
    const { voice, bench, state } = await begin();
    const bytes = writeRecording(packets.map((packet) => ({ arrivedAt: 0, bytes: packet })));
    const kept = voice.keepPackets({ name: 'x', bytes });
    await bench.handlers.session.disconnect(undefined);
    expect(await kept).toMatchObject({ error: { code: 'not-connected' } });
    expect((await state()).takes).toEqual([]);
  });
});
