import { readBegun, type TakeAbout } from './take-about.ts';
import type { KeptTake } from './take-files.ts';
import type { TakeLimits } from './take-limits.ts';
import type { TakeReader } from './take-reader.ts';
import { replayPackets } from './replay.ts';
import { describeTake } from './take-verdict.ts';

/**
 * A card for a take that has none: what its files tell, and what was known when it began.
 *
 * Undefined where that is not known, or where its sound cannot be read.
 */
export function describeFromFiles(
  { id, begun: stored, wasThrough }: KeptTake,
  reader: TakeReader,
  limits: TakeLimits,
): TakeAbout | undefined {
  const begun = readBegun(stored);
  const sound = reader.samples(id);
  if (begun === undefined || !sound.ok) return undefined;
  const packets = reader.packets(id);
  const tally = replayPackets(packets.ok ? packets.value : []);
  const times = { keyDownAt: begun.keyDownAt, firstPacketAt: tally.packets[0]?.arrivedAt };
  const ending = wasThrough ? 'card-lost' : 'crashed';
  return describeTake({ begun, samples: sound.value.samples, tally, times, ending }, limits);
}
