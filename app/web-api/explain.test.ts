import { describe, expect, it } from 'vitest';
import { explain, type Answered } from './explain.ts';
import type { WebApiAnswer } from './web-api.ts';

const PLAYER = '76561202255187930';
const OWNER = '76561202255187931';

const verified = (change: Partial<Extract<WebApiAnswer, { kind: 'verified' }>> = {}): WebApiAnswer => ({
  kind: 'verified',
  steamId: PLAYER,
  ownerSteamId: PLAYER,
  isVacBanned: false,
  isPublisherBanned: false,
  ...change,
});
const refused = (errorCode: number, errorText: string): WebApiAnswer => ({
  kind: 'refused',
  errorCode,
  errorText,
});

const explained = (status: number, answer: WebApiAnswer, change: Partial<Answered> = {}) =>
  explain({
    status,
    answer,
    retryAfterSeconds: undefined,
    identity: 'backend',
    isInVain: false,
    ...change,
  });

describe('an answer of the interface', () => {
  it.each([
    [200, verified(), 'good', /^Verified$/],
    [200, verified({ ownerSteamId: OWNER }), 'good', /borrowed/],
    [200, verified({ isVacBanned: true }), 'warning', /VAC ban/],
    [200, verified({ isPublisherBanned: true }), 'fault', /banned by the publisher/],
    [200, verified({ isVacBanned: true, isPublisherBanned: true }), 'fault', /banned by the publisher/],
    [200, refused(3, 'Invalid parameter'), 'fault', /could not read a parameter/],
    [200, refused(101, 'Invalid ticket'), 'fault', /ticket is not accepted/],
    [403, refused(101, 'Invalid ticket'), 'fault', /ticket is not accepted/],
    [200, refused(100, 'Invalid ticket'), 'fault', /ticket is not accepted/],
    [200, refused(102, 'Ticket for other app'), 'fault', /another app/],
    [200, refused(1, 'Identity mismatch'), 'fault', /another identity/],
    [200, refused(77, 'Something new'), 'fault', /error 77/],
    [200, { kind: 'notUnderstood' }, 'warning', /not understood/],
    [500, verified(), 'warning', /in trouble/],
  ] as const)('%i %j is %s: %s', (status, answer, tone, title) => {
    const explanation = explained(status, answer);
    expect(explanation.tone).toBe(tone);
    expect(explanation.title).toMatch(title);
  });

  it('names the identity that was asked with', () => {
    expect(explained(200, refused(101, 'Invalid ticket')).detail).toContain('“backend”');
    expect(explained(200, refused(101, 'Invalid ticket'), { identity: undefined }).detail).toContain(
      'another identity than none',
    );
    expect(explained(200, refused(1, 'Identity mismatch'), { identity: undefined }).detail).toContain(
      'named no identity',
    );
  });

  it('that refuses a simulated ticket has that for its cause', () => {
    expect(explained(200, refused(101, 'Invalid ticket'), { isInVain: true })).toMatchObject({
      tone: 'warning',
      title: 'Steam does not know simulated tickets',
    });
  });
});

describe('a status without such an answer', () => {
  it.each([
    [301, 'warning', /sends elsewhere/],
    [400, 'fault', /parameter is missing/],
    [401, 'fault', /key was not accepted/],
    [403, 'fault', /may not ask about this app/],
    [404, 'fault', /no such interface/],
    [405, 'fault', /no such interface/],
    [414, 'fault', /too long/],
    [418, 'fault', /answered 418/],
    [429, 'warning', /Too many/],
    [500, 'warning', /in trouble/],
    [503, 'warning', /in trouble/],
  ] as const)('%i is %s: %s', (status, tone, title) => {
    const explanation = explained(status, { kind: 'notUnderstood' });
    expect(explanation.tone).toBe(tone);
    expect(explanation.title).toMatch(title);
    expect(explanation.remedy).toMatch(/\.$/);
  });

  it('says how long the server wants to be left alone', () => {
    const { remedy } = explained(429, { kind: 'notUnderstood' }, { retryAfterSeconds: 30 });
    expect(remedy).toBe('The server asks to wait 30 s.');
  });
});
