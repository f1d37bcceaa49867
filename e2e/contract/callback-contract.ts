import { describe, expect, it } from 'vitest';
import type { SteamMessage } from '../../app/steam/steam-client.ts';
import { userCallbackNames, userCallbacks } from '../../app/steam/user-callbacks.ts';
import type { Stage } from './client-contract.ts';
import { createRig } from './rig.ts';
import { sampleFields } from './samples.ts';

export function declareCallbackContract({ world, client }: Stage): void {
  describe('callbacks', () => {
    it.for(userCallbackNames)('%s arrives with its fields', async (name, { skip }) => {
      if (!world().canPost.includes(name)) skip('This Steam cannot be made to send it unasked.');
      const rig = createRig(world(), client());
      await world().post(name, sampleFields[name]);
      const arrival = await rig.arrival(name);
      expect(arrival.fields).toEqual(sampleFields[name]);
      const [entry] = rig.journal.read(arrival.seq - 1, 1).entries;
      expect(entry).toMatchObject({ kind: 'callback', name, value: sampleFields[name] });
      expect(entry?.raw).toMatch(/^([0-9a-f]{2})+$/);
      expect(entry?.simulated).toBe(client().kind === 'simulated' ? true : undefined);
    });

    it('come in order, each once, never more than were asked for', async () => {
      const posted = [
        'licensesUpdated',
        'steamServerDisconnected',
        'steamServerConnected',
        'licensesUpdated',
      ] as const;
      for (const name of posted) await world().post(name, sampleFields[name]);
      const portions: (readonly SteamMessage[])[] = [];
      for (let round = 0; round < 10 && portions.flat().length < posted.length; round += 1) {
        portions.push(client().drain(3));
        await world().pass();
      }
      expect(portions.every((portion) => portion.length <= 3)).toBe(true);
      expect(portions.flat().map(({ id }) => id)).toEqual(posted.map((name) => userCallbacks[name].id));
      expect(client().drain(0)).toEqual([]);
      expect(client().drain(100)).toEqual([]);
    });

    it('go on when a listener throws', async () => {
      const rig = createRig(world(), client(), [
        () => {
          throw new Error('a listener with a bug');
        },
      ]);
      await world().post('licensesUpdated', {});
      await world().post('steamServerDisconnected', { result: 3 });
      await rig.arrival('licensesUpdated');
      await rig.arrival('steamServerDisconnected');
      const fault = await rig.entry(({ kind }) => kind === 'fault');
      expect(fault).toMatchObject({ name: 'listenerFailed' });
    });

    it('tell that the pipe broke, and afterwards functions answer zero', async () => {
      const rig = createRig(world(), client());
      await world().breakPipe();
      expect((await rig.arrival('ipcFailure')).fields).toEqual({ type: 1 });
      expect(client().call('getSteamID', {})).toEqual({ ok: true, value: '0' });
      expect(client().call('loggedOn', {})).toEqual({ ok: true, value: false });
      const ticket = client().call('getAuthSessionTicket', {});
      expect(ticket).toMatchObject({ ok: true, value: { id: 0, size: 0 } });
    });
  });
}
