// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seriousFindings } from '../testing/audit.ts';
import { startMemoryBench } from '../testing/memory-bench.ts';
import { ConnectionPanel } from './connection-panel.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
afterEach(cleanup);

const connectButton = () => screen.getByRole('button', { name: 'Connect' });
const appIdField = () => screen.getByRole('textbox', { name: 'App id' });
const doctor = () => screen.findByRole('region', { name: 'Init doctor' });

describe('connecting', () => {
  it('goes to the simulated client with a known test id', async () => {
    await startMemoryBench();
    render(<ConnectionPanel />);
    const user = userEvent.setup();

    expect(screen.getByText('Disconnected')).toBeDefined();
    await user.click(screen.getByRole('radio', { name: 'Simulated' }));
    await user.click(screen.getByRole('button', { name: '570 Dota 2' }));
    await user.click(connectButton());

    expect(await screen.findByText('Connected')).toBeDefined();
    expect(screen.getByText('Simulated Ada')).toBeDefined();
    expect(screen.getByText(/entered in this window/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Disconnect' }));
    expect(await screen.findByText('Disconnected')).toBeDefined();
  });

  it('offers Spacewar first', async () => {
    await startMemoryBench();
    render(<ConnectionPanel />);
    const known = within(screen.getByRole('group', { name: 'Known test ids' })).getAllByRole('button');
    expect(known.map((button) => button.textContent)[0]).toBe('480 Spacewar');
  });

  it('refuses an app id that is none, and says why', async () => {
    await startMemoryBench();
    render(<ConnectionPanel />);
    const user = userEvent.setup();

    await user.clear(appIdField());
    await user.type(appIdField(), '4294967296{Enter}');

    expect(appIdField().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/at most 4294967295/)).toBeDefined();
    expect(screen.getByText('Disconnected')).toBeDefined();
    expect(document.activeElement).toBe(appIdField());
  });
});

describe('a Steam that does not answer', () => {
  it('is explained check by check, and the way on is the simulator', async () => {
    const bench = await startMemoryBench({ start: 'steam' });
    render(<ConnectionPanel />);
    const user = userEvent.setup();

    expect(screen.getByText('Failed to load module steamclient.so')).toBeDefined();
    const region = within(await doctor());
    const checks = await region.findAllByRole('listitem');
    expect(checks).toHaveLength(7);
    expect(checks[2]?.textContent).toContain('Install Steam for this user.');
    expect(checks[3]?.textContent).toContain('Start Steam and log in.');
    expect(await seriousFindings()).toEqual([]);

    await user.click(region.getByRole('button', { name: 'Copy report' }));
    expect(bench.clipboard[0]).toContain('3. Steam client module: failed');

    await user.click(region.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Failed')).toBeDefined();

    await user.click(within(await doctor()).getByRole('button', { name: 'Go on simulated' }));
    expect(await screen.findByText('Connected')).toBeDefined();
    expect(screen.getByText('Simulated Ada')).toBeDefined();
    expect(screen.queryByRole('region', { name: 'Init doctor' })).toBeNull();
  });

  it('opens the doctor beside the simulator that stands in, which can be kept', async () => {
    await startMemoryBench({ start: 'answering' });
    render(<ConnectionPanel />);
    const user = userEvent.setup();

    const region = within(await doctor());
    expect(screen.getByText('Connected')).toBeDefined();
    await user.click(region.getByRole('button', { name: 'Go on simulated' }));
    expect(screen.queryByRole('region', { name: 'Init doctor' })).toBeNull();
    expect(screen.getByText('Connected')).toBeDefined();

    // Whoever has read it once is not told again on every visit.
    cleanup();
    render(<ConnectionPanel />);
    expect(screen.queryByRole('region', { name: 'Init doctor' })).toBeNull();
  });

  it('can be looked into without a failure', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<ConnectionPanel />);
    expect(screen.queryByRole('region', { name: 'Init doctor' })).toBeNull();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Init doctor' }));
    expect(await within(await doctor()).findByText(/2 of 7 checks failed/)).toBeDefined();
  });
});

describe('a client that breaks while it is connected', () => {
  it('is still connected, and marked', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<ConnectionPanel />);
    await window.bench.simulation.raise({ kind: 'ipcFailure', type: 1 });
    await bench.advance(1000);
    expect(await screen.findByText('Connected, with a fault')).toBeDefined();
  });
});
