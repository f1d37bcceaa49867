import { describe, expect, it, vi } from 'vitest';
import { createHandClock } from '../app/hand-clock.ts';
import { defaultAccounts } from '../app/simulator/default-accounts.ts';
import { createSharedSimulation } from '../app/simulator/shared-simulation.ts';
import { createPlayerOpener } from './player-opener.ts';

const [ada, bo, cleo, dov] = defaultAccounts.map(({ steamId }) => steamId);

function begin() {
  const played: string[] = [];
  const open = vi.fn((steamId: string) => void played.push(steamId));
  const simulation = createSharedSimulation({ seed: 1, clock: createHandClock(), packing: 4 });
  return { played, open, openPlayer: createPlayerOpener({ simulation, players: () => played, open }) };
}

describe('another player', () => {
  it('is the next account that no window plays, until all are played', async () => {
    const { open, openPlayer } = begin();
    for (const steamId of [bo, cleo, dov])
      expect(await openPlayer(undefined, 480)).toEqual({ ok: true, value: { steamId } });
    expect(open.mock.calls).toEqual([
      [bo, 480],
      [cleo, 480],
      [dov, 480],
    ]);
    expect(await openPlayer(undefined, 480)).toMatchObject({ ok: false, error: { code: 'no-account-left' } });
  });

  it('is the account that was asked for, once, and none that does not exist', async () => {
    const { open, openPlayer } = begin();
    expect(await openPlayer(cleo, 570)).toMatchObject({ ok: true });
    expect(await openPlayer(cleo, 570)).toMatchObject({ error: { code: 'no-account-left' } });
    expect(await openPlayer(ada, 570)).toMatchObject({ error: { code: 'no-account-left' } });
    expect(await openPlayer('76561202255187930', 570)).toMatchObject({ error: { code: 'bad-payload' } });
    expect(open).toHaveBeenCalledOnce();
  });

  it('can be opened again once its window is closed', async () => {
    const { played, openPlayer } = begin();
    await openPlayer(undefined, 480);
    played.length = 0;
    expect(await openPlayer(undefined, 480)).toEqual({ ok: true, value: { steamId: bo } });
  });
});
