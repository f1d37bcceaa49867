import type { Clock } from './clock.ts';
import type { BenchContract } from './ipc/contract.ts';
import type { Publish } from './ipc/serve.ts';
import type { JournalEntry } from './journal/entry.ts';
import type { Journal } from './journal/journal.ts';
import type { Pump, PumpStats } from './pump.ts';

/** Entries that the page is sent at once: what it takes in without missing more than a frame or two. */
const LARGEST_BATCH = 600;

/**
 * Shortest time between two batches.
 *
 * Taking in entries is cheap for the page, drawing the timeline anew is not: sent every frame, a burst leaves it no time
 * to answer input.
 */
const BATCH_INTERVAL_MS = 50;

/** What comes within one frame is told together. */
const FRAME_MS = 16;

const STATS_INTERVAL_MS = 1000;

/** Tells the page of journal entries, in batches. */
export interface JournalNews {
  tell(now: number): void;
  /** Milliseconds until there is something to tell; undefined while there is nothing. */
  nextMs(): number | undefined;
}

/** `record` is told of every batch before the page is. */
export function createJournalNews(
  journal: Journal,
  clock: Clock,
  publish: Publish<BenchContract>,
  record: (entries: readonly JournalEntry[]) => void,
): JournalNews {
  let lastBatchAt = 0;
  return {
    tell(now) {
      if (!journal.hasUnpublished() || now - lastBatchAt < BATCH_INTERVAL_MS) return;
      lastBatchAt = now;
      const batch = journal.takeUnpublished(LARGEST_BATCH);
      record(batch);
      publish('journal', 'appended', batch);
    },
    nextMs: () =>
      journal.hasUnpublished()
        ? Math.max(FRAME_MS, lastBatchAt + BATCH_INTERVAL_MS - clock.now())
        : undefined,
  };
}

/** Tells the page how the pump does, once a second where it differs. */
export interface PumpNews {
  tell(pump: Pump, now: number): void;
  /** The pump is gone: the next one is told of whatever it does. */
  forget(): void;
}

export function createPumpNews(publish: Publish<BenchContract>): PumpNews {
  let lastStatsAt = 0;
  let told: PumpStats | undefined;
  return {
    tell(pump, now) {
      if (now - lastStatsAt < STATS_INTERVAL_MS) return;
      lastStatsAt = now;
      const stats = pump.stats();
      if (told !== undefined && readsTheSame(stats, told)) return;
      told = stats;
      publish('pump', 'changed', stats);
    },
    forget() {
      told = undefined;
    },
  };
}

/** Whether the figures differ by no more than they always do: drawing them costs an idle bench more than the pump does. */
function readsTheSame(stats: PumpStats, told: PumpStats): boolean {
  return (
    stats.mode === told.mode &&
    stats.messages === told.messages &&
    Math.abs(stats.ticksPerSecond - told.ticksPerSecond) <= 2 &&
    Math.abs(stats.microsecondsPerTick - told.microsecondsPerTick) <= told.microsecondsPerTick / 4
  );
}
