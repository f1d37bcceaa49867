import type { Recorder } from './recorder.ts';
import type { Taking } from './taking.ts';
import { refusalOf } from './refusal.ts';
import type { LiveTake, RecordingEnd } from './voice.ts';

/** What the page is told of a take in the making. */
export function liveTakeOf(taking: Taking, recorder: Recorder, now: number): LiveTake {
  const { tally, begun, stopAt } = taking;
  const statistics = tally.statistics();
  const { talkers } = statistics;
  const sum = (key: 'frames' | 'dtxFrames' | 'lostFrames'): number =>
    talkers.reduce((total, talker) => total + talker[key], 0);
  const secondAgo = tally.packets.findLastIndex(({ arrivedAt }) => arrivedAt <= now - 1000) + 1;
  return {
    id: taking.id,
    startedAt: begun.recordedAt,
    ...(stopAt !== undefined && { stopAt }),
    result: recorder.result(),
    results: recorder.results(),
    emptyPolls: recorder.emptyPolls(),
    decodeResults: taking.decodeResults(),
    undecodedPackets: taking.undecodedPackets,
    packets: statistics.packets,
    frames: sum('frames'),
    dtxFrames: sum('dtxFrames'),
    lostFrames: sum('lostFrames'),
    wrongChecksums: statistics.wrongChecksums,
    bytes: tally.bytes(),
    bitsPerSecond: 8 * tally.packets.slice(secondAgo).reduce((total, { bytes }) => total + bytes, 0),
    codec: tally.codec(),
    talker: talkers[0]?.talker,
    isSimulated: begun.isSimulated,
    latePolls: taking.latePolls,
    pollGaps: recorder.pollGaps(),
    lengthSeconds: tally.heardMs() / 1000,
  };
}

/** The same as of the end of the take, with how it ended. */
export function lastTakeOf(taking: Taking, recorder: Recorder, ending: RecordingEnd, at: number): LiveTake {
  const live = liveTakeOf(taking, recorder, at);
  return { ...live, ending, ...(ending === 'refused' && { refusal: refusalOf(live.result) }) };
}
