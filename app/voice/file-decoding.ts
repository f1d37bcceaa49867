import type { BenchContext } from '../bench-part.ts';
import { notConnected } from '../steam/steam-client.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { RecordedPacket } from './packets/recording.ts';
import type { Taking } from './taking.ts';
import type { TakeCard } from './voice.ts';

/** Longest that a tick works on it: the window has to stay awake. */
const BUDGET_MS = 6;

interface Job {
  readonly packets: readonly RecordedPacket[];
  readonly taking: Taking;
  next: number;
  readonly settle: (outcome: Outcome<TakeCard>) => void;
}

/** Decodes the packets of a file to a take, a little with each tick. */
export interface FileDecoding {
  isBusy(): boolean;
  begin(packets: readonly RecordedPacket[], taking: Taking): Promise<Outcome<TakeCard>>;
  tick(): void;
  /** The client that decodes is gone. */
  gone(): void;
}

export function createFileDecoding({ clock }: Pick<BenchContext, 'clock'>, onKept: () => void): FileDecoding {
  let job: Job | undefined;

  const finish = ({ taking, settle }: Job): void => {
    job = undefined;
    const card = taking.finish('stopped');
    onKept();
    settle(
      card === undefined
        ? fail('storage-failed', 'The take was decoded but could not be kept.')
        : succeed(card),
    );
  };

  return {
    isBusy: () => job !== undefined,
    begin: (packets, taking) =>
      new Promise((settle) => {
        job = { packets, taking, next: 0, settle };
      }),
    tick() {
      if (job === undefined) return;
      const startedAt = clock.now();
      do {
        const packet = job.packets[job.next];
        if (packet === undefined) return finish(job);
        job.taking.packet(packet.bytes, packet.arrivedAt);
        job.next += 1;
      } while (clock.now() - startedAt < BUDGET_MS);
    },
    gone() {
      job?.taking.discard();
      job?.settle(notConnected);
      job = undefined;
    },
  };
}
