// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seriousFindings } from '../testing/audit.ts';
import { startMemoryBench } from '../testing/memory-bench.ts';
import { StorePanel } from './store-panel.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
afterEach(cleanup);

const request = () => screen.getByRole('button', { name: 'Request address' });
const address = async (number: number) =>
  within(await screen.findByRole('listitem', { name: `Address ${number}` }));
const ask = () => screen.getByRole('button', { name: 'Ask' });

describe('an address of the store', () => {
  it('waits, is masked until shown, copied, and opens no browser where it is simulated', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<StorePanel />);
    const user = userEvent.setup();
    expect(await seriousFindings()).toEqual([]);
    await user.click(request());
    const card = await address(1);
    expect(card.getByText('Waiting')).toBeDefined();
    expect(card.queryByRole('button')).toBeNull();

    await bench.advance(3000);
    expect(card.getByText('Fresh')).toBeDefined();
    expect(card.getByText('https://store.simulated.invalid')).toBeDefined();
    expect(document.body.textContent).not.toContain('token=');
    expect(card.getByRole('button', { name: 'Open in browser' })).toHaveProperty('disabled', true);
    expect(card.getByText(/it leads nowhere/)).toBeDefined();

    await user.click(card.getByRole('button', { name: 'Show' }));
    expect(await card.findByText(/token=simulated-/)).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
    await user.click(card.getByRole('button', { name: 'Hide' }));
    expect(document.body.textContent).not.toContain('token=');
    await user.click(card.getByRole('button', { name: 'Copy' }));
    expect(bench.clipboard).toEqual([expect.stringContaining('token=simulated-')]);
  });

  it('is asked for only where the page to go to is an address', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<StorePanel />);
    const user = userEvent.setup();
    const field = screen.getByRole('textbox', { name: 'Page to go to, once logged in' });
    await user.clear(field);
    await user.type(field, 'steam://store/480');
    await user.click(request());
    expect(screen.getByText('Begins with https:// or http://.')).toBeDefined();
    expect(screen.queryByRole('listitem', { name: 'Address 1' })).toBeNull();
    await user.clear(field);
    await user.type(field, 'https://store.steampowered.com/cart/{Enter}');
    expect((await address(1)).getByText('https://store.steampowered.com/cart/')).toBeDefined();
  });

  it('says why it did not come', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<StorePanel />);
    await window.bench.simulation.raise({ kind: 'serverDisconnected', result: 3 });
    await userEvent.setup().click(request());
    await bench.advance(3000);
    const card = await address(1);
    expect(card.getByText('Failed')).toBeDefined();
    expect(card.getByText(/1 NetworkFailure/)).toBeDefined();
  });
});

describe('the market', () => {
  it('says every reason in words, with what the player can do', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<StorePanel />);
    expect(screen.getByText('Not asked yet')).toBeDefined();
    const market = {
      notAllowedReason: (1 << 3) | (1 << 11),
      allowedAtTime: 1_900_000_000,
      daysSteamGuardRequired: 15,
      daysNewDeviceCooldown: 1,
    };
    await window.bench.simulation.set({ account: { market } });
    await userEvent.setup().click(ask());
    expect(screen.getByRole('button', { name: 'Asking…' })).toBeDefined();
    await bench.advance(3000);
    expect(screen.getByText('May not use the market')).toBeDefined();
    const reasons = within(screen.getByRole('list', { name: 'Reasons' })).getAllByRole('listitem');
    expect(reasons.map((item) => item.textContent)).toEqual([
      expect.stringMatching(/account is limited.*AccountLimited/),
      expect.stringMatching(/device is new.*UsingNewDevice/),
    ]);
    expect(screen.getByText('15 days')).toBeDefined();
    expect(screen.getByText('1 day')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });

  it('says that it is open, and why it could not be asked', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<StorePanel />);
    const user = userEvent.setup();
    await user.click(ask());
    await bench.advance(3000);
    expect(screen.getByText('May use the market')).toBeDefined();
    expect(screen.getByText('Steam names no time')).toBeDefined();
    await window.bench.simulation.raise({
      kind: 'nextAnswer',
      name: 'getMarketEligibility',
      outcome: { kind: 'callFailure', reason: 0 },
    });
    await user.click(ask());
    await bench.advance(3000);
    expect(screen.getByRole('alert').textContent).toContain('0 SteamGone');
  });
});

describe('what arrives by itself', () => {
  it('is listed: purchases with the order as text', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<StorePanel />);
    const orderId = '18446744073709551615';
    await window.bench.simulation.raise({ kind: 'microtransaction', appId: 480, orderId, authorized: false });
    await window.bench.simulation.raise({ kind: 'microtransaction', appId: 480, orderId, authorized: true });
    await bench.advance(100);
    const list = within(screen.getByRole('region', { name: 'Purchases, newest first' }));
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringMatching(/Said yes.*18446744073709551615/),
      expect.stringMatching(/Said no.*18446744073709551615/),
    ]);
    expect(await seriousFindings()).toEqual([]);
  });

  it('is masked until shown: web callbacks', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<StorePanel />);
    await window.bench.simulation.raise({ kind: 'gameWebCallback', url: 'steam://gamewebcallback/?secret' });
    await bench.advance(100);
    expect(document.body.textContent).not.toContain('secret');
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Show web callback 1' }));
    expect(await screen.findByText('steam://gamewebcallback/?secret')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Hide web callback 1' }));
    expect(document.body.textContent).not.toContain('secret');
  });
});

describe('the way to the simulation', () => {
  it('is there where something can be made to happen', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<StorePanel />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Answer one in Simulation' }));
    expect(await window.bench.settings.get()).toMatchObject({ value: { panel: 'simulation' } });
  });
});

describe('without a client', () => {
  it('says so and shows the way', async () => {
    await startMemoryBench();
    render(<StorePanel />);
    expect(screen.getByText('No client is connected')).toBeDefined();
    expect(request()).toHaveProperty('disabled', true);
    expect(ask()).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: 'Answer one in Simulation' })).toBeNull();
    expect(await seriousFindings()).toEqual([]);
  });
});
