// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TakeCursor } from './take-cursor.tsx';

const WIDTH = 1000;

afterEach(cleanup);

/** A cursor over a take of ten seconds, and the pointer over it. */
function start() {
  const onRegion = vi.fn();
  const onMark = vi.fn();
  render(
    <TakeCursor
      name="Take 1"
      view={{ from: 0, to: 10 }}
      lengthSeconds={10}
      region={undefined}
      mark={0}
      playhead={undefined}
      onMark={onMark}
      onRegion={onRegion}
      onView={vi.fn()}
      onPlay={vi.fn()}
    />,
  );
  const cursor = screen.getByRole('slider', { name: 'Place in Take 1' });
  Object.defineProperty(cursor, 'clientWidth', { value: WIDTH });
  cursor.setPointerCapture = () => undefined;
  const point = (type: string, x: number, buttons: number): void => {
    const event = new PointerEvent(type, { bubbles: true, button: 0, buttons, clientX: x });
    // Without a layout there is no place to count from.
    Object.defineProperty(event, 'offsetX', { value: x });
    fireEvent(cursor, event);
  };
  return { onRegion, onMark, point };
}

describe('the cursor of a take', () => {
  it('draws a region as far as where the button was let go', () => {
    const { onRegion, onMark, point } = start();
    point('pointerdown', 500, 1);
    point('pointermove', 400, 1);
    point('pointerup', 250, 0);
    expect(onRegion.mock.calls).toEqual([[{ from: 5, to: 4 }], [{ from: 5, to: 2.5 }]]);
    expect(onMark).not.toHaveBeenCalled();
  });

  it('leaves out moves without the button, in a drag and after it', () => {
    const { onRegion, point } = start();
    point('pointerdown', 500, 1);
    point('pointermove', 405, 0);
    point('pointerup', 250, 0);
    point('pointermove', 100, 1);
    expect(onRegion.mock.calls).toEqual([[{ from: 5, to: 2.5 }]]);
  });

  it('sets where to play from by a click, even one that trembled', () => {
    const { onRegion, onMark, point } = start();
    point('pointerdown', 500, 1);
    point('pointermove', 502, 1);
    point('pointerup', 501, 0);
    expect(onMark).toHaveBeenCalledExactlyOnceWith(5.01);
    expect(onRegion).not.toHaveBeenCalled();
  });
});
