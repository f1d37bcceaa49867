import type { SteamIdText } from '../steam/steam-id.ts';
import type { TakeFrame, TakePacket } from './figures/take-record.ts';
import type { RecordedPacket } from './packets/recording.ts';
import {
  createVoiceReceiver,
  type ReceiverStatistics,
  type ReceiverStep,
  type Reception,
} from './packets/receiver.ts';
import { seqAfter, seqDistance } from './packets/sequence.ts';
import { VOICE_FRAME_MS, VOICE_FRAME_SAMPLES } from './voice-codec.ts';
import { frameFlags, type LiveTake, type TakeMark } from './voice.ts';

/** A frame that is heard. */
export interface PlannedFrame {
  /** −1 where nothing was numbered. */
  readonly seq: number;
  /** See `frameFlags`. */
  readonly flags: number;
}

/** Of a run of lost frames no more are written down: a broken number must not cost memory. */
const MOST_LOST_IN_A_ROW = 5000;

/** Everything that the packets of a take tell, as they come. Has no codec: how much was heard of each is told. */
export interface TakeTally {
  /** What is to be heard of the packet, 20 ms each. */
  receive(packet: RecordedPacket): readonly PlannedFrame[];
  /** So much sound the newest packet gave. */
  heard(lengthMs: number): void;
  /** Marks a place, or a stretch up to here. */
  mark(kind: TakeMark['kind'], fromMs?: number): void;
  heardMs(): number;
  /** Of all packets. */
  bytes(): number;
  codec(): LiveTake['codec'];
  /** Of every talker. */
  duplicatePackets(): number;
  statistics(): ReceiverStatistics;
  readonly frames: readonly TakeFrame[];
  readonly packets: readonly TakePacket[];
  marks(): readonly TakeMark[];
}

/** The spurt that a talker is in. */
interface Track {
  readonly spurt: number;
  /** When it began to be heard. */
  fromMs: number | undefined;
  /** Where its newest frame stands, counted from 0 without wrapping. */
  newest: { readonly seq: number; readonly place: number };
}

export function createTakeTally(): TakeTally {
  const receiver = createVoiceReceiver();
  const frames: TakeFrame[] = [];
  const packets: TakePacket[] = [];
  const marks: TakeMark[] = [];
  let heardMs = 0;
  let packetBytes = 0;
  let duplicates = 0;
  let codec: LiveTake['codec'];
  let spurts = 0;
  const beginTrack = (): Track => {
    spurts += 1;
    return { spurt: spurts - 1, fromMs: undefined, newest: { seq: -1, place: -1 } };
  };
  const tracks = new Map<SteamIdText, Track>();
  /** That of the talker whose packet is taken. */
  let track = beginTrack();
  let talker: SteamIdText | undefined;

  const extend = (kind: TakeMark['kind'], fromMs: number, toMs: number): void => {
    const last = marks.findLastIndex((mark) => mark.kind === kind);
    const before = marks[last];
    if (before?.toMs === fromMs) marks[last] = { ...before, toMs };
    else marks.push({ kind, fromMs, toMs });
  };

  /** Each talker has numbers of his own: those of another say nothing of what is missing. */
  const turnTo = (who: SteamIdText): void => {
    // What came before any talker was known of is the first one’s.
    track = tracks.get(who) ?? (talker === undefined ? track : beginTrack());
    talker = who;
    tracks.set(who, track);
  };

  const endSpurt = (atMs: number): void => {
    if (track.fromMs !== undefined) marks.push({ kind: 'spurt', fromMs: track.fromMs, toMs: atMs });
    track = beginTrack();
    if (talker !== undefined) tracks.set(talker, track);
  };

  const write = (seq: number, given: Pick<TakeFrame, 'bytes' | 'isDtx' | 'isLost'>): void => {
    const { newest, spurt } = track;
    const place = newest.place + seqDistance(newest.seq, seq);
    frames.push({
      spurt,
      seq,
      ...(!given.isLost && { packet: packets.length - 1 }),
      mediaTimeMs: place * VOICE_FRAME_MS,
      ...given,
    });
    if (place > newest.place) track.newest = { seq, place };
  };

  const writeLost = (missing: number): void => {
    const from = track.newest.seq;
    for (let ahead = 1; ahead <= Math.min(missing, MOST_LOST_IN_A_ROW); ahead += 1)
      write(seqAfter(from, ahead), { bytes: 0, isDtx: false, isLost: true });
  };

  const plan = (steps: readonly ReceiverStep[], isCounted: boolean): readonly PlannedFrame[] => {
    const planned: PlannedFrame[] = [];
    const nowMs = (): number => heardMs + planned.length * VOICE_FRAME_MS;
    let gap = 0;
    for (const step of steps) {
      switch (step.kind) {
        case 'decode':
          if (isCounted) {
            track.fromMs ??= nowMs();
            write(step.seq, { bytes: step.bytes.length, isDtx: step.isDtx, isLost: false });
          }
          if (step.isDtx) extend('dtx', nowMs(), nowMs() + VOICE_FRAME_MS);
          planned.push({ seq: step.seq, flags: gap | (step.isDtx ? frameFlags.dtx : 0) });
          gap = 0;
          break;
        case 'conceal': {
          const toMs = nowMs() + step.frames * VOICE_FRAME_MS;
          extend('gap', nowMs(), toMs);
          extend('concealed', nowMs(), toMs);
          if (isCounted) {
            track.fromMs ??= nowMs();
            writeLost(step.missing);
          }
          for (let made = 0; made < step.frames; made += 1)
            planned.push({ seq: -1, flags: frameFlags.concealed });
          gap = frameFlags.gap;
          break;
        }
        case 'silence': {
          const silent = Math.round(step.samples / VOICE_FRAME_SAMPLES);
          extend('silence', nowMs(), nowMs() + silent * VOICE_FRAME_MS);
          for (let made = 0; made < silent; made += 1) planned.push({ seq: -1, flags: frameFlags.silence });
          break;
        }
        case 'reset':
          if (step.why === 'end') {
            const last = planned.at(-1);
            if (last !== undefined)
              planned[planned.length - 1] = { ...last, flags: last.flags | frameFlags.spurtEnd };
            if (isCounted) endSpurt(nowMs());
          }
          break;
        case 'unsupported':
          break;
      }
    }
    return planned;
  };

  return {
    receive({ arrivedAt, bytes }) {
      packets.push({ arrivedAt, bytes: bytes.length });
      packetBytes += bytes.length;
      const reception = receiver.receive(bytes);
      if (reception.kind === 'dropped') return [];
      codec = codecOf(reception) ?? codec;
      turnTo(reception.talker);
      if (reception.arrival === 'duplicate') duplicates += 1;
      if (reception.arrival === 'restart') endSpurt(heardMs);
      return plan(reception.steps, reception.arrival !== 'duplicate');
    },
    heard(lengthMs) {
      heardMs += lengthMs;
    },
    mark(kind, fromMs = heardMs) {
      marks.push({ kind, fromMs, toMs: heardMs });
    },
    heardMs: () => heardMs,
    bytes: () => packetBytes,
    codec: () => codec,
    duplicatePackets: () => duplicates,
    statistics: () => receiver.statistics(),
    frames,
    packets,
    marks: () => [
      ...marks,
      ...[...tracks.values()].flatMap(({ fromMs }): readonly TakeMark[] =>
        fromMs === undefined ? [] : [{ kind: 'spurt', fromMs, toMs: heardMs }],
      ),
    ],
  };
}

function codecOf({ packet }: Extract<Reception, { kind: 'taken' }>): LiveTake['codec'] {
  const kinds = packet.sections.map(({ kind }) => kind);
  if (kinds.includes('opus')) return 'opus';
  if (kinds.includes('silk')) return 'silk';
  return kinds.includes('unread') ? 'unknown' : undefined;
}
