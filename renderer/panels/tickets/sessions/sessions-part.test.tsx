// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seriousFindings } from '../../testing/audit.ts';
import { startMemoryBench } from '../../testing/memory-bench.ts';
import { showPart } from '../chosen-part.ts';
import { TicketsPanel } from '../tickets-panel.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
beforeEach(() => showPart('sessions'));
afterEach(cleanup);

const beginButton = () => screen.getByRole('button', { name: 'Begin session' });
const session = async (number: number) =>
  within(await screen.findByRole('listitem', { name: `Session ${number}` }));

async function simulation() {
  const outcome = await window.bench.simulation.get();
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

/** A ticket of another simulated account. */
async function foreignTicket() {
  const before = await simulation();
  const other = before.accounts.find(({ steamId }) => steamId !== before.steamId)?.steamId ?? '';
  await window.bench.simulation.raise({ kind: 'peerIssuesTicket', steamId: other, remote: undefined });
  const peer = (await simulation()).world?.peers[0];
  return { steamId: other, hex: peer?.tickets[0]?.hex ?? '' };
}

describe('a session with an own ticket', () => {
  it('shows both halves, checks a licence, hears of the cancelled ticket, and ends', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    await act(() => window.bench.tickets.issueSession({}));
    render(<TicketsPanel />);
    const user = userEvent.setup();
    const { steamId } = await simulation();

    expect(screen.getByText('No sessions yet')).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Steam id of the player' }).value).toBe(
      steamId,
    );
    await user.click(beginButton());

    const card = await session(1);
    expect(card.getByText('Waiting')).toBeDefined();
    expect(card.getByText('0 OK, at once')).toBeDefined();
    expect(card.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('20 s left');
    expect(await seriousFindings()).toEqual([]);

    await bench.advance(3000);
    expect(card.getByText('Verified')).toBeDefined();
    expect(card.getByText(/^0 OK after /)).toBeDefined();
    await user.click(card.getByRole('button', { name: 'Check licence' }));
    expect(await card.findByText('0 HasLicense')).toBeDefined();

    await act(() => window.bench.tickets.cancel({ number: 1 }));
    await bench.advance(3000);
    expect(card.getByText('Ticket cancelled')).toBeDefined();
    expect(card.getAllByText(/ after /).map((each) => each.textContent)).toEqual([
      expect.stringMatching(/^6 AuthTicketCanceled after/),
      expect.stringMatching(/^0 OK after/),
    ]);
    expect(card.getByText(/Usually the player left the game/)).toBeDefined();
    expect(await seriousFindings()).toEqual([]);

    await user.click(card.getByRole('button', { name: 'End session' }));
    expect(await card.findByText('Ended')).toBeDefined();
    expect(card.queryByRole('button', { name: 'End session' })).toBeNull();
    expect(card.queryByRole('button', { name: 'Check licence' })).toBeNull();
    expect(card.getByText('0 HasLicense')).toBeDefined();
  });

  it('is seen on the ticket that it checks', async () => {
    await startMemoryBench({ start: 'simulated' });
    await act(() => window.bench.tickets.issueSession({}));
    render(<TicketsPanel />);
    const user = userEvent.setup();
    await user.click(beginButton());
    await session(1);
    await user.click(screen.getByRole('radio', { name: 'Tickets' }));
    expect(screen.getByText('(a session here)')).toBeDefined();
  });
});

describe('a session with the ticket of another player', () => {
  it('takes a pasted ticket, masked, and reads from it whose it is', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    const { steamId, hex } = await foreignTicket();
    render(<TicketsPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'Pasted' }));
    await user.click(beginButton());
    expect(screen.getByText('Paste a ticket.')).toBeDefined();

    const field = screen.getByLabelText<HTMLInputElement>('Ticket in hex or Base64');
    expect(field.type).toBe('password');
    await user.click(field);
    await user.paste(hex);
    expect(await screen.findByText('As the ticket says.')).toBeDefined();
    await user.click(beginButton());
    const card = await session(1);
    expect(card.getByText(steamId)).toBeDefined();
    await bench.advance(3000);
    expect(card.getByText('Verified')).toBeDefined();
  });

  it('takes a file', async () => {
    await startMemoryBench({ start: 'simulated' });
    const { hex } = await foreignTicket();
    render(<TicketsPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'File' }));
    await user.upload(screen.getByLabelText('File with a ticket'), new File([hex], 'their-ticket.txt'));
    expect(await screen.findByText('their-ticket.txt')).toBeDefined();
    await screen.findByText('As the ticket says.');
    await user.click(beginButton());
    expect((await session(1)).getByText('0 OK, at once')).toBeDefined();
  });

  it('lets a simulated player give one, and marks a borrowed game', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<TicketsPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'Simulated player' }));
    expect(await seriousFindings()).toEqual([]);
    await user.click(screen.getByRole('combobox', { name: 'Simulated player' }));
    await user.click(await screen.findByRole('option', { name: /Cleo/ }));
    await user.click(beginButton());
    const card = await session(1);
    await bench.advance(3000);
    expect(card.getByText('Verified')).toBeDefined();
    expect(card.getByText('Borrowed game')).toBeDefined();
    expect(card.getByText(/The game belongs to/).textContent).toContain('you 76561202255165729');
  });
});

describe('what is no ticket', () => {
  it('is told by number, name and meaning, and no verdict is waited for', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<TicketsPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'Pasted' }));
    await user.type(screen.getByLabelText('Ticket in hex or Base64'), 'abcd');
    await user.click(beginButton());
    expect(screen.getByText('A 64-bit Steam id in digits.')).toBeDefined();
    await user.type(screen.getByRole('textbox', { name: 'Steam id of the player' }), '76561202255187930');
    await user.click(beginButton());
    const card = await session(1);
    expect(card.getByText('Not begun')).toBeDefined();
    expect(card.getByText('1 InvalidTicket, at once')).toBeDefined();
    expect(card.getByText('None follows: no session was begun.')).toBeDefined();
    expect(card.queryByRole('button')).toBeNull();
  });

  it('is refused before Steam is asked where it is no text of bytes', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<TicketsPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'Pasted' }));
    await user.type(screen.getByLabelText('Ticket in hex or Base64'), 'what is this?');
    await user.type(screen.getByRole('textbox', { name: 'Steam id of the player' }), '76561202255187930');
    await user.click(beginButton());
    expect(await screen.findByText('not-text')).toBeDefined();
    expect(screen.getByText('No sessions yet')).toBeDefined();
  });
});

describe('without a client', () => {
  it('says what is missing and begins nothing', async () => {
    await startMemoryBench();
    render(<TicketsPanel />);
    expect(screen.getByText('No client is connected')).toBeDefined();
    expect(beginButton()).toHaveProperty('disabled', true);
    expect(await seriousFindings()).toEqual([]);
  });
});
