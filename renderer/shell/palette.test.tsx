// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { installFakeBench, type FakeBench } from '../fake-bench.ts';
import { readSettingsNow } from '../stores/settings.ts';
import { Palette } from './palette.tsx';

let fake: FakeBench;

beforeEach(() => {
  fake = installFakeBench();
});

afterEach(cleanup);

describe('the command palette', () => {
  it('finds an action by typing and runs it with Enter', async () => {
    const user = userEvent.setup();
    const onClose = vi.fn();
    render(<Palette onClose={onClose} />);
    const search = screen.getByRole('combobox', { name: 'Find an action' });
    await user.type(search, 'auth tick');
    expect(screen.getAllByRole('option')[0]?.textContent).toContain('Auth tickets');
    await user.type(search, '{Enter}');
    expect(onClose).toHaveBeenCalledOnce();
    await waitFor(() => expect(readSettingsNow().panel).toBe('tickets'));
    expect(fake.asked).toContainEqual({ channel: 'settings.set', payload: { panel: 'tickets' } });
  });

  it('goes through the list with the arrow keys, round its ends', async () => {
    const user = userEvent.setup();
    render(<Palette onClose={vi.fn()} />);
    const chosen = (): string | undefined =>
      screen.getAllByRole('option').find((option) => option.getAttribute('aria-selected') === 'true')
        ?.textContent ?? undefined;
    const search = screen.getByRole('combobox');
    search.focus();
    const first = chosen();
    await user.keyboard('{ArrowDown}');
    expect(chosen()).not.toBe(first);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(chosen()).toBe(screen.getAllByRole('option').at(-1)?.textContent);
  });

  it('chooses what the pointer moves to, and not what comes to lie under one that rests', () => {
    render(<Palette onClose={vi.fn()} />);
    const options = screen.getAllByRole('option');
    const move = (at: number, movementX: number): void => {
      fireEvent(options[at]!, new PointerEvent('pointermove', { bubbles: true, movementX }));
    };
    const chosen = (): readonly boolean[] =>
      options.map((option) => option.getAttribute('aria-selected') === 'true').slice(0, 3);
    move(2, 0);
    expect(chosen()).toEqual([true, false, false]);
    move(1, -2);
    expect(chosen()).toEqual([false, true, false]);
  });

  it('leaves out what makes no sense now, and closes with Escape', async () => {
    const user = userEvent.setup();
    const onClose = vi.fn();
    render(<Palette onClose={onClose} />);
    expect(screen.queryByRole('option', { name: /Disconnect/ })).toBeNull();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});
