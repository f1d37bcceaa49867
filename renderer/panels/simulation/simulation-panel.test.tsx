// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seriousFindings } from '../testing/audit.ts';
import { startMemoryBench } from '../testing/memory-bench.ts';
import { SimulationPanel } from './simulation-panel.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
afterEach(cleanup);

const call = async (name: string, args?: unknown) => window.bench.steam.call({ name, args });
const controls = () => screen.getByRole('group', { name: 'Controls of the simulated client' });

describe('the knobs', () => {
  it('set what the functions answer', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<SimulationPanel />);
    const user = userEvent.setup();

    await user.click(screen.getByRole('switch', { name: 'Behind NAT' }));
    expect(await call('isBehindNAT')).toEqual({ ok: true, value: true });

    const level = screen.getByRole('textbox', { name: 'Steam level' });
    await user.clear(level);
    await user.type(level, '99{Enter}');
    expect(await call('getPlayerSteamLevel')).toEqual({ ok: true, value: 99 });

    await user.click(
      screen.getByRole('group', { name: 'Regular badge of series 3' }).querySelector('[value="4"]')!,
    );
    expect(await call('getGameBadgeLevel', { series: 3, foil: false })).toEqual({ ok: true, value: 4 });
    expect(await seriousFindings()).toEqual([]);
  });

  it('take a country when it is one', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<SimulationPanel />);
    const user = userEvent.setup();
    const country = screen.getByRole('textbox', { name: 'Country' });
    await user.clear(country);
    await user.type(country, 'f{Enter}');
    expect(screen.getByText('Two letters, such as NZ.')).toBeDefined();
    await user.type(country, 'r{Enter}');
    const simulation = await window.bench.simulation.get();
    expect(simulation.ok && simulation.value.accounts[0]?.country).toBe('FR');
  });
});

describe('the events', () => {
  it('reach the client', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<SimulationPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Server disconnected' }));
    expect(await call('loggedOn')).toEqual({ ok: true, value: false });
    await user.click(screen.getByRole('button', { name: 'Server connected' }));
    expect(await call('loggedOn')).toEqual({ ok: true, value: true });
  });
});

describe('the seed', () => {
  it('starts the simulation anew and connects again', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<SimulationPanel />);
    const user = userEvent.setup();
    const seed = screen.getByRole('spinbutton', { name: 'Seed' });
    expect(seed).toHaveProperty('value', '7');
    await user.clear(seed);
    await user.type(seed, '2026');
    await user.click(screen.getByRole('button', { name: 'Start anew' }));
    const [simulation, session] = await Promise.all([
      window.bench.simulation.get(),
      window.bench.session.get(),
    ]);
    expect(simulation).toMatchObject({ ok: true, value: { seed: 2026 } });
    expect(session).toMatchObject({ ok: true, value: { state: 'connected' } });
  });
});

describe('without a simulated client', () => {
  it('is greyed out while nothing is connected, and can connect', async () => {
    await startMemoryBench();
    render(<SimulationPanel />);
    expect(screen.getByText('No client is connected.')).toBeDefined();
    expect(controls()).toHaveProperty('disabled', true);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Connect simulated' }));
    expect(controls()).toHaveProperty('disabled', false);
  });

  it('is greyed out while a real client is connected, and says why', async () => {
    const bench = await startMemoryBench();
    render(<SimulationPanel />);
    bench.say({ state: 'connected', client: 'steam', appId: 480, appIdSource: 'default' });
    expect(screen.getByText(/A real Steam client is connected/)).toBeDefined();
    expect(controls()).toHaveProperty('disabled', true);
  });
});
