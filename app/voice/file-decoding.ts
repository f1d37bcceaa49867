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
  readonly refuse: (error: unknown) => void;
}

/** Decodes the packets of a file to a take, a little with each tick. */
export interface FileDecoding {
  isBusy(): boolean;
  /** The card once the take is measured. */
  begin(packets: readonly RecordedPacket[], taking: Taking): Promise<Outcome<TakeCard>>;
  tick(): void;
  /** The client that decodes is gone. */
  gone(): void;
}

export function createFileDecoding({ clock }: Pick<BenchContext, 'clock'>, onKept: () => void): FileDecoding {
  let job: Job | undefined;

  const finish = ({ taking, settle, refuse }: Job): void => {
    job = undefined;
    void taking
      .finish('stopped')
      .then(
        (card) =>
          settle(
            card === undefined
              ? fail('storage-failed', 'The take was decoded but could not be kept.')
              : succeed(card),
          ),
        refuse,
      );
    onKept();
  };

  return {
    isBusy: () => job !== undefined,
    begin: (packets, taking) =>
      new Promise((settle, refuse) => {
        job = { packets, taking, next: 0, settle, refuse };
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
