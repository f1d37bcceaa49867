import { describe, expect, it } from 'vitest';
import type { Stage } from './client-contract.ts';
import { codeOf, valueOf } from './world.ts';

export function declareLifeContract({ world, client }: Stage): void {
  describe('life', () => {
    it('a client says what it is', () => {
      const { kind, appId, packing } = client();
      expect(['steam', 'simulated']).toContain(kind);
      expect(appId).toBe(480);
      expect(packing).toBe(world().packing);
      expect(client().details().personaName).toBeTruthy();
    });

    it('a closed client answers nothing, and closing twice is allowed', async () => {
      await world().post('licensesUpdated', {});
      client().close();
      client().close();
      expect(codeOf(client().call('getSteamID', {}))).toBe('not-connected');
      expect(codeOf(client().call('getVoice', {}))).toBe('not-connected');
      expect(client().drain(10)).toEqual([]);
      expect(client().details()).toEqual({});
    });

    it('connects again, also as another app, with nothing left over', async () => {
      valueOf(client().call('getAuthSessionTicket', {}));
      client().close();
      for (const appId of [570, 480]) {
        const next = valueOf(await world().open(appId));
        expect(next.appId).toBe(appId);
        expect(next.drain(10)).toEqual([]);
        expect(valueOf(next.call('getSteamID', {}))).not.toBe('0');
        expect(next.details().personaName).toBeTruthy();
        next.close();
      }
    });
  });
}
