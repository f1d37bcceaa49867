import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameFlags } from '../../app/voice/voice.ts';
import { createLiveLevel, METER_FLOOR_DBFS, meterShare } from './live-level.ts';
import { createLookRing } from './look-ring.ts';
import { createScroll } from './scroll.ts';
import { columnAfter, columnOf, createTraceColumns, fillColumns } from './trace-columns.ts';

/** Frames as the second port sends them. */
function looks(...frames: readonly { readonly peak: number; readonly flags?: number }[]): Float64Array {
  return Float64Array.from(
    frames.flatMap(({ peak, flags = 0 }, at) => [-peak, peak, peak / 2, at, flags, 0]),
  );
}

const quiet = { peak: 0.01 };

describe('the frames of a live trace', () => {
  it('are held as far as there is room, and read by their number', () => {
    const ring = createLookRing(4);
    ring.push(looks({ peak: 0.1 }, { peak: 0.2 }, { peak: 0.3 }));
    ring.push(looks({ peak: 0.4 }, { peak: 0.5, flags: frameFlags.gap }));
    expect([ring.first, ring.count]).toEqual([1, 5]);
    expect(ring.read(4, 'max')).toBe(0.5);
    expect(ring.read(4, 'flags')).toBe(frameFlags.gap);
    expect(ring.read(1, 'min')).toBe(-0.2);
  });

  it('are kept from a time on, and counted anew', () => {
    const ring = createLookRing(4);
    ring.push(Float64Array.of(0, 0.1, 0, 0, 0, 10, 0, 0.2, 0, 0, 0, 20));
    ring.push(Float64Array.of(0, 0.3, 0, 0, 0, 30, 0, 0.4, 0, 0, 0, 40, 0, 0.5, 0, 0, 0, 50));
    ring.keepSince(30);
    expect([ring.first, ring.count]).toEqual([0, 3]);
    expect([0, 1, 2].map((index) => ring.read(index, 'max'))).toEqual([0.3, 0.4, 0.5]);
    ring.keepSince(60);
    expect([ring.first, ring.count]).toEqual([0, 0]);
  });

  it('are left out where a message ends in the middle of one', () => {
    const ring = createLookRing(4);
    ring.push(looks(quiet).subarray(0, 5));
    expect(ring.count).toBe(0);
  });

  it('show a single loud one in some column, whatever the width, and in the same ones wherever it is read from', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 2400 }),
        fc.integer({ min: 0, max: 299 }),
        fc.integer({ min: 0, max: 40 }),
        (width, loud, before) => {
          const scale = { columns: width, frames: 500 };
          const ring = createLookRing(400);
          ring.push(
            looks(...Array.from({ length: 300 }, (_, at) => (at === loud ? { peak: 0.9, flags: 1 } : quiet))),
          );
          const columns = createTraceColumns(60);
          const first = columnOf(loud, scale) - before;
          const count = columnAfter(loud + 1, scale) - first;
          fillColumns(ring, first, count, scale, columns);
          const marked = [...columns.flags.subarray(0, count)].map((flags) => flags > 0);
          expect(marked).toEqual(Array.from({ length: count }, (_, index) => index >= before));
          expect(columns.max[before]).toBeCloseTo(0.9, 5);
        },
      ),
    );
  });

  it('leave columns before the first frame and after the last one empty', () => {
    const ring = createLookRing(10);
    ring.push(looks(quiet, quiet));
    const columns = createTraceColumns(5);
    fillColumns(ring, -2, 5, { columns: 1, frames: 1 }, columns);
    expect([...columns.flags]).toEqual([-1, -1, 0, 0, -1]);
  });
});

describe('the scroll of a live trace', () => {
  it('glides through bursts of any size, and every frame is in the first picture after it came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 4, max: 8 }), { minLength: 60, maxLength: 60 }), (sizes) => {
        const scroll = createScroll();
        const steps: number[] = [];
        const bursts = [...sizes];
        let newest = 0;
        let dueMs = 20 * (bursts[0] ?? 0);
        for (let picture = 0; picture < 240; picture += 1) {
          const at = (picture * 1000) / 60;
          if (at >= dueMs) {
            newest += bursts.shift() ?? 0;
            dueMs += 20 * (bursts[0] ?? 0);
          }
          const before = scroll.place;
          scroll.step(newest, at);
          expect(scroll.place).toBeGreaterThanOrEqual(newest);
          expect(scroll.place).toBeLessThanOrEqual(newest + 8);
          if (picture > 60) steps.push(scroll.place - before);
        }
        // Fifty frames a second are 0.83 a picture.
        expect(Math.min(...steps)).toBeGreaterThan(0.8);
        expect(Math.max(...steps)).toBeLessThan(1.8);
      }),
    );
  });

  it('comes to rest where the next burst begins to fill it', () => {
    const scroll = createScroll();
    scroll.jump(10);
    let pictures = 0;
    for (; !scroll.isAtRest(20) && pictures < 60; pictures += 1) scroll.step(20, (pictures * 1000) / 60);
    expect(scroll.place).toBe(28);
    expect(pictures).toBeLessThan(20);
    // As long as the rest was, the next picture does not leap.
    expect(scroll.step(28, 60_000)).toBe(28);
  });

  it('does not crawl through what came while nobody looked', () => {
    const scroll = createScroll();
    scroll.step(500, 0);
    expect(scroll.place).toBeGreaterThan(490);
  });
});

describe('the live level', () => {
  it('holds a peak, lets it fall, and then rests', () => {
    const ring = createLookRing(10);
    const level = createLiveLevel();
    ring.push(looks({ peak: 0.5 }, { peak: 0.001 }));
    expect(level.take(ring, 0, 1, 0)).toMatchObject({ isClipped: false });
    const held = level.take(ring, 1, 2, 500);
    expect(held.peakDbfs).toBeCloseTo(-6.02, 2);
    expect(held.rmsDbfs).toBeCloseTo(-66.02, 2);
    expect(level.take(ring, 2, 2, 2000).peakDbfs).toBeCloseTo(-36.02, 2);
    expect(level.isAtRest(2000)).toBe(false);
    expect(level.isAtRest(4000)).toBe(true);
  });

  it('falls as a whole where no more frames come', () => {
    const ring = createLookRing(10);
    const level = createLiveLevel();
    ring.push(looks({ peak: 0.5 }));
    expect(level.take(ring, 0, 1, 0).rmsDbfs).toBeCloseTo(-12.04, 2);
    expect(level.take(ring, 1, 1, 2000).rmsDbfs).toBeCloseTo(-36.02, 2);
    expect(level.take(ring, 1, 1, 4000).rmsDbfs).toBeLessThanOrEqual(METER_FLOOR_DBFS);
  });

  it('is that of all frames that came at once', () => {
    const ring = createLookRing(10);
    ring.push(looks({ peak: 1 }, { peak: 0 }, { peak: 0 }, { peak: 0 }));
    // An amplitude of 0.5 in one of four.
    expect(createLiveLevel().take(ring, 0, 4, 0).rmsDbfs).toBeCloseTo(-12.04, 2);
  });

  it('lights the clip lamp at full scale only', () => {
    const ring = createLookRing(10);
    const level = createLiveLevel();
    ring.push(looks({ peak: 0.999 }, { peak: 1 }));
    expect(level.take(ring, 0, 1, 0).isClipped).toBe(false);
    expect(level.take(ring, 1, 2, 20).isClipped).toBe(true);
    expect(level.take(ring, 2, 2, 4000).isClipped).toBe(false);
  });

  it('fills the meter from its floor to full scale', () => {
    expect([-90, -60, -30, 0, 3].map(meterShare)).toEqual([0, 0, 0.5, 1, 1]);
  });
});
