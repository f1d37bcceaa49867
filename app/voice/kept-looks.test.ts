import { describe, expect, it } from 'vitest';
import { createKeptLooks } from './kept-looks.ts';
import { FRAME_LOOK_NUMBERS } from './voice.ts';

const frames = (count: number, value: number): number[] =>
  Array.from({ length: count * FRAME_LOOK_NUMBERS }, () => value);

describe('what the live trace shows', () => {
  it('is kept in its order', () => {
    const kept = createKeptLooks();
    expect([...kept.read()]).toEqual([]);
    kept.keep(Float64Array.from(frames(8, 1)));
    kept.keep(Float64Array.from(frames(4, 2)));
    expect([...kept.read()]).toEqual([...frames(8, 1), ...frames(4, 2)]);
  });

  it('is kept for as long as it is shown, ten seconds of 50 frames, and no longer', () => {
    const kept = createKeptLooks();
    for (let packet = 0; packet < 200; packet += 1) kept.keep(Float64Array.from(frames(8, packet)));
    const packets = Array.from({ length: 62 }, (_, index) => frames(8, 138 + index)).flat();
    expect([...kept.read()]).toEqual([...frames(4, 137), ...packets]);
    kept.keep(Float64Array.from(frames(5000, 7)));
    expect([...kept.read()]).toEqual(frames(500, 7));
  });

  it('is forgotten when another take begins', () => {
    const kept = createKeptLooks();
    kept.keep(Float64Array.from(frames(8, 1)));
    kept.clear();
    kept.keep(Float64Array.from(frames(8, 2)));
    expect([...kept.read()]).toEqual(frames(8, 2));
  });
});
