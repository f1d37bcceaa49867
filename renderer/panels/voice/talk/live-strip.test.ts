import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { frameFlags } from '../../../../app/voice/voice.ts';
import { createLookRing, type LookRing } from '../../../voice/look-ring.ts';
import type { DrawingContext, LiveTraceColours, TraceSize } from '../trace/trace-drawing.ts';
import { FakeImageData } from './fake-image-data.ts';
import { createLiveStrip } from './live-strip.ts';

const colours: LiveTraceColours = {
  ground: '#000000',
  wave: '#0000ff',
  loud: '#ff0000',
  text: '#ffffff',
  line: '#333333',
  marks: ['#010000', '#020000', '#030000', '#040000', '#050000', '#060000', '#070000'],
};
const size: TraceSize = { width: 500, height: 96, ratio: 1 };

vi.stubGlobal('ImageData', FakeImageData);

/** Columns of colours. */
type Pixels = string[][];

/** Knows colours of hex digits, and draws a row of seven pixels for whatever is written. */
function hiddenCanvas(width: number, height: number): DrawingContext {
  let image = new FakeImageData(width, height);
  const context = {
    fillStyle: '',
    clearRect: () => (image = new FakeImageData(width, height)),
    fillRect() {
      const colour = Number.parseInt(this.fillStyle.slice(1), 16);
      image.data.set([colour >> 16, colour >> 8, colour, 255].map((byte) => byte & 255));
    },
    fillText(_text: string, x: number, y: number) {
      for (let column = x - 3; column <= x + 3; column += 1) image.data[4 * (y * width + column) + 3] = 255;
    },
    getImageData: () => image,
  };
  return context as unknown as DrawingContext;
}

function hex(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}

/** A canvas to which pixels are copied. */
function paper(width: number, height: number) {
  const pixels: Pixels = Array.from({ length: width }, () => Array<string>(height).fill(''));
  const context = {
    putImageData(image: FakeImageData, x: number, y: number, ...part: [number, number, number, number]) {
      const [left, top, wide, high] = part;
      for (let column = left; column < left + wide; column += 1)
        for (let row = top; row < top + high; row += 1) {
          const at = 4 * (row * image.width + column);
          const [red = 0, green = 0, blue = 0] = image.data.subarray(at, at + 3);
          const shown = pixels[x + column];
          if (shown !== undefined) shown[y + row] = hex((red << 16) | (green << 8) | blue);
        }
    },
  };
  return { pixels, context: context as unknown as DrawingContext };
}

function strip(of = size) {
  const held = createLookRing(1000);
  let reads = 0;
  const ring: LookRing = {
    ...held,
    get count() {
      return held.count;
    },
    get first() {
      return held.first;
    },
    read(index, field) {
      reads += 1;
      return held.read(index, field);
    },
  };
  const shown = paper(of.width, of.height);
  const live = createLiveStrip({
    context: shown.context,
    ring,
    size: of,
    colours,
    makeCanvas: hiddenCanvas,
  });
  return {
    ring,
    live,
    reads: () => reads,
    pass: (place: number): void => live.show(place),
    picture: (place: number): Pixels => {
      live.show(place);
      return shown.pixels.map((column) => [...column]);
    },
  };
}

function frames(...each: readonly { readonly peak: number; readonly flags?: number }[]): Float64Array {
  return Float64Array.from(each.flatMap(({ peak, flags = 0 }) => [-peak, peak, peak / 2, 0, flags, 0]));
}

/** Some of everything. */
function frameAt(at: number): { readonly peak: number; readonly flags: number } {
  return { peak: (at % 11) / 10, flags: at % 50 === 3 ? frameFlags.gap : 0 };
}

const ground = (count: number): readonly string[] => Array<string>(count).fill(colours.ground);
/** Of one kind of band. */
const rows = (colour: string | undefined): readonly (string | undefined)[] => [colour, colour, colour];

describe('the strip of the live trace', () => {
  it('shows the same, however its frames came and whatever was shown before', () => {
    const anyFrame = fc.record({
      peak: fc.constantFrom(0, 0.2, 0.5, 1),
      flags: fc.constantFrom(0, 0, 0, frameFlags.gap, frameFlags.dtx, frameFlags.concealed | frameFlags.tail),
    });
    const bursts = fc.array(fc.array(anyFrame, { minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 120,
    });
    fc.assert(
      fc.property(bursts, fc.integer({ min: 0, max: 8 }), (came, lead) => {
        const grown = strip();
        for (const burst of came) {
          grown.ring.push(frames(...burst));
          if (burst.length % 2 === 0) grown.live.take();
          grown.pass(grown.ring.count + lead / 3);
        }
        const whole = strip();
        whole.ring.push(frames(...came.flat()));
        const place = whole.ring.count + lead;
        expect(grown.picture(place)).toEqual(whole.picture(place));
      }),
      { numRuns: 30 },
    );
  });

  it('leaves no pixel of the picture empty', () => {
    const { picture } = strip();
    for (const place of [0, 3.3, 77, 4000]) expect(picture(place).flat()).not.toContain('');
  });

  it('draws a few columns for a frame that comes, and none for a picture that only moved', () => {
    const { ring, picture, reads } = strip();
    ring.push(frames(...Array.from({ length: 400 }, (_, at) => ({ peak: (at % 7) / 10 }))));
    picture(400);
    const whole = reads();
    picture(401);
    picture(402);
    expect(reads()).toBe(whole);
    ring.push(frames({ peak: 0.5 }));
    picture(403);
    expect(reads() - whole).toBeLessThan(whole / 10);
  });

  it('puts each frame where its time is, and the newest at the edge', () => {
    const { ring, picture } = strip();
    ring.push(frames(...Array.from({ length: 101 }, (_, at) => ({ peak: at === 100 ? 1 : 0 }))));
    // Five hundred columns are ten seconds: one for each frame.
    const drawn = picture(101);
    expect(drawn[499]?.slice(4, 60)).toContain(colours.wave);
    expect(drawn[499]?.[0]).toBe(colours.loud);
    expect(drawn[498]?.[0]).not.toBe(colours.loud);
  });

  it('marks stretches along the middle, where each kind has its rows', () => {
    const { ring, picture } = strip();
    const { dtx, tail } = frameFlags;
    ring.push(frames({ peak: 0 }, { peak: 0, flags: dtx }, { peak: 0, flags: dtx | tail }));
    const [plain, one, both] = picture(3).slice(497);
    const [dtxColour, , tailColour] = colours.marks;
    // The middle of 96 rows lies between rows 47 and 48; a silent wave is one row, and a band hides it with its rim.
    expect(plain?.slice(44, 52)).toEqual([...ground(4), colours.wave, ...ground(3)]);
    expect(one?.slice(44, 52)).toEqual([...ground(1), ...rows(dtxColour), ...ground(4)]);
    expect(both?.slice(44, 52)).toEqual([
      ...ground(1),
      ...rows(dtxColour),
      ...rows(tailColour),
      ...ground(1),
    ]);
  });

  it('writes the letter of a mark once, also where two stretches meet', () => {
    const { ring, picture } = strip();
    const marked = (at: number): boolean => at >= 126 && at < 140;
    ring.push(
      frames(
        ...Array.from({ length: 200 }, (_, at) => ({ peak: 0.1, flags: marked(at) ? frameFlags.gap : 0 })),
      ),
    );
    const drawn = picture(200);
    const letters = drawn.flatMap((column, x) => (column.includes(colours.marks[4]!) ? [x - 300] : []));
    expect(letters).toEqual([128, 129, 130, 131, 132, 133, 134]);
  });

  it('draws nothing in a place without a size', () => {
    const { ring, picture } = strip({ width: 0, height: 0, ratio: 1 });
    ring.push(frames({ peak: 1 }));
    expect(picture(1)).toEqual([]);
    const { picture: flat } = strip({ width: 20, height: 0, ratio: 1 });
    expect(flat(1).flat()).toEqual([]);
  });

  it('shows the same after a long way, and after one that nobody saw', () => {
    const { ring, picture, pass } = strip();
    const whole = (): Pixels => {
      const other = strip();
      for (let at = 0; at < ring.count; at += 1) other.ring.push(frames(frameAt(at)));
      return other.picture(ring.count);
    };
    for (let at = 0; at < 700; at += 7) {
      ring.push(frames(...[0, 1, 2, 3, 4, 5, 6].map((more) => frameAt(at + more))));
      pass(ring.count);
    }
    expect(picture(ring.count)).toEqual(whole());
    for (let at = 700; at < 2000; at += 1) ring.push(frames(frameAt(at)));
    expect(picture(ring.count)).toEqual(whole());
  });

  it('begins anew where it is told to', () => {
    const { ring, live, picture } = strip();
    ring.push(frames({ peak: 1 }, { peak: 1 }));
    expect(picture(2)[499]).toContain(colours.loud);
    ring.keepSince(Infinity);
    live.clear();
    expect(picture(0).flat()).not.toContain(colours.loud);
  });
});
