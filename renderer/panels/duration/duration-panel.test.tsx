// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seriousFindings } from '../testing/audit.ts';
import { startMemoryBench } from '../testing/memory-bench.ts';
import { DurationPanel } from './duration-panel.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
afterEach(cleanup);

const underTheRules = {
  isApplicable: true,
  hasCurfew: false,
  progress: null,
  notification: 0,
} as const;

const gauge = (name: string) => screen.getByRole('meter', { name }).getAttribute('aria-valuetext');
const rows = () => {
  const feed = within(screen.getByRole('region', { name: 'Readings, newest first' }));
  return feed.getAllByRole('listitem').map((item) => item.textContent);
};

describe('duration control', () => {
  it('is asked for, and says that it does not apply', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<DurationPanel />);
    expect(screen.getByText('Steam was not asked yet')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);

    await userEvent.setup().click(screen.getByRole('button', { name: 'Ask Steam' }));
    expect(screen.getByRole('button', { name: 'Asking…' }).getAttribute('aria-busy')).toBe('true');
    await bench.advance(3000);
    expect(screen.getByText('Does not apply')).toBeDefined();
    expect(screen.getByText(/accounts in China, in apps that opted in/)).toBeDefined();
    expect(gauge('Today')).toBe('not counted');
    expect(rows()).toEqual([expect.stringContaining('Asked')]);
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByRole('button', { name: 'Ask Steam' })).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });

  it('tells unasked, with what the game should do, and draws it', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    await window.bench.simulation.set({ account: { durationControl: underTheRules } });
    render(<DurationPanel />);
    await window.bench.simulation.raise({
      kind: 'durationControl',
      progress: 3,
      notification: 5,
      secondsLast5Hours: 10_800,
      secondsToday: 12_000,
      secondsRemaining: 0,
    });
    await bench.advance(100);

    expect(screen.getByText('Applies: the game has to end')).toBeDefined();
    const standing = within(screen.getByRole('region', { name: 'Newest reading' }));
    expect(standing.getByText('3 ExitSoon_3h')).toBeDefined();
    expect(gauge('Last 5 hours')).toBe('3 h');
    expect(gauge('Today')).toBe('3 h 20 min');
    expect(gauge('Remaining')).toBe('0 s');
    expect(rows()).toEqual([expect.stringMatching(/Unasked.*5 ExitSoon_3h.*save, and exit/)]);
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('the newest ExitSoon_3h');
    expect(await seriousFindings()).toEqual([]);

    await userEvent.setup().click(screen.getByRole('button', { name: 'Ask Steam' }));
    await bench.advance(3000);
    expect(rows()).toHaveLength(2);
    await userEvent.setup().click(screen.getByRole('radio', { name: 'Notifications' }));
    expect(rows()).toEqual([expect.stringContaining('ExitSoon_3h')]);
  });

  it('says where Steam could not tell, and where nothing answered', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<DurationPanel />);
    const user = userEvent.setup();
    await window.bench.simulation.raise({ kind: 'serverDisconnected', result: 3 });
    await user.click(screen.getByRole('button', { name: 'Ask Steam' }));
    await bench.advance(3000);
    expect(screen.getByText('Steam could not tell')).toBeDefined();
    expect(screen.getByText(/EResult 3 NoConnection/)).toBeDefined();

    await window.bench.simulation.raise({
      kind: 'nextAnswer',
      name: 'getDurationControl',
      outcome: { kind: 'never' },
    });
    await user.click(screen.getByRole('button', { name: 'Ask Steam' }));
    await bench.advance(21_000);
    expect(screen.getByRole('alert').textContent).toContain('No answer came in time');
  });
});

describe('the online state', () => {
  it('is told, and Steam’s answer shown', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<DurationPanel />);
    expect(screen.getByText(/Nothing is told yet/)).toBeDefined();
    await userEvent.setup().click(screen.getByRole('radio', { name: 'Online, high priority' }));
    expect(await screen.findByText('Taken by Steam')).toBeDefined();
    expect(screen.getByRole('radio', { name: 'Online, high priority' })).toHaveProperty('checked', true);
    expect(screen.getByText(/A match is running/)).toBeDefined();
  });

  it('stays what it was where Steam does not take another', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<DurationPanel />);
    await userEvent.setup().click(screen.getByRole('radio', { name: 'Online' }));
    await window.bench.duration.setOnlineState({ state: 0 });
    expect(await screen.findByText('Not taken')).toBeDefined();
    expect(screen.getByRole('radio', { name: 'Online' })).toHaveProperty('checked', true);
  });
});

describe('without a client', () => {
  it('says so and shows the way', async () => {
    await startMemoryBench();
    render(<DurationPanel />);
    expect(screen.getByText('No client is connected')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Ask Steam' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('radio', { name: 'Online' }).closest('fieldset')).toHaveProperty(
      'disabled',
      true,
    );
    expect(screen.queryByRole('button', { name: 'Send one in Simulation' })).toBeNull();
    expect(await seriousFindings()).toEqual([]);
  });
});
