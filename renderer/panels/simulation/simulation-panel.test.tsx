// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../../app/journal/entry.ts';
import { seriousFindings } from '../testing/audit.ts';
import { startMemoryBench, type MemoryBench } from '../testing/memory-bench.ts';
import { SimulationPanel } from './simulation-panel.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
afterEach(cleanup);

type Part = 'Happens now' | 'Account' | 'Next answer' | 'Faults' | 'World and seed';

const call = async (name: string, args?: unknown) => window.bench.steam.call({ name, args });
const controls = () => screen.getByRole('group', { name: 'Controls of the simulated client' });
const press = (user: UserEvent, name: string) => user.click(screen.getByRole('button', { name }));

async function open(part: Part): Promise<{ readonly bench: MemoryBench; readonly user: UserEvent }> {
  const bench = await startMemoryBench({ start: 'simulated' });
  render(<SimulationPanel />);
  const user = userEvent.setup();
  await show(user, part);
  return { bench, user };
}

const show = (user: UserEvent, part: Part) => user.click(screen.getByRole('radio', { name: part }));

async function choose(user: UserEvent, label: string, option: string | RegExp): Promise<void> {
  await user.click(screen.getByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
}

async function entries(name: string): Promise<readonly JournalEntry[]> {
  const page = await window.bench.journal.read();
  return page.ok ? page.value.entries.filter((entry) => 'name' in entry && entry.name === name) : [];
}

async function simulation() {
  const outcome = await window.bench.simulation.get();
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

describe('the account', () => {
  it('answers with the values that are set', async () => {
    const { user } = await open('Account');
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

  it('takes a country when it is one', async () => {
    const { user } = await open('Account');
    const country = screen.getByRole('textbox', { name: 'Country' });
    await user.clear(country);
    await user.type(country, 'f{Enter}');
    expect(screen.getByText('Two letters, such as NZ.')).toBeDefined();
    await user.type(country, 'r{Enter}');
    expect((await simulation()).accounts[0]?.country).toBe('FR');
  });

  it('may be kept from the market for any of the reasons', async () => {
    const { user } = await open('Account');
    await user.click(screen.getByRole('switch', { name: 'TradeBanned' }));
    await user.click(screen.getByRole('switch', { name: 'SteamGuardNotEnabled' }));
    expect((await simulation()).accounts[0]?.market.notAllowedReason).toBe(16 + 64);
    await press(user, 'Clear reasons');
    expect((await simulation()).accounts[0]?.market.notAllowedReason).toBe(0);
  });

  it('has licences and bans, also where it is another player’s', async () => {
    const { user } = await open('Account');
    await choose(user, 'Values of', /Simulated Bo/);
    await user.click(screen.getByRole('switch', { name: 'VAC banned' }));
    const licences = screen.getByRole('textbox', { name: 'Licences' });
    await user.clear(licences);
    await user.type(licences, '480, 730{Enter}');
    const { accounts } = await simulation();
    expect(accounts[0]).toMatchObject({ isVacBanned: false });
    expect(accounts[1]).toMatchObject({ isVacBanned: true, licences: [480, 730] });
  });
});

describe('what happens now', () => {
  it('reaches the client', async () => {
    const { user } = await open('Happens now');
    await press(user, 'Server disconnected');
    expect(await call('loggedOn')).toEqual({ ok: true, value: false });
    await press(user, 'Server connected');
    expect(await call('loggedOn')).toEqual({ ok: true, value: true });
    expect(await seriousFindings()).toEqual([]);
  });

  it('arrives in the journal', async () => {
    const { bench, user } = await open('Happens now');
    await choose(user, 'Reason of the denial', /5 Cheater/);
    await press(user, 'Deny');
    await press(user, 'User says no');
    await press(user, 'Call the game');
    await choose(user, 'Result', /^2 Fail/);
    await choose(user, 'Notification', /7 ExitSoon_Night/);
    await press(user, 'Send the callback');
    await bench.advance(1000);
    expect(await entries('clientGameServerDeny')).toMatchObject([
      { value: { reason: 5, serverPort: 27015 } },
    ]);
    expect(await entries('microtransactionAuthResponse')).toMatchObject([
      { value: { orderId: '1000001', authorized: false } },
    ]);
    expect(await entries('gameWebCallback')).toHaveLength(1);
    expect(await entries('durationControl')).toMatchObject([
      { value: { result: 2, notification: 7, progress: 0 } },
    ]);
  });

  it('lets another player give out a ticket that is checked here', async () => {
    const { bench, user } = await open('Happens now');
    await press(user, 'Issues a ticket');
    await bench.advance(1000);
    await press(user, 'Check here');
    await bench.advance(1000);
    await choose(user, 'Verdict', /3 VACBanned/);
    await press(user, 'Give it twice');
    await bench.advance(1000);
    const verdicts = await entries('validateAuthTicketResponse');
    expect(verdicts).toMatchObject([0, 3, 3].map((response) => ({ value: { response } })));
    await show(user, 'World and seed');
    expect(screen.getByText(/Simulated Ada checks Simulated Bo/)).toBeDefined();
  });

  it('is a failure in words where nobody hears of it', async () => {
    const { user } = await open('Happens now');
    await press(user, 'IPC: pipe fails');
    await press(user, 'Licences updated');
    expect(await screen.findByText(/pipe to the simulated Steam is broken/)).toBeDefined();
  });
});

describe('the next answer', () => {
  it('refuses a ticket', async () => {
    const { bench, user } = await open('Next answer');
    expect(await seriousFindings()).toEqual([]);
    await choose(user, 'EResult', /15 AccessDenied/);
    await press(user, 'Choose this answer');
    expect(screen.getByRole('list', { name: /Answers chosen/ }).textContent).toContain('15 AccessDenied');
    await window.bench.tickets.issueSession({});
    await bench.advance(1000);
    const book = await window.bench.tickets.get();
    expect(book).toMatchObject({ ok: true, value: { tickets: [{ state: 'refused', result: 15 }] } });
    expect(screen.getByText('Nothing is chosen')).toBeDefined();
  });

  it('never comes, until it is brought about', async () => {
    const { bench, user } = await open('Next answer');
    await choose(user, 'Function', 'getMarketEligibility');
    await choose(user, 'Its answer', /Never comes/);
    await press(user, 'Choose this answer');
    await call('getMarketEligibility');
    await bench.advance(60_000);
    expect(await entries('marketEligibilityResponse')).toHaveLength(0);
    await show(user, 'World and seed');
    await choose(user, 'Fail with', /0 SteamGone/);
    await press(user, 'Fail now');
    await bench.advance(1000);
    expect(screen.getByText('Pending call results: 0')).toBeDefined();
    expect(await entries('marketEligibilityResponse')).toHaveLength(1);
  });
});

describe('the faults', () => {
  it('are set and taken back', async () => {
    const { user } = await open('Faults');
    const lost = screen.getByRole('textbox', { name: 'Answers lost, %' });
    await user.clear(lost);
    await user.type(lost, '12.5{Enter}');
    expect((await simulation()).world?.faults.loseAnswers).toBe(0.125);
    const shortest = screen.getByRole('textbox', { name: 'Shortest in ms' });
    await user.clear(shortest);
    await user.type(shortest, '500{Enter}');
    expect((await simulation()).world?.faults.latencyMs).toEqual({ shortest: 500, longest: 500 });
    expect(await seriousFindings()).toEqual([]);
    await press(user, 'No faults');
    expect(lost).toHaveProperty('value', '0');
    expect(screen.getByRole('textbox', { name: 'Longest in ms' })).toHaveProperty('value', '120');
  });
});

describe('the clock', () => {
  it('keeps answers back while it is paused, and lets them come by steps', async () => {
    const { bench, user } = await open('World and seed');
    const tickets = async () => (await window.bench.tickets.get()) as unknown;
    await press(user, 'Pause time');
    await window.bench.tickets.issueSession({});
    await bench.advance(500);
    expect(await tickets()).toMatchObject({ value: { tickets: [{ state: 'waiting' }] } });
    await press(user, 'Step 1 s');
    await bench.advance(1);
    expect(await tickets()).toMatchObject({ value: { tickets: [{ state: 'confirmed' }] } });
    await press(user, 'Run time');
    await user.click(screen.getByRole('radio', { name: '×60' }));
    expect((await simulation()).world?.clock).toMatchObject({ isPaused: false, rate: 60 });
  });

  it('lets an address of the store go stale', async () => {
    const { bench, user } = await open('World and seed');
    await call('requestStoreAuthURL', { redirect: 'https://store.steampowered.com/' });
    await bench.advance(1000);
    const list = screen.getByRole('list', { name: /Store addresses/ });
    expect(within(list).getByText('fresh')).toBeDefined();
    await press(user, 'Step 1 min');
    expect(within(list).getByText('stale')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });
});

describe('the seed', () => {
  it('starts the simulation anew and connects again', async () => {
    const { user } = await open('World and seed');
    const seed = screen.getByRole('spinbutton', { name: 'Seed' });
    expect(seed).toHaveProperty('value', '7');
    await user.clear(seed);
    await user.type(seed, '2026');
    await press(user, 'Start anew');
    expect(await simulation()).toMatchObject({ seed: 2026 });
    expect(await window.bench.session.get()).toMatchObject({ ok: true, value: { state: 'connected' } });
  });
});

describe('without a simulated client', () => {
  it('is greyed out while nothing is connected, and can connect', async () => {
    await startMemoryBench();
    render(<SimulationPanel />);
    expect(screen.getByText('No client is connected.')).toBeDefined();
    expect(controls()).toHaveProperty('disabled', true);
    await press(userEvent.setup(), 'Connect simulated');
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
