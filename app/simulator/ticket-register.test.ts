import { describe, expect, it } from 'vitest';
import { createTicketRegister, type IssuedTicket } from './ticket-register.ts';

const ticket = (token: bigint, clientNumber: number, handle: number): IssuedTicket => ({
  token,
  steamId: '76561202255165729',
  appId: 480,
  clientNumber,
  handle,
  purpose: 'session',
  remote: { ip: '203.0.113.9', port: 27015 },
  issuedAt: 0,
});

describe('the register of tickets', () => {
  it('gives tokens that never come twice, whatever the random half is', () => {
    const register = createTicketRegister();
    expect([register.nextToken(5), register.nextToken(5)]).toEqual([(5n << 32n) | 1n, (5n << 32n) | 2n]);
  });

  it('keeps for whom a ticket is meant and how it ended', () => {
    const register = createTicketRegister();
    register.add(ticket(1n, 1, 1));
    register.add(ticket(2n, 1, 2));
    register.add(ticket(3n, 2, 1));
    register.cancel(1, 1);
    register.cancel(1, 99);
    register.endAllOf(1);
    register.cancel(1, 2);
    expect(register.find(1n)).toMatchObject({
      ended: 'cancelled',
      remote: { ip: '203.0.113.9', port: 27015 },
    });
    expect(register.find(2n)?.ended).toBe('clientGone');
    expect(register.find(3n)).toMatchObject({ ended: undefined });
    expect(register.find(4n)).toBe(undefined);
  });
});
