// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seriousFindings } from '../testing/audit.ts';
import { startMemoryBench } from '../testing/memory-bench.ts';
import { AccountPanel } from './account-panel.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
afterEach(cleanup);

const lamp = (title: string) => {
  const list = within(screen.getByRole('list', { name: 'Status of the account' }));
  return list.getAllByRole('listitem').find((item) => item.textContent.startsWith(title))?.textContent;
};

describe('the account', () => {
  it('is shown with every lamp, its badges and its ids', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<AccountPanel />);

    expect(lamp('Logged on')).toContain('yes');
    expect(lamp('Behind NAT')).toContain('no');
    expect(lamp('Phone verified')).toContain('yes');
    expect(screen.getByRole('status', { name: 'Steam level' }).textContent).toBe('42');
    const rows = within(screen.getByRole('region', { name: 'Badges by series' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(['SeriesRegularFoil', '151', '230', '300', '400']);
    expect(screen.getAllByText('76561202255165729')).toHaveLength(2);
    expect(screen.getByText('[U:1:4294900001]')).toBeDefined();
    expect(screen.getByText('New Zealand')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });

  it('is read again on demand', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<AccountPanel />);
    await window.bench.simulation.set({ account: { steamLevel: 77, isTwoFactorEnabled: false } });
    await userEvent.setup().click(screen.getByRole('button', { name: 'Refresh' }));
    expect(lamp('Two-factor')).toContain('no');
    expect(screen.getByRole('status', { name: 'Steam level' }).textContent).toBe('77');
  });

  it('has as many series of badges as asked for', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<AccountPanel />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'One series more' }));
    expect(await screen.findByRole('rowheader', { name: '5' })).toBeDefined();
  });
});

describe('the connection', () => {
  it('leaves its comings and goings in the history, with Steam’s reason', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<AccountPanel />);

    await window.bench.simulation.raise({ kind: 'serverDisconnected', result: 3 });
    await bench.advance(2000);
    expect(lamp('Logged on')).toContain('no');
    expect(lamp('Behind NAT')).toContain('Not valid now');
    await window.bench.simulation.raise({ kind: 'serverConnected' });
    await bench.advance(2000);

    const events = within(screen.getByRole('region', { name: 'Connects and disconnects' }));
    const words = events.getAllByRole('listitem').map((item) => item.textContent);
    expect(words).toHaveLength(3);
    expect(words[0]).toContain('Online');
    expect(words[1]).toContain('3 NoConnection');
  });
});

describe('without a client', () => {
  it('says so and shows the way', async () => {
    await startMemoryBench();
    render(<AccountPanel />);
    expect(screen.getByText('No client is connected')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Refresh' })).toHaveProperty('disabled', true);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Open Connection' }));
    const settings = await window.bench.settings.get();
    expect(settings).toMatchObject({ ok: true, value: { panel: 'connection' } });
  });
});
