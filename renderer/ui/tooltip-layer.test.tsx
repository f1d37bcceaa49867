// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tooltip } from './tooltip.ts';
import { TooltipLayer } from './tooltip-layer.tsx';

/** More than a pointer has to rest. */
const LONG_MS = 1000;

beforeEach(() => {
  vi.useFakeTimers();
  // happy-dom has no top layer.
  HTMLElement.prototype.showPopover = () => undefined;
  render(
    <>
      <TooltipLayer />
      <div data-testid="beside" />
      <div data-testid="around">
        <button type="button" {...tooltip('Forgets every entry')}>
          Clear
        </button>
      </div>
    </>,
  );
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const rest = (): void => act(() => void vi.advanceTimersByTime(LONG_MS));
const shown = (): Element | null => screen.queryByText('Forgets every entry');

describe('the tooltips', () => {
  it('shows one once the pointer rests, and no longer than it is there', () => {
    fireEvent.pointerOver(screen.getByText('Clear'));
    expect(shown()).toBeNull();
    rest();
    expect(shown()).not.toBeNull();
    fireEvent.pointerOver(screen.getByTestId('beside'));
    expect(shown()).toBeNull();
  });

  it('goes when its place is scrolled', () => {
    fireEvent.pointerOver(screen.getByText('Clear'));
    rest();
    fireEvent.scroll(screen.getByTestId('around'));
    expect(shown()).toBeNull();
  });

  it('comes and stays while another place scrolls by itself', () => {
    fireEvent.pointerOver(screen.getByText('Clear'));
    fireEvent.scroll(screen.getByTestId('beside'));
    rest();
    expect(shown()).not.toBeNull();
    fireEvent.scroll(screen.getByTestId('beside'));
    expect(shown()).not.toBeNull();
  });

  it('goes with Escape and with a press', () => {
    for (const end of [
      () => fireEvent.keyDown(document, { key: 'Escape' }),
      () => fireEvent.pointerDown(document),
    ]) {
      fireEvent.pointerOver(screen.getByText('Clear'));
      rest();
      expect(shown()).not.toBeNull();
      end();
      expect(shown()).toBeNull();
    }
  });
});
