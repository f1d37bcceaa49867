import type { TakeFrame, TakePacket } from './take-record.ts';

/** Frames and packets of one spurt for tests, four frames a packet, each packet leaving when its last frame is full. */
export function someSpurt(frameCount: number, options: SpurtOptions = {}) {
  const { firstSeq = 0, spurt = 0, bytes = 80, delayOf = () => 0 } = options;
  const frames: TakeFrame[] = [];
  const packets: TakePacket[] = [];
  for (let index = 0; index < frameCount; index += 1) {
    const packet = Math.floor(index / 4);
    const seq = (firstSeq + index) % 65_536;
    frames.push({ spurt, seq, packet, mediaTimeMs: 20 * index, bytes, isDtx: false, isLost: false });
    packets[packet] ??= {
      arrivedAt: 1000 + 80 * (packet + 1) + delayOf(packet),
      bytes: 4 * (bytes + 4) + 18,
    };
  }
  return { frames, packets };
}

export interface SpurtOptions {
  readonly firstSeq?: number;
  readonly spurt?: number;
  readonly bytes?: number;
  readonly delayOf?: (packet: number) => number;
}
