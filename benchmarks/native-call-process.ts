import { loadAddon, locateNativeFiles } from '../main/steam/addon.ts';
import { openSteam } from '../main/steam/open-steam.ts';
import type { Outcome } from '../app/outcome.ts';
import type { NativeCallFigures } from './native-call.ts';
import { printFigures } from './print-figures.ts';

// Runs inside Electron's main process, without a window: it would take turns with what is measured.

/** Many and short, a millisecond or two: most fall between two turns of the scheduler. */
const roundCount = 201;
const callsPerRound = 1500;
const warmUpRounds = 20;

async function measure(): Promise<NativeCallFigures> {
  const client = valueOf(await openSteam(480));
  const { localplayer } = valueOf(loadAddon(valueOf(locateNativeFiles()).addon));
  const throughBench = (): unknown => client.call('getPlayerSteamLevel', {});
  const throughAddon = (): unknown => localplayer.getLevel();

  const nanosecondsEach = (call: () => unknown): number => {
    const startedAt = process.hrtime.bigint();
    for (let count = 0; count < callsPerRound; count += 1) call();
    return Number(process.hrtime.bigint() - startedAt) / callsPerRound;
  };
  // Compiled before it counts.
  for (let round = 0; round < warmUpRounds; round += 1) {
    nanosecondsEach(throughAddon);
    nanosecondsEach(throughBench);
  }

  const rounds = Array.from({ length: roundCount }, (_, round) => {
    // Either side goes first in turn.
    if (round % 2 === 0) {
      const baseline = nanosecondsEach(throughAddon);
      return { baseline, measured: nanosecondsEach(throughBench) };
    }
    const measured = nanosecondsEach(throughBench);
    return { baseline: nanosecondsEach(throughAddon), measured };
  });
  client.close();
  return { rounds };
}

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

printFigures(measure);
