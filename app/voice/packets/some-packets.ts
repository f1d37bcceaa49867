import fc from 'fast-check';
import type { VoiceContent, VoiceFrame, VoiceSection } from './packet.ts';

// What the tests of voice packets draw from.

export const TALKER = '76561202255165729';

/** A frame as the simulator or Steam would send it: number and length are what matters. */
export function someFrame(seq: number, lengthBytes = 50): VoiceFrame {
  const bytes = Uint8Array.from({ length: lengthBytes }, (_, index) =>
    index === 0 ? 0x68 : (seq * 7 + index) & 0xff,
  );
  return { seq, bytes, isDtx: lengthBytes <= 1 };
}

/** Frames in a row in one packet. */
export function someContent(firstSeq: number, count: number, isEnd = false, talker = TALKER): VoiceContent {
  const frames = Array.from({ length: count }, (_, index) => someFrame((firstSeq + index) & 0xffff));
  return {
    talker,
    sections: [
      { kind: 'sampleRate', hertz: 24_000 },
      { kind: 'opus', frames, isEnd },
    ],
  };
}

const bytes = fc.uint8Array({ maxLength: 40 });
const uint16 = fc.nat(0xffff);

const anyFrame: fc.Arbitrary<VoiceFrame> = fc
  .record({ seq: uint16, bytes })
  .map((frame) => ({ ...frame, isDtx: frame.bytes.length <= 1 }));

const anySection: fc.Arbitrary<VoiceSection> = fc.oneof(
  fc.record({ kind: fc.constant('sampleRate' as const), hertz: uint16 }),
  fc.record({ kind: fc.constant('silence' as const), samples: uint16 }),
  fc.record({
    kind: fc.constant('opus' as const),
    frames: fc.array(anyFrame, { maxLength: 9 }),
    isEnd: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('silk' as const), frames: fc.array(bytes, { maxLength: 5 }) }),
);

const anyUnread: fc.Arbitrary<VoiceSection> = fc.oneof(
  fc.record({
    kind: fc.constant('unread' as const),
    op: fc.integer({ min: 12, max: 255 }),
    codec: fc.constant(undefined),
    value: uint16,
    bytes,
  }),
  fc.record({
    kind: fc.constant('unread' as const),
    op: fc.constant(2),
    codec: fc.constant('speex' as const),
    value: uint16,
    bytes,
  }),
);

export const anyContent: fc.Arbitrary<VoiceContent> = fc
  .record({
    talker: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map(String),
    known: fc.array(anySection, { minLength: 1, maxLength: 6 }),
    last: fc.option(anyUnread, { nil: undefined, freq: 3 }),
  })
  .map(({ talker, known, last }) => ({ talker, sections: last === undefined ? known : [...known, last] }));
