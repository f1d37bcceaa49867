// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryNetwork } from '../../../app/handshake/memory-network.ts';
import { noHandshake, type HandshakeState } from '../../../app/handshake/handshake.ts';
import { startSomeBenches, type SomeBench } from '../../../app/handshake/some-benches.ts';
import { fail, succeed } from '../../../app/outcome.ts';
import { takeHandshake } from '../../stores/handshake.ts';
import { seriousFindings } from '../testing/audit.ts';
import { startMemoryBench } from '../testing/memory-bench.ts';
import { HandshakePanel } from './handshake-panel.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
afterEach(() => {
  cleanup();
  takeHandshake(noHandshake);
});

const button = (name: string) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByRole('textbox', { name });

async function begin() {
  const network = createMemoryNetwork();
  const openPlayer = vi.fn(() => Promise.resolve(succeed({ steamId: '76561202255165730' })));
  const bench = await startMemoryBench({
    start: 'simulated',
    ports: { handshakeNetwork: network.at('here'), openPlayer },
  });
  render(<HandshakePanel />);
  return { bench, network, openPlayer, user: userEvent.setup() };
}

/** A bench elsewhere tries to join. */
async function joinAs(bench: SomeBench | undefined, code: string): Promise<void> {
  await act(async () => {
    await bench?.join('127.0.0.1', code);
  });
}

const someMeeting: HandshakeState = {
  ...noHandshake,
  state: 'hosting',
  addresses: ['127.0.0.1:27480'],
  code: 'ABCD-EFGH',
  isSimulated: true,
  players: [
    player('1', 'Ada', { isMe: true, isHost: true }),
    player('2', 'Bo', { roundTripMs: 1.2 }),
    player('3', undefined, { state: 'left', leftAt: 2000 }),
  ],
  findings: [
    { verifierId: '1', playerId: '2', begin: 0, response: 0, ownerId: '1', at: 0 },
    { verifierId: '2', playerId: '1', begin: 0, response: 3, ownerId: '1', at: 0 },
    { verifierId: '1', playerId: '3', begin: 0, response: 6, ownerId: '3', at: 0 },
    {
      verifierId: '2',
      playerId: '3',
      begin: undefined,
      response: undefined,
      ownerId: undefined,
      at: 0,
      refusedTicket: 3,
    },
    { verifierId: '3', playerId: '1', begin: 4, response: undefined, ownerId: undefined, at: 0 },
  ],
};

function player(
  steamId: string,
  personaName: string | undefined,
  more: Partial<HandshakeState['players'][number]>,
): HandshakeState['players'][number] {
  const plain = { isMe: false, isHost: false, isSimulated: true, state: 'here', joinedAt: 0 } as const;
  return { ...plain, steamId, personaName, ...more };
}

const cell = (row: number, column: number): string =>
  within(screen.getByRole('region', { name: 'Players and verdicts' })).getAllByRole('row')[row]?.children[
    column + 1
  ]?.textContent ?? '';

describe('before a meeting', () => {
  it('offers to host and to join, and says where players come from', async () => {
    const { openPlayer, user } = await begin();
    expect(button('Start meeting')).toHaveProperty('disabled', false);
    expect(button('Join meeting')).toHaveProperty('disabled', true);
    expect(field('Address')).toHaveProperty('value', '127.0.0.1:27480');
    expect(screen.getByText(/plays another simulated account/)).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
    await user.click(button('New window as another player'));
    expect(openPlayer).toHaveBeenCalledWith(undefined, 480);
  });

  it('warns of the local network before anything is opened to it', async () => {
    const { user } = await begin();
    expect(screen.getByText(/only benches on this machine can join/)).toBeDefined();
    await user.click(screen.getByRole('switch', { name: 'Open to the local network' }));
    expect(screen.getByText(/lines are not encrypted/)).toBeDefined();
  });

  it('asks for a client where there is none', async () => {
    await startMemoryBench();
    render(<HandshakePanel />);
    expect(screen.getByText('No client is connected')).toBeDefined();
    expect(button('Start meeting')).toHaveProperty('disabled', true);
    expect(await seriousFindings()).toEqual([]);
  });

  it('says in words why a meeting cannot be joined', async () => {
    const { user } = await begin();
    await user.type(field('Join code'), 'ABCD-EFGH');
    await user.click(button('Join meeting'));
    expect(await screen.findByText('Nobody listens at 127.0.0.1:27480.')).toBeDefined();
    await user.clear(field('Address'));
    await user.type(field('Address'), 'not an address');
    await user.click(button('Join meeting'));
    expect(await screen.findByText('That is no address.')).toBeDefined();
  });

  it('says why no meeting could be hosted', async () => {
    await startMemoryBench({
      start: 'simulated',
      ports: {
        handshakeNetwork: {
          listen: () => Promise.resolve(fail('handshake-failed', 'Port 27480 is in use.', 'Choose another.')),
          connect: () => Promise.resolve(fail('handshake-failed')),
        },
      },
    });
    render(<HandshakePanel />);
    await userEvent.setup().click(button('Start meeting'));
    expect(await screen.findByText('Port 27480 is in use.')).toBeDefined();
    expect(screen.queryByText('The meeting is over')).toBeNull();
  });
});

describe('a meeting', () => {
  it('is hosted, joined by others, and ended', async () => {
    const { bench, network, user } = await begin();
    await user.click(button('Start meeting'));
    expect(await screen.findByRole('region', { name: 'The meeting that this bench hosts' })).toBeDefined();
    expect(screen.getByText('127.0.0.1:27480')).toBeDefined();
    expect(screen.getByText(/Nobody has joined yet/)).toBeDefined();
    expect(await seriousFindings()).toEqual([]);

    // The code is a secret until it is asked for.
    expect(screen.getByText('••••-••••')).toBeDefined();
    await user.click(button('Copy Join code'));
    const [code = ''] = bench.clipboard;
    expect(screen.queryByText(code)).toBeNull();
    await user.click(button('Show join code'));
    expect(screen.getByText(code)).toBeDefined();

    const elsewhere = await startSomeBenches(2, { handshakeNetwork: network.at('there') });
    const guest = elsewhere.all[1];
    await joinAs(guest, 'WRNG-WRNG');
    await bench.advance(100);
    expect(screen.getByText('The join code is not the one of this meeting.')).toBeDefined();
    await joinAs(guest, code);
    await bench.advance(100);
    expect(screen.getByRole('heading', { name: 'Players: 2' })).toBeDefined();
    expect(screen.getAllByText('Simulated Bo').length).toBeGreaterThan(0);
    expect(screen.getAllByText('You')).toHaveLength(1);
    expect(await seriousFindings()).toEqual([]);

    await user.click(button('End meeting'));
    expect(await screen.findByRole('button', { name: 'Start meeting' })).toBeDefined();
    await act(() => network.settle());
    expect(guest?.state().ending).toBe('The host ended the meeting.');
  });

  it('is joined, and its end explained', async () => {
    const { bench, network, user } = await begin();
    const elsewhere = await startSomeBenches(2, { handshakeNetwork: network.at('there') });
    const host = elsewhere.all[1];
    await host?.host(27480);
    await user.type(field('Join code'), host?.state().code ?? '');
    await user.click(button('Join meeting'));
    expect(await screen.findByRole('region', { name: 'The meeting that this bench joined' })).toBeDefined();
    expect(screen.queryByText('Refused')).toBeNull();
    host?.leave();
    await act(() => network.settle());
    await bench.advance(100);
    expect(await screen.findByText('The meeting is over')).toBeDefined();
    expect(screen.getByText('The host ended the meeting.')).toBeDefined();
  });

  it('shows every verdict by name, and what is wrong in sentences', async () => {
    await startMemoryBench({ start: 'simulated' });
    takeHandshake(someMeeting);
    render(<HandshakePanel />);
    expect(screen.getByRole('heading', { name: 'Players: 2 here, 1 gone' })).toBeDefined();
    expect(cell(1, 1)).toContain('nobody checks their own ticket');
    expect(cell(1, 2)).toContain('VACBanned');
    expect(cell(1, 3)).toContain('GameMismatch');
    expect(cell(2, 1)).toMatch(/^OKBorrowedbegin 0 OK.*The licence belongs to 1/);
    expect(cell(2, 3)).toMatch(/^Nonenot begun/);
    expect(cell(3, 1)).toMatch(/^AuthTicketCanceled/);
    expect(cell(3, 2)).toMatch(/^Not sent/);
    const troubles = within(screen.getByRole('list', { name: 'Verdicts other than OK' }));
    expect(troubles.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringContaining('Steam’s verdict for Bo on Ada: 3 VACBanned.'),
      expect.stringContaining('3 could not begin a session with Ada: 4 GameMismatch.'),
      expect.stringContaining('Steam did not confirm the ticket of 3 for Bo (3 NoConnection)'),
    ]);
    expect(await seriousFindings()).toEqual([]);
  });

  it('shows what a peer calls itself as text', async () => {
    await startMemoryBench({ start: 'simulated' });
    takeHandshake({ ...someMeeting, players: [player('1', '<img src=x onerror=alert(1)>', {})] });
    render(<HandshakePanel />);
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeDefined();
    expect(document.querySelector('img')).toBeNull();
  });
});
