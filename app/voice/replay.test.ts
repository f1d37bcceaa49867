import { describe, expect, it } from 'vitest';
import { measureArrival } from './figures/arrival.ts';
import { measureLoss } from './figures/loss.ts';
import { someContent, TALKER } from './packets/some-packets.ts';
import { writeVoicePacket } from './packets/write-packet.ts';
import { replayPackets } from './replay.ts';

const OTHER = '76561202255165730';

/** Two talk at once, each a packet of four frames every 80 ms; of the other one the third packet is missing. */
function twoTalkers() {
  return Array.from({ length: 5 }, (_, number) => [TALKER, OTHER].map((talker) => ({ talker, number })))
    .flat()
    .filter(({ talker, number }) => talker === TALKER || number !== 2)
    .map(({ talker, number }) => ({
      arrivedAt: 1000 + 80 * number + (talker === TALKER ? 0 : 30),
      bytes: writeVoicePacket(someContent(4 * number, 4, number === 4, talker)),
    }));
}

describe('the packets of two talkers', () => {
  it('are held apart: what is missing is what one of them lost', () => {
    const { frames } = replayPackets(twoTalkers());
    expect(measureLoss(frames)).toEqual({ expected: 40, lost: 4, bursts: [4], gaps: 1, late: 0 });
    expect(new Set(frames.map(({ spurt }) => spurt)).size).toBe(2);
  });

  it('come as evenly as each of them sends', () => {
    const { intervalP50Ms, jitterHighestMs } = measureArrival(replayPackets(twoTalkers()));
    expect(intervalP50Ms).toBe(80);
    expect(jitterHighestMs).toBe(0);
  });

  it('are two spurts in the trace', () => {
    const spurts = replayPackets(twoTalkers())
      .marks()
      .filter(({ kind }) => kind === 'spurt');
    expect(spurts).toHaveLength(2);
    for (const { fromMs, toMs } of spurts) expect(toMs).toBeGreaterThan(fromMs);
  });
});
