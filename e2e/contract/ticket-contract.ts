import { describe, expect } from 'vitest';
import type { Stage } from './client-contract.ts';
import { createRig } from './rig.ts';
import { story } from './world.ts';

const OK = 1;
const CANCELLED = 6;
const NO_AUTH = 2;

export function declareTicketContract({ world, client }: Stage): void {
  describe('tickets', () => {
    story('a session ticket is known to Steam when 163 says so, with the same handle', async () => {
      const rig = createRig(world(), client());
      const ticket = rig.call('getAuthSessionTicket', {});
      expect(ticket.id).not.toBe(0);
      expect(ticket.buffer).toHaveLength(ticket.size);
      const { fields, answers, latencyMs } = await rig.arrival('getAuthSessionTicketResponse');
      expect(fields).toEqual({ authTicket: ticket.id, result: OK });
      expect(answers).toBe(1);
      expect(latencyMs).toBeGreaterThanOrEqual(0);
    });

    story('handles are not given twice', () => {
      const rig = createRig(world(), client());
      const ids = Array.from({ length: 20 }, () => rig.call('getAuthSessionTicket', {}).id);
      expect(new Set(ids).size).toBe(20);
    });

    story('a ticket for the web API comes as bytes with 168', async () => {
      const rig = createRig(world(), client());
      const handle = rig.call('getAuthTicketForWebApi', { serviceIdentity: 'bench' });
      const { fields, answers } = await rig.arrival('getTicketForWebApi');
      expect(fields).toMatchObject({ authTicket: handle, result: OK });
      expect(fields.ticketSize).toBeGreaterThan(0);
      expect(fields.ticketBuffer).toHaveLength(fields.ticketSize);
      expect(answers).toBe(1);
    });

    story(
      'a session goes from begin through 143 to the owner cancelling, and licences are told meanwhile',
      async () => {
        const rig = createRig(world(), client());
        const steamId = rig.call('getSteamID', {});
        const { id, buffer } = rig.call('getAuthSessionTicket', {});
        await rig.arrival('getAuthSessionTicketResponse');

        expect(rig.call('beginAuthSession', { authTicket: buffer, steamId })).toBe(0);
        const verdict = await rig.arrival('validateAuthTicketResponse');
        expect(verdict.fields).toEqual({ authId: steamId, response: 0, ownerId: steamId });
        expect(verdict.answers).toBeDefined();
        expect(rig.call('userHasLicenseForApp', { steamId, appId: 480 })).toBe(0);

        expect(rig.call('cancelAuthTicket', { authTicket: id })).toBeNull();
        const news = await rig.arrival('validateAuthTicketResponse');
        expect(news.fields).toMatchObject({ authId: steamId, response: CANCELLED });
        expect(news.answers).toBeUndefined();

        expect(rig.call('endAuthSession', { steamId })).toBeNull();
        expect(rig.call('userHasLicenseForApp', { steamId, appId: 480 })).toBe(NO_AUTH);
      },
    );

    story('an empty ticket is refused, not read', () => {
      const rig = createRig(world(), client());
      const steamId = rig.call('getSteamID', {});
      expect(rig.call('beginAuthSession', { authTicket: new Uint8Array(0), steamId })).not.toBe(0);
    });

    story('an encrypted ticket is there once the call result came', async () => {
      const rig = createRig(world(), client());
      expect(rig.call('getEncryptedAppTicket', {})).toMatchObject({ size: 0 });
      const call = rig.call('requestEncryptedAppTicket', { userData: new Uint8Array(0) });
      const { fields, seq, answers } = await rig.arrival('encryptedAppTicketResponse');
      expect(fields).toEqual({ result: OK });
      expect(rig.journal.read(seq - 1, 1).entries[0]).toMatchObject({ kind: 'callResult', call });
      expect(answers).toBe(2);
      const ticket = rig.call('getEncryptedAppTicket', {});
      expect(ticket.size).toBeGreaterThan(0);
      expect(ticket.buffer).toHaveLength(ticket.size);
    });
  });
}
