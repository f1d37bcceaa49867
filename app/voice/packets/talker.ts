import type { SteamIdText } from '../../steam/steam-id.ts';
import { createMissingFrames, type LossBurst } from './missing-frames.ts';
import type { VoiceFrame, VoicePacket } from './packet.ts';
import { seqAfter, seqDistance } from './sequence.ts';

/** How many missing frames are made up for before the rest is left out. */
export const MOST_CONCEALED = 10;

/** Packets that a duplicate is looked for among: within a spurt, and of one that is over. */
const REMEMBERED_PACKETS = 512;
const REMEMBERED_AFTER_END = 4;

/** What has to be done with a packet, in this order. A step needs no codec to be planned, only to be done. */
export type ReceiverStep =
  | { readonly kind: 'decode'; readonly seq: number; readonly bytes: Uint8Array; readonly isDtx: boolean }
  /** So many frames are to be made up; `missing` may be more. */
  | { readonly kind: 'conceal'; readonly frames: number; readonly missing: number }
  /** The decoder begins anew: the talk spurt is over, or a number came that lies behind. */
  | { readonly kind: 'reset'; readonly why: 'end' | 'earlier' }
  | { readonly kind: 'silence'; readonly samples: number }
  /** A section of another codec. */
  | { readonly kind: 'unsupported'; readonly op: number };

/** How a packet came: in order, after its time, a second time, or as the first of a spurt without an end before it. */
export type Arrival = 'inOrder' | 'late' | 'duplicate' | 'restart';

/** What was counted of one talker. Frames are 20 ms; duplicates count as duplicates alone. */
export interface TalkerStatistics {
  readonly talker: SteamIdText;
  readonly packets: number;
  readonly spurts: number;
  readonly frames: number;
  readonly dtxFrames: number;
  /** Never came: by the numbers, so what was lost behind the last frame that came is not in it. */
  readonly lostFrames: number;
  readonly lossBursts: readonly LossBurst[];
  readonly concealedFrames: number;
  readonly latePackets: number;
  readonly lateFrames: number;
  readonly duplicatePackets: number;
  readonly duplicateFrames: number;
  readonly resets: number;
}

export interface Talker {
  receive(packet: VoicePacket): { readonly arrival: Arrival; readonly steps: readonly ReceiverStep[] };
  statistics(): TalkerStatistics;
}

/**
 * What a receiver knows of one talker.
 *
 * The plan follows the receivers that are known: the number that is expected is decoded; for one that lies ahead the
 * missing frames are concealed first; for one that lies behind the decoder is reset and the frame taken; the end of a
 * spurt resets and expects 0. The counts go by what a frame is, not by what the plan makes of it.
 */
export function createTalker(talker: SteamIdText): Talker {
  const missing = createMissingFrames();
  const packetCrcs = new Set<number>();
  const counts = {
    packets: 0,
    spurts: 0,
    frames: 0,
    dtxFrames: 0,
    concealedFrames: 0,
    latePackets: 0,
    lateFrames: 0,
    duplicatePackets: 0,
    duplicateFrames: 0,
    resets: 0,
  };
  let expected = 0;
  /** One behind the newest frame of the spurt. */
  let frontier = 0;
  let isBetweenSpurts = true;

  const arrivalOf = ({ frames, crc }: VoicePacket): Arrival => {
    const [first] = frames;
    // Between spurts a packet that begins with 0 begins the next one, which may be the same again, byte for byte.
    const canBeAgain = isBetweenSpurts ? first?.seq !== 0 : first !== undefined;
    if (canBeAgain && packetCrcs.has(crc)) return 'duplicate';
    if (first === undefined) return 'inOrder';
    if (frames.every(({ seq }) => missing.has(seq))) return 'late';
    return seqDistance(isBetweenSpurts ? 0 : frontier, first.seq) < 0 ? 'restart' : 'inOrder';
  };

  const remember = (crc: number): void => {
    packetCrcs.add(crc);
    const kept = isBetweenSpurts ? REMEMBERED_AFTER_END : REMEMBERED_PACKETS;
    const tooMany = packetCrcs.size - kept;
    if (tooMany > 0) [...packetCrcs].slice(0, tooMany).forEach((old) => packetCrcs.delete(old));
  };

  const countFrame = ({ seq, isDtx }: VoiceFrame, arrival: Arrival): void => {
    if (arrival === 'duplicate') {
      counts.duplicateFrames += 1;
      return;
    }
    counts.frames += 1;
    if (isDtx) counts.dtxFrames += 1;
    if (arrival === 'late') {
      counts.lateFrames += 1;
      missing.arrived(seq);
      return;
    }
    const ahead = seqDistance(frontier, seq);
    if (ahead > 0) missing.add(frontier, ahead);
    if (ahead >= 0) frontier = seqAfter(seq);
  };

  const planFrame = ({ seq, bytes, isDtx }: VoiceFrame, steps: ReceiverStep[]): void => {
    const ahead = seqDistance(expected, seq);
    if (ahead > 0) {
      const frames = Math.min(ahead, MOST_CONCEALED);
      counts.concealedFrames += frames;
      steps.push({ kind: 'conceal', frames, missing: ahead });
    }
    if (ahead < 0) reset('earlier', steps);
    steps.push({ kind: 'decode', seq, bytes, isDtx });
    expected = seqAfter(seq);
  };

  const reset = (why: 'end' | 'earlier', steps: ReceiverStep[]): void => {
    counts.resets += 1;
    steps.push({ kind: 'reset', why });
  };

  const beginSpurt = (): void => {
    missing.settle();
    packetCrcs.clear();
    counts.spurts += 1;
    frontier = 0;
    isBetweenSpurts = false;
  };

  return {
    receive(packet) {
      const arrival = arrivalOf(packet);
      counts.packets += 1;
      if (arrival === 'late') counts.latePackets += 1;
      if (arrival === 'duplicate') counts.duplicatePackets += 1;
      if (arrival === 'restart') isBetweenSpurts = true;
      const isNews = arrival === 'inOrder' || arrival === 'restart';
      const steps: ReceiverStep[] = [];
      for (const section of packet.sections) {
        switch (section.kind) {
          case 'sampleRate':
            break;
          case 'opus':
            for (const frame of section.frames) {
              if (isNews && isBetweenSpurts) beginSpurt();
              countFrame(frame, arrival);
              planFrame(frame, steps);
            }
            if (section.isEnd) {
              reset('end', steps);
              expected = 0;
              if (isNews) isBetweenSpurts = true;
            }
            break;
          case 'silence':
            steps.push({ kind: 'silence', samples: section.samples });
            break;
          case 'silk':
            steps.push({ kind: 'unsupported', op: 4 });
            break;
          case 'unread':
            steps.push({ kind: 'unsupported', op: section.op });
            break;
        }
      }
      remember(packet.crc);
      return { arrival, steps };
    },
    statistics: () => ({
      talker,
      ...counts,
      lostFrames: missing.lost(),
      lossBursts: missing.bursts(),
    }),
  };
}
