import { defaultAccounts } from '../simulator/default-accounts.ts';
import { readBegun, type TakeAbout, type TakeBegun } from './take-about.ts';
import type { KeptTake } from './take-files.ts';
import { timeOfTakeId } from './take-id.ts';
import type { TakeLimits } from './take-limits.ts';
import type { TakeReader } from './take-reader.ts';
import { replayPackets } from './replay.ts';
import type { TakeTally } from './take-tally.ts';
import { describeTake } from './take-verdict.ts';

/**
 * A card for a take that has none: what its files tell, and what was known when it began.
 *
 * Undefined where its sound cannot be read, where it has a card that this bench does not know how to read, or where
 * nothing tells when it began.
 */
export function describeFromFiles(
  take: KeptTake,
  reader: TakeReader,
  limits: TakeLimits,
): TakeAbout | undefined {
  const { id, about, begun: stored, wasThrough } = take;
  const sound = reader.samples(id);
  if (!sound.ok) return undefined;
  const packets = reader.packets(id);
  const tally = replayPackets(packets.ok ? packets.value : []);
  const { samples, sampleRate } = sound.value;
  const noted = readBegun(stored);
  const begun = noted ?? (about === undefined ? begunOf(id, sampleRate, tally) : undefined);
  if (begun === undefined) return undefined;
  const times = { keyDownAt: begun.keyDownAt, firstPacketAt: tally.packets[0]?.arrivedAt };
  const ending = wasThrough || noted === undefined ? 'card-lost' : 'crashed';
  return describeTake({ begun, samples, tally, times, ending }, limits);
}

/** What the files tell of its beginning. Whether it was simulated only its talker tells. */
function begunOf(id: string, sampleRate: number, tally: TakeTally): TakeBegun | undefined {
  const recordedAt = timeOfTakeId(id);
  const talker = tally.statistics().talkers[0]?.talker;
  const isSimulated = defaultAccounts.some(({ steamId }) => steamId === talker);
  return recordedAt === undefined
    ? undefined
    : { name: 'Recovered take', recordedAt, sampleRate, source: 'recorded', isSimulated };
}
