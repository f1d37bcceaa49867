// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TimeView } from '../../../voice/time-view.ts';
import { createWave, type Wave } from './wave-surfer.ts';

const WIDTH = 1000;
const SECONDS = 10;

let wave: Wave | undefined;

beforeEach(() => {
  // There is no layout: every element is as wide as it says, or as the place.
  const widthOf = (element: HTMLElement): number => parseFloat(element.style.width) || WIDTH;
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(function (this: HTMLElement) {
    return this.style.width.endsWith('px') ? widthOf(this) : WIDTH;
  });
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    return new DOMRect(0, 0, this.style.width.endsWith('px') ? widthOf(this) : WIDTH, 97);
  });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    const nothing = () => undefined;
    const drawing = { clearRect: nothing, translate: nothing, drawImage: nothing, fillRect: nothing };
    return { canvas: this, save: nothing, restore: nothing, ...drawing } as never;
  });
});

afterEach(() => {
  wave?.end();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** A wave of four seconds on an axis of ten. */
async function start() {
  const place = document.createElement('div');
  document.body.append(place);
  const stretches: TimeView[] = [];
  const calls = { onMark: vi.fn(), onRegion: vi.fn(), onView: vi.fn() };
  const sound = { signal: new Float32Array(400), sampleRate: 100, lengthSeconds: SECONDS };
  const made = createWave(place, sound, {
    ...calls,
    paint: (_context, _size, stretch) => stretches.push(stretch),
  });
  wave = made;
  await vi.waitFor(() => expect(stretches).toHaveLength(1));
  const root = place.firstElementChild!.shadowRoot!;
  const surface = root.querySelector<HTMLElement>('.wrapper')!;
  const point = (type: string, x: number, buttons = 1): void => {
    const target = type === 'pointerdown' || type === 'click' ? surface : window;
    const way = { bubbles: true, composed: true, cancelable: true };
    target.dispatchEvent(new PointerEvent(type, { ...way, button: 0, buttons, pointerId: 1, clientX: x }));
  };
  const drag = (...places: readonly number[]): void => {
    point('pointerdown', places[0]!);
    for (const x of places.slice(1)) point('pointermove', x);
    point('pointerup', places.at(-1)!);
  };
  return { wave: made, root, surface, stretches, drag, point, ...calls };
}

describe('the wave of a take', () => {
  it('begins with the whole axis', async () => {
    const { stretches } = await start();
    expect(stretches).toEqual([{ from: 0, to: SECONDS }]);
  });

  it('zooms to a view and paints what of it is seen', async () => {
    const { wave: made, root, surface, stretches } = await start();
    stretches.length = 0;
    made.show({ from: 2.5, to: 5 });
    expect(surface.style.width).toBe('4000px');
    expect(root.querySelector('.scroll')!.scrollLeft).toBe(1000);
    expect(stretches).toEqual([{ from: 2.5, to: 5 }]);
    stretches.length = 0;
    made.show({ from: 3, to: 5.5 });
    expect(root.querySelector('.scroll')!.scrollLeft).toBe(1200);
    expect(stretches).toEqual([{ from: 5, to: 7.5 }]);
    made.show({ from: 0, to: SECONDS });
    expect(surface.style.width).toBe('100%');
  });

  it('tells where it was clicked', async () => {
    const { point, onMark } = await start();
    point('click', 250);
    expect(onMark).toHaveBeenCalledExactlyOnceWith(2.5);
  });

  it('tells of a region while it is drawn, also from right to left, and of no click', async () => {
    const { drag, onRegion, onMark } = await start();
    drag(500, 400, 250);
    expect(onRegion.mock.calls).toEqual([[{ from: 4, to: 5 }], [{ from: 2.5, to: 5 }]]);
    drag(600, 700);
    expect(onRegion.mock.lastCall).toEqual([{ from: 6, to: 7 }]);
    expect(onMark).not.toHaveBeenCalled();
  });

  it('overlooks a move without the button in the middle of a drag, and heeds those after it', async () => {
    const { point, onRegion } = await start();
    point('pointerdown', 500);
    point('pointermove', 600);
    point('pointermove', 640, 0);
    point('pointermove', 700);
    point('pointerup', 700, 0);
    expect(onRegion.mock.lastCall).toEqual([{ from: 5, to: 7 }]);
    point('pointerdown', 100);
    point('pointermove', 200);
    point('pointermove', 640, 0);
    point('pointerup', 200, 0);
    expect(onRegion.mock.lastCall).toEqual([{ from: 1, to: 2 }]);
    const other = new PointerEvent('pointermove', { cancelable: true, buttons: 0 });
    window.dispatchEvent(other);
    expect(other.defaultPrevented).toBe(false);
  });

  it('leaves a region that it told of as the pointer has it by then', async () => {
    const { wave: made, root, drag, point, onRegion } = await start();
    onRegion.mockImplementationOnce((first: TimeView) => {
      point('pointermove', 700);
      made.showRegion(first);
    });
    drag(500, 600);
    made.showRegion({ from: 1, to: 2 });
    drag(500, 600, 800);
    expect(onRegion.mock.lastCall).toEqual([{ from: 5, to: 8 }]);
    await vi.waitFor(() => expect(root.querySelectorAll('[part^="region "]')).toHaveLength(1));
  });

  it('tells where it was scrolled by a region beyond its edge, and is not taken back', async () => {
    const { wave: made, root, onView } = await start();
    made.show({ from: 2, to: 4 });
    expect(onView).not.toHaveBeenCalled();
    const scroll = root.querySelector('.scroll')!;
    const scrollTo = (pixels: number): void => {
      scroll.scrollLeft = pixels;
      scroll.dispatchEvent(new Event('scroll'));
    };
    vi.spyOn(scroll, 'scrollWidth', 'get').mockReturnValue(5000);
    scrollTo(1100);
    const told = onView.mock.lastCall![0] as TimeView;
    expect(told.from).toBeCloseTo(2.2, 9);
    expect(told.to).toBeCloseTo(4.2, 9);
    scroll.scrollLeft = 1120;
    made.show(told);
    expect(scroll.scrollLeft).toBe(1120);
    made.show({ from: 0, to: 2 });
    expect(scroll.scrollLeft).toBe(0);
  });

  it('is not painted anew where its view was only moved', async () => {
    const { wave: made, surface, stretches } = await start();
    made.show({ from: 1, to: 1.1 });
    const canvas = surface.querySelector('canvas');
    stretches.length = 0;
    for (const from of [1.01, 1.017, 1.033]) made.show({ from, to: from + 0.1 });
    expect(surface.querySelector('canvas')).toBe(canvas);
  });

  it('draws no region by a click that trembled', async () => {
    const { drag, onRegion } = await start();
    drag(500, 502);
    expect(onRegion).not.toHaveBeenCalled();
  });

  it('shows one region, in its order, wherever it came from', async () => {
    const { wave: made, root, drag } = await start();
    const shown = () =>
      [...root.querySelectorAll<HTMLElement>('[part^="region "]')].map(({ style }) => [
        style.left,
        style.right,
      ]);
    made.showRegion({ from: 4, to: 2 });
    await vi.waitFor(() => expect(shown()).toEqual([['20%', '60%']]));
    made.showRegion({ from: 2, to: 5 });
    expect(shown()).toEqual([['20%', '50%']]);
    drag(600, 700);
    await vi.waitFor(() => expect(shown()).toEqual([['60%', '30%']]));
    made.showRegion(undefined);
    expect(shown()).toEqual([]);
  });

  it('moves the line of what is heard', async () => {
    const { wave: made, root } = await start();
    made.playAt(7.5);
    expect(root.querySelector<HTMLElement>('.cursor')!.style.left).toBe('75%');
  });
});
