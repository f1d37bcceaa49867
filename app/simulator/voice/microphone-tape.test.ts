import { describe, expect, it } from 'vitest';
import { createMicrophoneTape } from './microphone-tape.ts';

const frame = (value: number): Float32Array => new Float32Array(480).fill(value);

describe('what a simulated microphone heard', () => {
  it('is nothing before a recording', () => {
    const tape = createMicrophoneTape();
    expect(tape.spoken()).toBeUndefined();
    tape.begin();
    expect(tape.spoken()).toBeUndefined();
  });

  it('is kept with its times, past its first ten seconds too', () => {
    const tape = createMicrophoneTape();
    const writer = tape.begin();
    for (let at = 0; at < 1200; at += 1) writer.write(frame(at / 2400), 20 * at);
    const spoken = tape.spoken();
    expect(spoken?.samples).toHaveLength(1200 * 480);
    expect(spoken?.samples[600 * 480]).toBe(8192);
    expect(spoken?.blockTimes[1199]).toBe(23_980);
  });

  it('is that of the newest recording, whoever still writes an older one', () => {
    const tape = createMicrophoneTape();
    const older = tape.begin();
    older.write(frame(0.5), 0);
    const newer = tape.begin();
    newer.write(frame(0.25), 100);
    older.write(frame(0.5), 120);
    expect([...(tape.spoken()?.blockTimes ?? [])]).toEqual([100]);
  });

  it('is kept for ten minutes, and given as a copy', () => {
    const tape = createMicrophoneTape();
    const writer = tape.begin();
    for (let at = 0; at < 30_010; at += 1) writer.write(frame(0), 20 * at);
    const spoken = tape.spoken();
    expect(spoken?.blockTimes).toHaveLength(30_000);
    spoken?.samples.fill(7);
    expect(tape.spoken()?.samples[0]).toBe(0);
  });
});
