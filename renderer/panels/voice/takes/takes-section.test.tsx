// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LONGEST_TAKE_NAME, noVoice } from '../../../../app/voice/voice.ts';
import { installFakeBench, type FakeBench } from '../../../fake-bench.ts';
import { seriousFindings } from '../../testing/audit.ts';
import { someCard } from '../some-takes.ts';
import { silentPlayback, startVoice } from '../start-voice.ts';
import { TakesSection } from './takes-section.tsx';

vi.setConfig({ testTimeout: 20_000 });

let bench: FakeBench;
const takes = ['Take 3', 'Take 2', 'Take 1'].map((name) => ({ ...someCard, id: name, name }));
const store = { usedBytes: 230_488, limitBytes: 1e9, removed: [] };
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const choose = vi.fn();
const renames = (): unknown[] =>
  bench.asked.filter(({ channel }) => channel === 'voice.rename').map(({ payload }) => payload);

beforeEach(async () => {
  choose.mockClear();
  bench = installFakeBench();
  await startVoice(bench, { takes, store });
  render(<TakesSection playback={silentPlayback} chosenId={undefined} onChoose={choose} />);
});

afterEach(() => {
  cleanup();
});

describe('the rows of takes', () => {
  it('are one place for Tab, between which the arrows go', async () => {
    const user = userEvent.setup();
    const stops = (): (string | null)[] =>
      screen
        .getAllByRole('row')
        .slice(1)
        .filter((row) => row.querySelector('[tabindex="0"]') !== null)
        .map((row) => row.querySelector('[data-row-name]')?.textContent ?? null);
    expect(stops()).toEqual(['Take 3']);
    button('Take 3').focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(button('Take 2'));
    expect(stops()).toEqual(['Take 2']);
    await user.keyboard('{Tab}{ArrowDown}');
    expect(document.activeElement).toBe(button('Rename Take 1'));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(button('Rename Take 1'));
    await user.keyboard('{Home}');
    expect(document.activeElement).toBe(button('Rename Take 3'));
    await user.keyboard('{End}{ArrowUp}');
    expect(document.activeElement).toBe(button('Rename Take 2'));
    expect(await seriousFindings()).toEqual([]);
  });
});

describe('the verdict in a row', () => {
  it('is that the take is being measured, which is not that it has to be opened', () => {
    const unknown = { ...someCard, rmsDbfs: undefined, verdict: undefined };
    const told = [
      { ...unknown, id: 'a', name: 'Long', isMeasuring: true as const },
      { ...unknown, id: 'b', name: 'Old' },
    ];
    act(() => bench.tell('voice.changed', { ...noVoice, takes: told, store }));
    const textOf = (name: string): string | null =>
      screen.getByRole('row', { name: new RegExp(name) }).textContent;
    expect(textOf('Long')).toContain('Measuring…');
    expect(textOf('Old')).toContain('Open it to judge');
  });
});

describe('naming a take', () => {
  it.each(['{Enter}', '{Escape}'])('gives the focus back to the name after %s', async (last) => {
    const user = userEvent.setup();
    await user.click(button('Rename Take 2'));
    await user.keyboard(`Hello${last}`);
    expect(document.activeElement).toBe(button('Take 2'));
    // The key does not go on to press it.
    expect(choose).not.toHaveBeenCalled();
    expect(renames()).toEqual(last === '{Enter}' ? [{ id: 'Take 2', name: 'Hello' }] : []);
  });

  it('says that it needs a name, and that one is too long', async () => {
    const user = userEvent.setup();
    await user.click(button('Rename Take 2'));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of Take 2' });
    await user.clear(field);
    await user.keyboard('  {Enter}');
    expect(screen.getByText(/^A take needs a name/)).toBeDefined();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(await seriousFindings()).toEqual([]);

    await user.clear(field);
    await user.click(field);
    await user.paste('x'.repeat(LONGEST_TAKE_NAME));
    expect(screen.getByText('120 of 120 characters.')).toBeDefined();
    await user.paste('yz');
    await user.keyboard('{Enter}');
    expect(screen.getByText('120 characters at most: 2 too many.')).toBeDefined();
    expect(renames()).toEqual([]);
    await user.keyboard('{Backspace}{Backspace}{Enter}');
    expect(renames()).toEqual([{ id: 'Take 2', name: 'x'.repeat(LONGEST_TAKE_NAME) }]);
  });
});
