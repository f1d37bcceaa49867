// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seriousFindings } from '../testing/audit.ts';
import { startMemoryBench } from '../testing/memory-bench.ts';
import { ServersPanel } from './servers-panel.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
afterEach(cleanup);

const serverId = '90071992547409921';
const form = (name: string) => within(screen.getByRole('form', { name }));
const connection = async (number: number) =>
  within(await screen.findByRole('listitem', { name: `Connection ${number}` }));

describe('the legacy calls', () => {
  it('are fenced off, with what took their place', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<ServersPanel />);
    const fence = within(screen.getByRole('region', { name: 'Legacy' }));
    expect(fence.getByText(/Session tickets have replaced these calls/)).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
    await userEvent.setup().click(fence.getByRole('button', { name: 'Open Auth tickets' }));
    expect(await window.bench.settings.get()).toMatchObject({ value: { panel: 'tickets' } });
  });
});

describe('advertising', () => {
  it('needs a server, says what is advertised, and is taken back', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<ServersPanel />);
    const user = userEvent.setup();
    const fields = form('Advertise a game');
    await user.click(fields.getByRole('button', { name: 'Advertise' }));
    expect(fields.getByText('A 64-bit Steam id in digits.')).toBeDefined();
    expect(fields.getByText('Nothing is advertised')).toBeDefined();

    await user.type(fields.getByRole('textbox', { name: 'Server id' }), serverId);
    await user.click(fields.getByRole('button', { name: 'Advertise' }));
    expect(await fields.findByText('127.0.0.1:27015')).toBeDefined();
    expect(fields.getByText('Simulated')).toBeDefined();
    await user.click(fields.getByRole('button', { name: 'Take back' }));
    expect(await fields.findByText('Nothing is advertised')).toBeDefined();
  });
});

describe('a connection', () => {
  it('is initiated with the size of its blob, which is copied unseen, and terminated', async () => {
    const { clipboard } = await startMemoryBench({ start: 'simulated' });
    render(<ServersPanel />);
    const user = userEvent.setup();
    const fields = form('Initiate a connection');
    await user.type(fields.getByRole('textbox', { name: 'Server id' }), serverId);
    await user.clear(fields.getByRole('textbox', { name: 'Port' }));
    await user.type(fields.getByRole('textbox', { name: 'Port' }), '27016{Enter}');
    const card = await connection(1);
    expect(card.getByText('Open')).toBeDefined();
    expect(card.getByText(/blob of 206 bytes/)).toBeDefined();
    expect(card.getByText('127.0.0.1:27016')).toBeDefined();
    expect(card.getByText('Secure')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
    await user.click(card.getByRole('button', { name: 'Copy hex' }));
    await user.click(card.getByRole('button', { name: 'Copy Base64' }));
    expect(clipboard).toEqual(['206 bytes as hex', '206 bytes as base64']);
    await user.click(card.getByRole('button', { name: 'Terminate' }));
    expect(await card.findByText('Terminated')).toBeDefined();
    expect(card.queryByRole('button')).toBeNull();
  });

  it('is refused while Steam is not logged on', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<ServersPanel />);
    await window.bench.simulation.raise({ kind: 'serverDisconnected', result: 3 });
    const fields = form('Initiate a connection');
    await userEvent.setup().type(fields.getByRole('textbox', { name: 'Server id' }), `${serverId}{Enter}`);
    const card = await connection(1);
    expect(card.getByText('Refused')).toBeDefined();
    expect(card.getByText(/· no blob ·/)).toBeDefined();
  });

  it('is denied with Steam’s reason in a sentence', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<ServersPanel />);
    const args = { serverId, serverIp: '127.0.0.1', serverPort: 27015, secure: false };
    await window.bench.steam.call({ name: 'initiateGameConnection', args });
    await window.bench.simulation.raise({
      kind: 'clientGameServerDeny',
      appId: 480,
      ip: '127.0.0.1',
      serverPort: 27015,
      secure: 0,
      reason: 6,
    });
    await bench.advance(100);
    expect((await connection(1)).getByText(/6 LoggedInElseWhere: The account has logged in/)).toBeDefined();
    const denials = within(screen.getByRole('region', { name: 'Denials, newest first' }));
    expect(denials.getByRole('listitem').textContent).toMatch(/6 LoggedInElseWhere.*127\.0\.0\.1:27015/);
    expect(await seriousFindings()).toEqual([]);
  });
});

describe('without a client', () => {
  it('says so and shows the way', async () => {
    await startMemoryBench();
    render(<ServersPanel />);
    expect(screen.getByText('No client is connected')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Advertise' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('button', { name: 'Initiate' })).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: 'Deny one in Simulation' })).toBeNull();
    expect(await seriousFindings()).toEqual([]);
  });
});
