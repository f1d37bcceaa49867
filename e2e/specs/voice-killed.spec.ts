import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../../app/simulator/random.ts';
import { killMain, startCountedTake, toldAfter, type Told } from '../audio/killed-bench.ts';
import { newestTake, recordedOf, takePath, voiceOf, wavOf } from '../audio/voice-bench.ts';
import { expect, test } from '../fixtures.ts';
import { launchBench } from '../launch.ts';

test.describe.configure({ mode: 'parallel' });
test.skip(process.platform !== 'linux', 'soxi is installed for the tests on Linux.');

const SEED = 20260101;
const STORIES = 10;
const KILLS_A_STORY = 5;
/** After the first packet; a take has several spurts in it then, or just one packet. */
const LONGEST_MS = 1500;
const MOST_LOST_SECONDS = 0.5;

/** A take that was cut off, and what the page had been told of it. */
interface CutTake extends Told {
  readonly id: string;
  readonly afterMs: number;
}

/** How much of what the page was told the file does not play. A player that is no part of the bench must agree. */
async function lostSeconds(userData: string, { id, seconds }: CutTake): Promise<number> {
  const { signal, sampleRate, isCut } = await wavOf(userData, id);
  expect(isCut).toBe(false);
  const samples = execFileSync('soxi', ['-s', takePath(userData, id, 'wav')], { encoding: 'utf8' });
  expect(Number(samples)).toBe(signal.length);
  return seconds - signal.length / sampleRate;
}

for (let story = 1; story <= STORIES; story += 1) {
  test(`a take that is killed at any moment is kept, ${KILLS_A_STORY} times, ${story} of ${STORIES}`, async ({}, testInfo) => {
    // Six starts of the app, on a machine that may be busy.
    test.setTimeout(240_000);
    const random = createRandom(SEED, `kills of story ${story}`);
    const userData = await mkdtemp(join(tmpdir(), 'killed-'));
    const losses: string[] = [];
    let before: CutTake | undefined;

    for (let kill = 1; kill <= KILLS_A_STORY + 1; kill += 1) {
      const bench = await launchBench({ userData });
      try {
        const { takes } = await voiceOf(bench.page);
        expect(takes).toHaveLength(kill - 1);
        if (before !== undefined) {
          const { id, afterMs } = before;
          const take = await newestTake(bench.page);
          expect(take).toMatchObject({ id, ending: 'crashed', isSimulated: true });
          const lost = await lostSeconds(userData, before);
          expect(lost, `mended, killed after ${afterMs} ms`).toBeLessThan(MOST_LOST_SECONDS);
          expect(take.lengthSeconds).toBeCloseTo(before.seconds - lost, 6);
          losses.push(`${lost.toFixed(3)} mended`);
        }
        if (kill > KILLS_A_STORY) break;

        const afterMs = random.between(0, LONGEST_MS);
        await startCountedTake(bench.page);
        const { live } = await voiceOf(bench.page);
        const told = await toldAfter(bench.page, afterMs);
        await killMain(bench);
        before = { ...told, id: live!.id, afterMs };
        // As the crash left it, before the next start mends it.
        const lost = await lostSeconds(userData, before);
        expect(lost, `killed after ${afterMs} ms`).toBeLessThan(MOST_LOST_SECONDS);
        losses.push(lost.toFixed(3));
        const packets = await recordedOf(userData, before.id);
        expect(packets.length, `killed after ${afterMs} ms`).toBeGreaterThanOrEqual(told.pieces);
      } finally {
        await bench.close();
      }
    }
    testInfo.annotations.push({ type: 'measured', description: `lost s: ${losses.join(', ')}` });
    await rm(userData, { recursive: true, force: true });
  });
}
