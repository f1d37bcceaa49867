import { describe, expect, it } from 'vitest';
import { keepLooks } from './kept-looks.ts';
import { FRAME_LOOK_NUMBERS } from './voice.ts';

function start() {
  let sent: (Float64Array | 'opened')[] = [];
  const streams = keepLooks({
    open: () => void sent.push('opened'),
    samples: () => undefined,
    looks: (frames) => void sent.push(frames),
  });
  return {
    streams,
    /** What is sent by a new opening. */
    reopened: (): readonly (Float64Array | 'opened')[] => {
      sent = [];
      streams.open(0);
      return sent;
    },
  };
}

const frames = (count: number, value: number): Float64Array =>
  new Float64Array(count * FRAME_LOOK_NUMBERS).fill(value);

describe('what the live trace shows', () => {
  it('is sent at once, and once more to whoever opens it anew', () => {
    const { streams, reopened } = start();
    expect(reopened()).toEqual(['opened']);
    streams.looks(frames(8, 1));
    streams.looks(frames(4, 2));
    expect(reopened()).toEqual(['opened', frames(8, 1), frames(4, 2)]);
    expect(reopened()).toEqual(['opened', frames(8, 1), frames(4, 2)]);
  });

  it('is kept for as long as it is shown, ten seconds of 50 frames, and no longer', () => {
    const { streams, reopened } = start();
    for (let packet = 0; packet < 200; packet += 1) streams.looks(frames(8, packet));
    const [, ...kept] = reopened();
    expect(kept).toEqual(Array.from({ length: 63 }, (_, index) => frames(8, 137 + index)));
    streams.looks(frames(5000, 7));
    expect(reopened()).toEqual(['opened', frames(5000, 7)]);
  });

  it('is forgotten when another take begins', () => {
    const { streams, reopened } = start();
    streams.looks(frames(8, 1));
    streams.begin();
    streams.looks(frames(8, 2));
    expect(reopened()).toEqual(['opened', frames(8, 2)]);
  });
});
