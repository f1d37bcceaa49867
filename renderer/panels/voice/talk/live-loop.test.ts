import { describe, expect, it, vi } from 'vitest';
import type { DrawingContext } from '../trace/trace-drawing.ts';
import { FakeImageData } from './fake-image-data.ts';
import { createLiveLoop } from './live-loop.ts';
import type { LiveNews, LiveView } from './live-messages.ts';
import { createPictureLog } from './picture-times.ts';

const view: LiveView = {
  size: { width: 100, height: 60, ratio: 1 },
  colours: { ground: 'black', wave: 'blue', loud: 'red', text: 'grey', line: 'grey', marks: [] },
  meter: { bar: 'green', peak: 'white', track: 'grey' },
  isStill: false,
  isSeen: true,
};

/** Frames of one peak, captured at a time. */
function frames(count: number, at: number, peak = 0.5): Float64Array {
  return Float64Array.from(Array.from({ length: count }, () => [-peak, peak, peak / 2, 0, 0, at]).flat());
}

/** A canvas whose colours are told apart by the lengths of their names, and no further. */
function hiddenCanvas(): DrawingContext {
  const nothing = (): void => undefined;
  const context = {
    fillStyle: '',
    clearRect: nothing,
    fillRect: nothing,
    fillText: nothing,
    getImageData(_x: number, _y: number, width: number, height: number) {
      const image = new FakeImageData(width, height);
      image.data.fill(10 * this.fillStyle.length);
      return image;
    },
  };
  return context as unknown as DrawingContext;
}

vi.stubGlobal('ImageData', FakeImageData);

/** A loop whose pictures come when the test says so. */
function start(first: Partial<LiveView> = {}) {
  const canvas = { width: 0, height: 0 };
  const news: LiveNews[] = [];
  const written: string[] = [];
  let puts = 0;
  let pictures = 0;
  let filled: unknown[] = [];
  /** Some work after which there is another picture where pixels were put. */
  const noting = (work: () => void): void => {
    const before = puts;
    filled = [];
    work();
    if (puts > before) pictures += 1;
  };
  let due: { readonly picture: (at: number) => void; readonly afterMs: number | undefined } | undefined;
  const context = {
    fillStyle: '',
    fillRect(...area: unknown[]) {
      filled.push([this.fillStyle, ...area]);
    },
    fillText: (text: string) => void written.push(text),
    putImageData: () => (puts += 1),
  };
  const loop = createLiveLoop({
    canvas,
    context: context as unknown as DrawingContext,
    makeCanvas: hiddenCanvas,
    tell: (told) => news.push(told),
    later: (picture, afterMs) => (due = { picture, afterMs }),
    now: () => 1000,
  });
  noting(() => loop.view({ ...view, ...first }));
  return {
    loop,
    look: (next: LiveView) => noting(() => loop.view(next)),
    canvas,
    news,
    pictures: () => pictures,
    /** Texts of the picture. */
    written: written as readonly string[],
    filled: () => filled,
    /** Undefined in the next frame, or after so many ms; null where nothing is due. */
    dueAfter: () => (due === undefined ? null : due.afterMs),
    draw: (at: number): void => {
      const { picture } = due ?? {};
      due = undefined;
      noting(() => picture?.(at));
    },
  };
}

describe('the loop of the live trace', () => {
  it('draws with every frame of the screen while something moves, and then rests', () => {
    const { loop, draw, dueAfter, pictures } = start();
    expect(dueAfter()).toBeNull();
    loop.came(frames(4, 990));
    expect(dueAfter()).toBeUndefined();
    const before = pictures();
    let at = 100;
    for (; dueAfter() === undefined && at < 20_000; at += 16) draw(at);
    expect(pictures() - before).toBe((at - 100) / 16);
    // The peak is held for a second and falls from −6 dBFS to the floor at 30 dB a second.
    expect(at).toBeGreaterThan(2500);
    expect(at).toBeLessThan(3200);
    expect(dueAfter()).toBeNull();
  });

  it('tells the level and how late each frame was shown, four times a second', () => {
    const { loop, draw, news } = start();
    loop.came(frames(1, 970));
    draw(0);
    loop.came(frames(2, 990));
    draw(100);
    loop.came(frames(1, 995));
    draw(200);
    loop.came(frames(1, 980));
    draw(300);
    expect(news.map(({ drawnMs }) => drawnMs)).toEqual([[30], [10, 10, 5, 20]]);
    expect(news.at(-1)).toMatchObject({ delayMs: 20, isClipped: false });
    expect(news.at(-1)?.peakDbfs).toBeCloseTo(-6.02, 2);
  });

  it('draws the level beside the wave, and then only what of it moved', () => {
    const { loop, draw, filled } = start();
    // Of 60 rows 45 are the wave’s; the meter has 8 columns, 28 before the right edge.
    expect(filled().at(-1)).toEqual(['grey', 64, 0, 8, 45]);
    loop.came(frames(1, 990));
    draw(0);
    // −12.04 dBFS and −6.02 dBFS of 60.
    expect(filled()).toEqual([
      ['green', 64, 9, 8, 36],
      ['white', 64, 5, 8, 2],
    ]);
  });

  it('has a scale of seconds before the newest, and one of the level', () => {
    const { written } = start({ size: { width: 1200, height: 200, ratio: 1 } });
    const seconds = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((second) => `−${second} s`);
    expect(written).toEqual([...seconds, 'dBFS', '0', '−12', '−24', '−36', '−48', '−60']);
  });

  it('draws a level once, and the same anew in a place of another size', () => {
    const { loop, look, draw, filled, dueAfter } = start();
    loop.came(frames(1, 990));
    draw(0);
    loop.came(frames(1, 1010));
    draw(16);
    // Held by its peak and its frame: nothing of it has moved.
    expect(filled()).toEqual([]);
    expect(dueAfter()).toBeUndefined();
    look({ ...view, size: { width: 200, height: 60, ratio: 1 } });
    expect(filled()).toContainEqual(['green', 164, 9, 8, 36]);
  });

  it('fits a place whose pixels are no whole ones of the page', () => {
    const { loop, draw, pictures } = start({ size: { width: 110, height: 66, ratio: 1.1 } });
    loop.came(frames(1, 990));
    const before = pictures();
    draw(0);
    expect(pictures() - before).toBe(1);
  });

  it('starts a take from what was captured since it began', () => {
    const { loop, draw, news } = start();
    loop.came(frames(10, 500));
    draw(0);
    loop.came(frames(2, 900, 0.25));
    loop.begin(800);
    draw(300);
    expect(news.at(-1)?.drawnMs).toEqual([100, 100]);
    expect(news.at(-1)?.peakDbfs).toBeCloseTo(-12.04, 2);
  });

  it('draws what came before it was there, and hears none of it nor calls it late', () => {
    const { loop, draw, news, pictures } = start();
    loop.earlier(frames(500, 390));
    const before = pictures();
    draw(0);
    expect(pictures() - before).toBe(1);
    expect(news).toEqual([expect.objectContaining({ peakDbfs: -120, delayMs: undefined, drawnMs: [] })]);
    loop.came(frames(2, 990));
    draw(300);
    expect(news.at(-1)?.drawnMs).toEqual([10, 10]);
    expect(news.at(-1)?.peakDbfs).toBeCloseTo(-6.02, 2);
  });

  it('draws four pictures a second for a reader who wants no motion', () => {
    const { loop, draw, dueAfter, pictures } = start({ isStill: true });
    loop.came(frames(1, 990));
    expect(dueAfter()).toBe(0);
    const before = pictures();
    draw(400);
    expect([dueAfter(), pictures() - before]).toEqual([250, 1]);
  });

  it('draws nothing that is scrolled away, and still tells the level', () => {
    const { loop, look, draw, news, pictures } = start({ isSeen: false });
    loop.came(frames(1, 990));
    draw(400);
    expect(pictures()).toBe(0);
    expect(news.at(-1)).toMatchObject({ drawnMs: [], delayMs: undefined });
    expect(news.at(-1)?.peakDbfs).toBeCloseTo(-6.02, 2);
    look(view);
    expect(pictures()).toBe(1);
  });

  it('takes another size at once', () => {
    const { look, canvas, pictures } = start();
    look({ ...view, size: { width: 300, height: 90, ratio: 1.5 } });
    expect([canvas, pictures()]).toEqual([{ width: 300, height: 90 }, 2]);
  });
});

describe('the times of pictures', () => {
  it('are those of the newest, oldest first', () => {
    const log = createPictureLog(3);
    log.note(0, 0.5);
    expect(log.times()).toEqual({ at: [0], tookMs: [0.5], framesTookMs: [] });
    log.noteFrames(0.7);
    for (const at of [16, 33, 50]) log.note(at, at / 100);
    expect(log.times()).toEqual({ at: [16, 33, 50], tookMs: [0.16, 0.33, 0.5], framesTookMs: [0.7] });
  });
});
