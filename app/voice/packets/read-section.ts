import { END_OF_SPURT, SECTION_HEAD_BYTES, voiceOps, type VoiceFrame, type VoiceSection } from './packet.ts';
import type { PacketProblem, PacketProblemCode } from './read-packet.ts';

interface Problem {
  readonly problem: PacketProblem;
}
type SectionReading = { readonly section: VoiceSection; readonly next: number } | Problem;

const otherCodecs = new Map([
  [voiceOps.legacy, 'legacy'],
  [voiceOps.speex, 'speex'],
  [voiceOps.rawPcm, 'rawPcm'],
  [voiceOps.oldOpus, 'oldOpus'],
] as const);

/** The section that begins at `at`, where `end` is where the checksum begins; at least its head has to be there. */
export function readSection(bytes: Uint8Array, view: DataView, at: number, end: number): SectionReading {
  const op = view.getUint8(at);
  const value = view.getUint16(at + 1, true);
  const from = at + SECTION_HEAD_BYTES;
  switch (op) {
    case voiceOps.sampleRate:
      return { section: { kind: 'sampleRate', hertz: value }, next: from };
    case voiceOps.silence:
      return { section: { kind: 'silence', samples: value }, next: from };
    case voiceOps.opus:
    case voiceOps.silk: {
      const next = from + value;
      if (next > end)
        return problem(
          'cut-section',
          at + 1,
          `The section is said to hold ${value} bytes, ${end - from} follow.`,
        );
      const read =
        op === voiceOps.opus ? readOpus(bytes, view, from, next) : readSilk(bytes, view, from, next);
      return 'problem' in read ? read : { section: read, next };
    }
    default: {
      const codec = otherCodecs.get(op as 1 | 2 | 3 | 5);
      return { section: { kind: 'unread', op, codec, value, bytes: bytes.subarray(from, end) }, next: end };
    }
  }
}

function readOpus(bytes: Uint8Array, view: DataView, from: number, end: number): VoiceSection | Problem {
  const frames: VoiceFrame[] = [];
  for (let at = from; at < end;) {
    if (end - at < 2) return cutFrame(at, 2, end);
    const length = view.getUint16(at, true);
    if (length === END_OF_SPURT) {
      if (at + 2 < end)
        return problem(
          'bytes-after-end',
          at + 2,
          `${end - at - 2} bytes of the section follow the end of the spurt.`,
        );
      return { kind: 'opus', frames, isEnd: true };
    }
    if (end - at < 4 + length) return cutFrame(at, 4 + length, end);
    const frame = bytes.subarray(at + 4, at + 4 + length);
    frames.push({ seq: view.getUint16(at + 2, true), bytes: frame, isDtx: length <= 1 });
    at += 4 + length;
  }
  return { kind: 'opus', frames, isEnd: false };
}

function readSilk(bytes: Uint8Array, view: DataView, from: number, end: number): VoiceSection | Problem {
  const frames: Uint8Array[] = [];
  for (let at = from; at < end;) {
    if (end - at < 2) return cutFrame(at, 2, end);
    const length = view.getUint16(at, true);
    if (end - at < 2 + length) return cutFrame(at, 2 + length, end);
    frames.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return { kind: 'silk', frames };
}

function cutFrame(at: number, neededBytes: number, end: number): Problem {
  return problem('cut-frame', at, `The frame takes ${neededBytes} bytes, the section has ${end - at} left.`);
}

function problem(code: PacketProblemCode, at: number, why: string): Problem {
  return { problem: { code, at, why } };
}
