import type { SteamIdText } from '../../steam/steam-id.ts';
import type { VoicePacket } from './packet.ts';
import { readVoicePacket, type PacketProblem } from './read-packet.ts';
import {
  createTalker,
  type Arrival,
  type ReceiverStep,
  type Talker,
  type TalkerStatistics,
} from './talker.ts';

export type { Arrival, ReceiverStep, TalkerStatistics } from './talker.ts';
export { MOST_CONCEALED } from './talker.ts';

/** Above that the talker who came first is forgotten. */
const MOST_TALKERS = 64;

/** What becomes of a packet. */
export type Reception =
  | {
      readonly kind: 'taken';
      readonly talker: SteamIdText;
      readonly packet: VoicePacket;
      readonly arrival: Arrival;
      readonly steps: readonly ReceiverStep[];
    }
  /** Its checksum is wrong, so nothing in it counts, the talker included; without a problem its sections hold together. */
  | { readonly kind: 'dropped'; readonly problem: PacketProblem | undefined };

export interface ReceiverStatistics {
  /** Taken and dropped. */
  readonly packets: number;
  /** Dropped for their checksum. */
  readonly wrongChecksums: number;
  /** Dropped as no packets at all. */
  readonly brokenPackets: number;
  /** In the order of their first packet. */
  readonly talkers: readonly TalkerStatistics[];
}

/** Plans what to do with packets, talker by talker, and counts what came and what did not. Has no codec. */
export interface VoiceReceiver {
  receive(bytes: Uint8Array): Reception;
  statistics(): ReceiverStatistics;
}

export function createVoiceReceiver(): VoiceReceiver {
  const talkers = new Map<SteamIdText, Talker>();
  const counts = { packets: 0, wrongChecksums: 0, brokenPackets: 0 };

  const talkerOf = (steamId: SteamIdText): Talker => {
    const known = talkers.get(steamId);
    if (known !== undefined) return known;
    const [oldest] = talkers.keys();
    if (talkers.size >= MOST_TALKERS && oldest !== undefined) talkers.delete(oldest);
    const created = createTalker(steamId);
    talkers.set(steamId, created);
    return created;
  };

  return {
    receive(bytes) {
      counts.packets += 1;
      const reading = readVoicePacket(bytes);
      if (!reading.ok) {
        counts.brokenPackets += 1;
        return { kind: 'dropped', problem: reading.problem };
      }
      const { packet } = reading;
      if (!packet.isCrcRight) {
        counts.wrongChecksums += 1;
        return { kind: 'dropped', problem: undefined };
      }
      const { talker } = packet;
      return { kind: 'taken', talker, packet, ...talkerOf(talker).receive(packet) };
    },
    statistics: () => ({ ...counts, talkers: [...talkers.values()].map((talker) => talker.statistics()) }),
  };
}
