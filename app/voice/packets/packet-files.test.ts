import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPackets } from './packet-stream.ts';
import { isRecording, readRecording, recordingHead, recordingRecord, writeRecording } from './recording.ts';
import { anyContent, someContent } from './some-packets.ts';
import { writeVoicePacket } from './write-packet.ts';

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

const first = writeVoicePacket(someContent(0, 8));
const second = writeVoicePacket(someContent(8, 5));
const third = writeVoicePacket(someContent(13, 2, true));

describe('packets one after another', () => {
  it('are cut apart where their checksums say', () => {
    expect(cutPackets(joined(first, second, third))).toEqual([
      { kind: 'packet', at: 0, bytes: first },
      { kind: 'packet', at: first.length, bytes: second },
      { kind: 'packet', at: first.length + second.length, bytes: third },
    ]);
  });

  it('are found again behind bytes that are none, and behind a damaged one', () => {
    const noise = Uint8Array.of(1, 2, 3, 4, 5);
    const damaged = second.slice();
    damaged[40]! ^= 1;
    expect(
      cutPackets(joined(noise, first, damaged, third, noise)).map(({ kind, bytes }) => [kind, bytes]),
    ).toEqual([
      ['stray', noise],
      ['packet', first],
      ['stray', damaged],
      ['packet', third],
      ['stray', noise],
    ]);
  });

  it('of any kind come out as they went in', () => {
    fc.assert(
      fc.property(fc.array(anyContent, { maxLength: 8 }), (contents) => {
        const packets = contents.map(writeVoicePacket);
        expect(cutPackets(joined(...packets)).map(({ kind, bytes }) => [kind, bytes])).toEqual(
          packets.map((packet) => ['packet', packet]),
        );
      }),
    );
  });

  it('leave nothing out, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(joined(...cutPackets(bytes).map((piece) => piece.bytes))).toEqual(bytes);
      }),
    );
  });
});

describe('a recording', () => {
  const packets = [
    { arrivedAt: 1_900_000_000_000.25, bytes: first },
    { arrivedAt: 1_900_000_000_150, bytes: second },
  ];

  it('gives back packets and arrivals, written at once or piece by piece', () => {
    const file = writeRecording(packets);
    expect(isRecording(file)).toBe(true);
    expect(readRecording(file)).toEqual({ ok: true, packets, cut: undefined });
    expect(joined(recordingHead(), ...packets.map(recordingRecord))).toEqual(file);
  });

  it('cut anywhere has lost the record that was cut, and says so', () => {
    const file = writeRecording(packets);
    const secondAt = 12 + 12 + first.length;
    for (let length = 12; length <= file.length; length += 1) {
      const reading = readRecording(file.subarray(0, length));
      const at = length === file.length ? undefined : length >= secondAt ? secondAt : 12;
      const whole = length === file.length ? 2 : length >= secondAt ? 1 : 0;
      const cut = at === undefined || at === length ? undefined : { at, lengthBytes: length - at };
      expect(reading).toEqual({ ok: true, packets: packets.slice(0, whole), cut });
    }
    expect(readRecording(file.subarray(0, 10))).toEqual({
      ok: true,
      packets: [],
      cut: { at: 8, lengthBytes: 2 },
    });
  });

  it('of another kind, a later version, or with an absurd length is refused', () => {
    const later = writeRecording(packets);
    later[8] = 2;
    const absurd = writeRecording(packets);
    absurd.set([0xff, 0xff, 0xff, 0xff], 12);
    expect(readRecording(first)).toMatchObject({ ok: false, code: 'not-a-recording' });
    expect(readRecording(later)).toMatchObject({ ok: false, code: 'newer-version' });
    expect(readRecording(absurd)).toMatchObject({ ok: false, code: 'broken-record' });
  });

  it.each([NaN, Infinity, -1e300])('with a packet that arrived at %d is refused', (arrivedAt) => {
    const [one] = packets;
    expect(readRecording(writeRecording([one!, { arrivedAt, bytes: second }]))).toMatchObject({
      ok: false,
      code: 'broken-record',
    });
  });
});
